import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExerciseView } from "@/components/couple/exercise-view";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = {
  params: Promise<{ coupleId: string; occurrenceId: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

/** A neutral title: the history of a shared browser names no exercise. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("exercise") };
}

/** One exercise and its check-in. `?version=tiny` opens it at the two-minute version. */
export default async function ExercisePage({ params, searchParams }: PageProps) {
  const { coupleId, occurrenceId } = await params;
  const { version } = await searchParams;
  const api = await serverApi();
  const page = await loadPage(() => api.homework.open({ coupleId, occurrenceId }));
  return <ExerciseView page={page} tiny={version === "tiny"} />;
}
