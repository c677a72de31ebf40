import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CouplesList } from "@/components/staff/couples/couples-list";
import { places } from "@/components/staff/places";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
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
  const invite = (
    <LinkButton href={places.newCouple(practiceId)} prefetch={false}>
      {(await getTranslations("invitations.new"))("entry")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
        actions={list.couples.length > 0 && invite}
      />
      {list.couples.length > 0 ? (
        <CouplesList {...list} />
      ) : (
        <EmptyState title={words("empty.title")} text={words("empty.text")} action={invite} />
      )}
    </>
  );
}
