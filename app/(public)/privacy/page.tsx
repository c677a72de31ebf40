import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { PlainDocument } from "@/components/public/plain-document";
import { PublicPage } from "@/components/public/public-page";
import { ReadersTable } from "@/components/public/readers-table";
import { Card } from "@/components/ui/card";

const readers = (
  <Card className="mt-6 px-4 pt-5 pb-1.5 sm:px-7">
    <ReadersTable />
  </Card>
);

const sections = [
  { id: "who", paragraphs: 2, extra: readers },
  { id: "partner", paragraphs: 2 },
  { id: "practice", paragraphs: 2 },
  { id: "only", paragraphs: 2 },
  { id: "email", paragraphs: 2 },
  { id: "trackers", paragraphs: 1 },
  { id: "crisis", paragraphs: 1 },
  { id: "yours", paragraphs: 1 },
];

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("public.privacy");
  return publicMetadata({
    locale: await getLocale(),
    path: "/privacy",
    title: words("metaTitle"),
    description: words("metaText"),
  });
}

/** Who can read what, and what nobody can honestly promise. */
export default function PrivacyPage() {
  return (
    <PublicPage path="/privacy">
      <PlainDocument namespace="public.privacy" sections={sections} />
    </PublicPage>
  );
}
