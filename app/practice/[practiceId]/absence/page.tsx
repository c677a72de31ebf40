import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AbsenceView } from "@/components/staff/absence/absence-view";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.absence"))("title") };
}

/** A therapist's own time away. */
export default async function AbsenceRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  return <AbsenceView page={await loadPage(() => api.absences.page({ practiceId }))} />;
}
