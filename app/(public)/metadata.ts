import type { Metadata } from "next";
import { localizedPath } from "@/components/public/paths";
import { defaultLocale, locales } from "@/messages/locales";
import { env } from "@/server/env";

/** Title, description, canonical address and the same page in the other languages. */
export function publicMetadata(page: {
  locale: string;
  path: string;
  title: string;
  description: string;
  /** The title stands alone, without the name after it. */
  whole?: boolean;
}): Metadata {
  const alternates = Object.fromEntries(locales.map((locale) => [locale, localizedPath(locale, page.path)]));
  const url = localizedPath(page.locale, page.path);
  return {
    metadataBase: new URL(env().PUBLIC_URL),
    title: page.whole ? { absolute: page.title } : page.title,
    description: page.description,
    alternates: { canonical: url, languages: { ...alternates, "x-default": localizedPath(defaultLocale, page.path) } },
    openGraph: {
      type: "website",
      siteName: "Reconnect",
      title: page.title,
      description: page.description,
      url,
      locale: page.locale === "es" ? "es" : "en",
      images: [{ url: "/icons/share.png", width: 1200, height: 630, alt: "Reconnect" }],
    },
  };
}
