import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TodayView } from "@/components/couple/today-view";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("today") };
}

/** Today, for one partner. */
export default async function TodayPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  return <TodayView page={await loadPage(() => api.homework.today({ coupleId }))} />;
}
