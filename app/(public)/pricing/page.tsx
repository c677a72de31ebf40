import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { Plans } from "@/components/public/pricing/plans";
import { Promises } from "@/components/public/pricing/promises";
import { PublicPage } from "@/components/public/public-page";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("public.pricing");
  return publicMetadata({
    locale: await getLocale(),
    path: "/pricing",
    title: words("metaTitle"),
    description: words("metaText"),
  });
}

/** What it costs, from the same source as what is charged. */
export default function PricingPage() {
  return (
    <PublicPage path="/pricing">
      <Plans />
      <Promises />
    </PublicPage>
  );
}
