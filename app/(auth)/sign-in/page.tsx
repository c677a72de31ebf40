import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/auth/auth-frame";
import { safeNext } from "@/components/auth/safe-next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";
import { oidcProvider } from "@/server/auth/oidc";
import { env } from "@/server/env";
import { demoIsOffered } from "@/server/features/sessions/policy";
import { loadPage, serverApi } from "@/server/trpc/server";

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; reason?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.signIn");
  return { title: words("submit"), robots: { index: false } };
}

/** Signing in, for therapists and partners alike. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, reason } = await searchParams;
  const words = await getTranslations("auth.signIn");
  const api = await serverApi();
  const { email, live } = await loadPage(() => api.session.unlockWays());
  const next = safeNext(typeof asked === "string" ? asked : undefined);
  return (
    <>
      <AuthHeading title={words("title")} text={words("text")} />
      {reason === "expired" && <Banner title={words("expiredTitle")}>{words("expired")}</Banner>}
      {(reason === "provider" || reason === "late") && (
        <Banner tone="attention" title={words(`${reason}Title`)}>
          {words(reason)}
        </Banner>
      )}
      {email && !live && (
        <p className="text-center text-16">
          <Link href={`/unlock?next=${encodeURIComponent(next)}`} prefetch={false} className="link">
            {words("unlock")}
          </Link>
        </p>
      )}
      <SignInForm next={next} demo={demoIsOffered(env())} organisation={oidcProvider() ? env().OIDC_NAME : null} />
      <p className="text-center text-14 text-ink-soft">
        {words("help")} {words("therapist")}{" "}
        <Link href="/sign-up" prefetch={false} className="link">
          {words("signUp")}
        </Link>
      </p>
    </>
  );
}
