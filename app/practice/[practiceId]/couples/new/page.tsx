import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewCoupleForm } from "@/components/invitations/new-couple-form";
import { places } from "@/components/staff/places";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations.new"))("title") };
}

/** Taking on a couple: both invited, each apart. */
export default async function NewCoupleRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.invitations.coupleForm({ practiceId }));
  const words = await getTranslations("invitations.new");
  const transfers = await getTranslations("transfers.receive");
  return (
    <>
      <PageHeader
        crumb={{ href: places.couples(practiceId), label: words("back") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
        actions={
          <LinkButton href={places.receive(practiceId)} prefetch={false} variant="ghost">
            {transfers("link")}
          </LinkButton>
        }
      />
      <NewCoupleForm page={page} />
    </>
  );
}
