import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UsView } from "@/components/couple/us-view";
import { loadPage, serverApi } from "@/server/trpc/server";

type PageProps = { params: Promise<{ coupleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("couple.titles"))("us") };
}

/** What both partners share. */
export default async function UsPage({ params }: PageProps) {
  const { coupleId } = await params;
  const api = await serverApi();
  return <UsView page={await loadPage(() => api.checkIns.us({ coupleId }))} />;
}
