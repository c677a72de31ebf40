import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReturnPanel } from "@/components/auth/return-panel";
import { safeNext } from "@/components/auth/safe-next";

type ReturnPageProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.return");
  return { title: words("title"), robots: { index: false } };
}

/** Back from the organisation's own sign-in. */
export default async function ReturnPage({ searchParams }: ReturnPageProps) {
  const { next } = await searchParams;
  return <ReturnPanel next={safeNext(typeof next === "string" ? next : undefined)} />;
}
