import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstSteps } from "@/components/staff/start/first-steps";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice.start"))("title") };
}

/** What gets somebody ready here. */
export default async function StartRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  return <FirstSteps page={await loadPage(() => api.practices.start({ practiceId }))} />;
}
