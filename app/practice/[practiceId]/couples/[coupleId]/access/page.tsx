import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessView } from "@/components/staff/access/access-view";
import { loadPage, serverApi } from "@/server/trpc/server";

type AccessRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.access"))("title") };
}

/** Who may read a couple. */
export default async function AccessRoute({ params }: AccessRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  return <AccessView page={await loadPage(() => api.clinicians.page({ practiceId, coupleId }))} />;
}
