import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { TrpcProvider } from "@/components/trpc/client";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { ThemeSwitch } from "@/components/ui/theme-switch";

/** A quiet page with the mark above and the language below. */
export default function HomeLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-128 flex-col px-5 py-8 sm:py-14">
      <header className="self-center">
        <Logo />
      </header>
      <main className="my-10">
        <TrpcProvider>{children}</TrpcProvider>
      </main>
      <footer className="mt-auto flex flex-wrap items-center justify-center gap-3">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}
