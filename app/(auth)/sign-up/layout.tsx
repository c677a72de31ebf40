import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { ThemeSwitch } from "@/components/ui/theme-switch";

/** A quiet page with the mark above and the language below; each step chooses its own width. */
export default function SignUpLayout({ children }: { children: ReactNode }) {
  const words = useTranslations("signUp");
  return (
    <ClientMessages names={["auth", "signUp", "errors"]}>
      <div className="mx-auto flex min-h-dvh w-full flex-col items-center px-5 py-8 sm:py-12">
        <header>
          <Link href="/" aria-label={words("home")} className="block rounded-s">
            <Logo />
          </Link>
        </header>
        <main className="my-8 w-full">
          <TrpcProvider>{children}</TrpcProvider>
        </main>
        <footer className="mt-auto flex flex-wrap items-center justify-center gap-3">
          <LanguageSwitch />
          <ThemeSwitch />
        </footer>
      </div>
    </ClientMessages>
  );
}
