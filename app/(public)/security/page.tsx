import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { PlainDocument } from "@/components/public/plain-document";
import { PublicPage } from "@/components/public/public-page";

const sections = [
  { id: "database", paragraphs: 2 },
  { id: "encryption", paragraphs: 2 },
  { id: "signin", paragraphs: 2 },
  { id: "browser", paragraphs: 1 },
  { id: "traces", paragraphs: 1 },
  { id: "tests", paragraphs: 1 },
  { id: "limits", paragraphs: 1 },
];

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("public.security");
  return publicMetadata({
    locale: await getLocale(),
    path: "/security",
    title: words("metaTitle"),
    description: words("metaText"),
  });
}

/** What is built to protect the words of couples, and what is not claimed. */
export default function SecurityPage() {
  return (
    <PublicPage path="/security">
      <PlainDocument namespace="public.security" sections={sections} />
    </PublicPage>
  );
}
