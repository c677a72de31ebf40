import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgreementView } from "@/components/staff/agreement/agreement-view";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice.agreement"))("title") };
}

/** What the practice has signed with the operator; for its owners alone. */
export default async function AgreementRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  return <AgreementView page={await loadPage(() => api.practices.agreement({ practiceId }))} />;
}
