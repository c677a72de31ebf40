import { useTranslations } from "next-intl";
import { isTherapist } from "@/components/staff/places";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import type { LicencesPage } from "@/server/features/licences/schema";
import { MyLicences } from "./my-licences";
import { Others } from "./others";
import { Queue } from "./queue";
import { Supervision } from "./supervision";

/** Licences: for therapists their own, for owners also what waits for them, everybody's, and supervision. */
export function LicencesView({ page }: { page: LicencesPage }) {
  const words = useTranslations("licences");
  const { viewer, others } = page;
  const owner = viewer.roles.includes("OWNER");
  const mine = isTherapist(viewer) && <MyLicences viewer={viewer} mine={page.mine} sole={page.sole} />;
  const waiting = others.some((one) => one.status === "SUBMITTED");
  const colleagues = owner && !page.sole;
  return (
    <>
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      <div className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="@container grid gap-8">
          {isTherapist(viewer) && <Standing page={page} />}
          {colleagues && waiting && <Queue viewer={viewer} others={others} />}
          {mine}
          {colleagues && !waiting && <Queue viewer={viewer} others={others} />}
          {colleagues && <Others viewer={viewer} others={others} therapists={page.therapists} />}
        </div>
        {!page.sole && (
          <Supervision
            viewer={viewer}
            personId={page.personId}
            supervisions={page.supervisions}
            therapists={page.therapists}
          />
        )}
      </div>
    </>
  );
}

/** Whether one may assign today, and under whose licence. */
function Standing({ page }: { page: LicencesPage }) {
  const words = useTranslations("licences.standing");
  const { viewer, mine, supervisions, personId, licensed } = page;
  const own = mine.some((one) => one.status === "VERIFIED" && one.expiresOn >= viewer.today);
  const by = supervisions.find((one) => one.associateId === personId && one.covered && one.from <= viewer.today);
  if (!licensed) {
    const waits = mine.some((one) => one.status === "SUBMITTED");
    return <Banner tone={waits ? "info" : "attention"}>{words(waits ? "waiting" : "none")}</Banner>;
  }
  return <Banner tone="positive">{own || !by ? words("own") : words("supervised", { name: by.supervisor })}</Banner>;
}
