import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkPanel } from "@/components/auth/link-panel";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.link");
  return { title: words("title"), robots: { index: false } };
}

/** The link of a sign-in mail: shows whose account it is, and signs in when asked to. */
export default function LinkPage() {
  return <LinkPanel />;
}
