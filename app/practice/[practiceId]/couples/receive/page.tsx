import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { places } from "@/components/staff/places";
import { ReceiveForm } from "@/components/staff/transfer/receive-form";
import { ReceptionList } from "@/components/staff/transfer/reception-list";
import { Banner } from "@/components/ui/banner";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers.receive"))("title") };
}

/** Taking on a couple that comes from another practice, by its code. */
export default async function ReceiveRoute({ params }: { params: Promise<{ practiceId: string }> }) {
  const { practiceId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.transfers.receptions({ practiceId }));
  const words = await getTranslations("transfers.receive");
  return (
    <ClientMessages names={["transfers", "invitations", "errors"]}>
      <PageHeader
        crumb={{ href: places.newCouple(practiceId), label: words("back") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
      />
      <div className="grid max-w-3xl gap-5">
        {page.receptions.length > 0 && <ReceptionList page={page} />}
        {page.mayTake ? <ReceiveForm practiceId={practiceId} /> : <Banner>{words("unlicensed")}</Banner>}
        {page.receptions.length === 0 && <ReceptionList page={page} />}
      </div>
    </ClientMessages>
  );
}
