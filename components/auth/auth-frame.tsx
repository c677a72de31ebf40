import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { TrpcProvider } from "@/components/trpc/client";
import { ClientMessages } from "@/components/ui/client-messages";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { namespaces } from "@/messages/namespaces";

type AuthFrameProps = {
  /** Catalogues beyond `auth` and `errors`. */
  names?: (typeof namespaces)[number][];
  /** The way out, where partners come by. */
  leave?: ReactNode;
  children: ReactNode;
};

/** A quiet page with the mark above and the language below. */
export function AuthFrame({ names = [], leave, children }: AuthFrameProps) {
  const words = useTranslations("auth.signIn");
  return (
    <ClientMessages names={["auth", "errors", ...names]}>
      {leave}
      <div className="mx-auto flex min-h-dvh w-full max-w-112 flex-col px-5 py-8 sm:py-14">
        <header className={leave ? "self-start sm:self-center" : "self-center"}>
          <Link href="/" aria-label={words("home")} className="block rounded-s">
            {leave && <Logo compact className="sm:hidden" />}
            <Logo className={leave ? "max-sm:hidden" : undefined} />
          </Link>
        </header>
        <main className="my-8 grid grid-cols-[minmax(0,1fr)] gap-6">
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

/** What a page of signing in is about, in one line and one sentence. */
export function AuthHeading({ title, text }: { title: ReactNode; text?: ReactNode }) {
  return (
    <header className="text-center">
      <h1 className="display text-32">{title}</h1>
      {text && <p className="text-16 text-ink-soft">{text}</p>}
    </header>
  );
}
