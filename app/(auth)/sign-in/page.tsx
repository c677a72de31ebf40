import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";
import { env } from "@/server/env";
import { demoIsOffered } from "@/server/features/sessions/policy";

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; reason?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.signIn");
  return { title: words("submit"), robots: { index: false } };
}

/** Signing in, for therapists and partners alike. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, reason } = await searchParams;
  const words = await getTranslations("auth.signIn");
  return (
    <>
      <header className="text-center">
        <h1 className="display text-32">{words("title")}</h1>
        <p className="text-16 text-ink-soft">{words("text")}</p>
      </header>
      {reason === "expired" && <Banner title={words("expiredTitle")}>{words("expired")}</Banner>}
      <SignInForm next={safeNext(typeof next === "string" ? next : undefined)} demo={demoIsOffered(env())} />
      <p className="text-center text-14 text-ink-soft">{words("help")}</p>
    </>
  );
}
