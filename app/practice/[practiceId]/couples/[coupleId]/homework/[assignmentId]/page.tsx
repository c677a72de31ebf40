import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReadingView } from "@/components/staff/tools/reading-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type HomeworkRouteProps = { params: Promise<{ practiceId: string; coupleId: string; assignmentId: string }> };

/** A neutral title: it names no exercise and nobody. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.tools"))("pageTitle") };
}

/** What a couple wrote in the tools of one homework, as its clinicians may read it. */
export default async function HomeworkRoute({ params }: HomeworkRouteProps) {
  const { practiceId, coupleId, assignmentId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.tools.reading({ practiceId, coupleId, assignmentId }));
  return (
    <ClientMessages names={["staff", "errors", "blocks"]}>
      <ReadingView page={page} practiceId={practiceId} coupleId={coupleId} />
    </ClientMessages>
  );
}
