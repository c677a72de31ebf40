import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetLinkPanel } from "@/components/auth/reset-link-panel";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("auth.reset");
  return { title: words("title"), robots: { index: false } };
}

/** The link of a mail that asks for a new password. */
export default function ResetLinkPage() {
  return <ResetLinkPanel />;
}
