import type { MetadataRoute } from "next";
import { localizedPath } from "@/components/public/paths";
import { strategyKeys } from "@/content/strategies";
import { locales } from "@/messages/locales";
import { env } from "@/server/env";

/** Every public page with its other languages. */
export default function sitemap(): MetadataRoute.Sitemap {
  const base = env().PUBLIC_URL;
  const address = (locale: string, path: string) => new URL(localizedPath(locale, path), base).href;
  const strategies = strategyKeys.flatMap((key) => [`/strategies/${key}`, `/strategies/${key}/try`]);
  const paths = ["/", "/strategies", ...strategies, "/pricing", "/privacy", "/security"];
  return paths.flatMap((path) => {
    const languages = Object.fromEntries(locales.map((locale) => [locale, address(locale, path)]));
    return locales.map((locale) => ({ url: address(locale, path), alternates: { languages } }));
  });
}

export const dynamic = "force-dynamic";
