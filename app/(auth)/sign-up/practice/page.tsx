import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { countryOptions, zoneOptions } from "@/components/places/zones";
import { IdleGuard } from "@/components/session/idle-guard";
import { FoundForm } from "@/components/sign-up/found-form";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.practice"))("title"), robots: { index: false } };
}

/** Founding a practice, for whoever is signed in: what it is called, where it lies, and its agreement. */
export default async function FoundPage() {
  const api = await serverApi();
  await loadPage(() => api.home.places());
  const locale = (await getLocale()) === "es" ? "es" : "en";
  return (
    <>
      <FoundForm locale={locale} zones={zoneOptions()} countries={countryOptions(locale)} />
      <IdleGuard signInPath="/sign-in" />
    </>
  );
}
