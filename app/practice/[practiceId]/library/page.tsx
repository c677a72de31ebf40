import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StrategyList } from "@/components/staff/library/strategy-list";
import { PageHeader } from "@/components/ui/page-header";
import { strategies } from "@/content/strategies";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.library"))("title") };
}

/** The strategies that can be assigned. */
export default async function LibraryRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const words = await getTranslations("staff.library");
  return (
    <>
      <PageHeader title={words("title")} text={words("text", { count: strategies.length })} />
      <StrategyList strategies={strategies} practiceId={practiceId} />
    </>
  );
}
