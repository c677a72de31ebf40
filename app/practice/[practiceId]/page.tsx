import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Caseload } from "@/components/staff/caseload/caseload";
import { viewOf } from "@/components/staff/caseload/views";
import { isTherapist, places } from "@/components/staff/places";
import { loadCaseload } from "./_load";

type CaseloadPageProps = {
  params: Promise<{ practiceId: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.caseload"))("title") };
}

/** The caseload; who treats nobody is led to the administrative list. */
export default async function CaseloadRoute({ params, searchParams }: CaseloadPageProps) {
  const { practiceId } = await params;
  const page = await loadCaseload(practiceId);
  if (!isTherapist(page.viewer)) redirect(places.couples(practiceId));
  return <Caseload page={page} view={viewOf((await searchParams).show)} />;
}
