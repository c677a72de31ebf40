import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CouplesList } from "@/components/staff/couples/couples-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.couples"))("title") };
}

/** The administrative list of the practice's couples. */
export default async function CouplesRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const list = await loadPage(() => api.couples.list({ practiceId }));
  const words = await getTranslations("staff.couples");
  return (
    <>
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      {list.couples.length > 0 ? (
        <CouplesList {...list} />
      ) : (
        <EmptyState title={words("empty.title")} text={words("empty.text")} />
      )}
    </>
  );
}
