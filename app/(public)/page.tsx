import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { publicMetadata } from "@/app/(public)/metadata";
import { Areas } from "@/components/public/landing/areas";
import { Closing } from "@/components/public/landing/closing";
import { Hero } from "@/components/public/landing/hero";
import { Readers } from "@/components/public/landing/readers";
import { Steps } from "@/components/public/landing/steps";
import { Therapists } from "@/components/public/landing/therapists";
import { PublicPage } from "@/components/public/public-page";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("public.home");
  return publicMetadata({
    locale: await getLocale(),
    path: "/",
    title: words("metaTitle"),
    description: words("metaText"),
    whole: true,
  });
}

/** The first page a visitor sees. */
export default function HomePage() {
  return (
    <PublicPage path="/">
      <Hero />
      <Areas />
      <Steps />
      <Readers />
      <Therapists />
      <Closing />
    </PublicPage>
  );
}
