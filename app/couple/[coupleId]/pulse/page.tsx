import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PulseView } from "@/components/couple/pulse/pulse-view";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("pulse") };
}

/** The weekly pulse of one partner. */
export default async function PulsePage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  return <PulseView page={await loadPage(() => api.pulse.page({ coupleId }))} />;
}
