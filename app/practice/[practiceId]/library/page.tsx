import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StrategyList } from "@/components/staff/library/strategy-list";
import { BeginButton } from "@/components/staff/own/begin-button";
import { ImportDialog } from "@/components/staff/own/import-dialog";
import { OwnList } from "@/components/staff/own/own-list";
import { isTherapist, places } from "@/components/staff/places";
import { ClientMessages } from "@/components/ui/client-messages";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { strategies } from "@/content/strategies";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.library"))("title") };
}

/** The strategies that can be assigned: the practice's own, for its therapists, and the library. */
export default async function LibraryRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const { viewer, own } = await loadPage(() => api.strategies.library({ practiceId }));
  const words = await getTranslations("staff.library");
  const ownWords = await getTranslations("own.library");
  const therapist = isTherapist(viewer);
  const programs = await getTranslations("programs");
  const actions = (
    <>
      <LinkButton href={places.programs(practiceId)} prefetch={false} variant="quiet">
        {programs("nav")}
      </LinkButton>
      <ImportDialog practiceId={practiceId} />
      <BeginButton practiceId={practiceId} like={null} />
    </>
  );
  return (
    <ClientMessages names={["staff", "errors", "own"]}>
      <PageHeader
        title={words("title")}
        text={words("text", { count: strategies.length })}
        actions={therapist && actions}
      />
      {therapist && <OwnList own={own} practiceId={practiceId} />}
      {therapist && <h2 className="display mb-4 text-24">{ownWords("theirs")}</h2>}
      <StrategyList strategies={strategies} practiceId={practiceId} />
    </ClientMessages>
  );
}
