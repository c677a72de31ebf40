import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReturnPanel } from "@/components/auth/return-panel";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.return");
  return { title: words("title"), robots: { index: false } };
}

/** Back from the organisation's own sign-in. */
export default function ReturnPage() {
  return <ReturnPanel />;
}
