import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AloneView } from "@/components/staff/alone/alone-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type AloneRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("alone"))("title") };
}

/** What the two wrote to their clinicians alone, behind a step of its own. */
export default async function AloneRoute({ params }: AloneRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.privateWords.page({ practiceId, coupleId }));
  return (
    <ClientMessages names={["alone", "staff", "errors"]}>
      <AloneView page={page} coupleId={coupleId} />
    </ClientMessages>
  );
}
