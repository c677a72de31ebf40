import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LicencesView } from "@/components/staff/licences/licences-view";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("licences"))("title") };
}

/** Licences of the practice's therapists. */
export default async function LicencesRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.licences.page({ practiceId }));
  return (
    <ClientMessages names={["staff", "errors", "licences"]}>
      <LicencesView page={page} />
    </ClientMessages>
  );
}
