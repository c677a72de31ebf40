import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsView } from "@/components/staff/settings/settings-view";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice.settings"))("title") };
}

/** The practice as its owner runs it; for everyone else the page is not there. */
export default async function SettingsRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  return <SettingsView page={await loadPage(() => api.practices.settings({ practiceId }))} />;
}
