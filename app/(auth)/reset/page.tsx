import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/components/auth/auth-frame";
import { ResetPanel } from "@/components/auth/reset-panel";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.reset");
  return { title: words("title"), robots: { index: false } };
}

/** A new password, for whoever forgot theirs. */
export default async function ResetPage() {
  const words = await getTranslations("auth.reset");
  return (
    <>
      <AuthHeading title={words("title")} text={words("text")} />
      <ResetPanel />
      <Link href="/sign-in" className="link inline-flex min-h-11 items-center justify-self-center text-15">
        {words("back")}
      </Link>
    </>
  );
}
