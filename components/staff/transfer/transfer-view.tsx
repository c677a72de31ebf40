import { useFormatter, useTranslations } from "next-intl";
import { civilInstant } from "@/components/couple/civil";
import { Banner } from "@/components/ui/banner";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { TransferPage } from "@/server/features/transfers/schema";
import { places } from "../places";
import { CodePanel } from "./code-panel";
import { StopTransfer } from "./stop-transfer";
import { WhatGoes } from "./what-goes";

/** A civil date in words. */
export function useDay(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(civilInstant(date), { day: "numeric", month: "long", timeZone: "UTC" });
}

/** A couple's way to another practice: what can go, the code, who receives, and what has gone. */
export function TransferView({ page }: { page: TransferPage }) {
  const words = useTranslations("transfers.page");
  const access = useTranslations("people.access");
  const { practiceId } = page.viewer;
  const { coupleId, state } = page.couple;
  const { transfer } = page;
  const ended = state === "ENDED";
  const received = transfer?.receiver && (transfer.state === "taken" || transfer.gone.length > 0);
  return (
    <>
      <PageHeader
        crumb={{ href: places.access(practiceId, coupleId), label: access("title") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
      />
      <div className="grid max-w-4xl gap-5">
        {ended && <Banner>{words("ended")}</Banner>}
        {received && <Received page={page} />}
        {!ended && transfer?.state !== "taken" && (
          <CodePanel
            practiceId={practiceId}
            coupleId={coupleId}
            waiting={transfer?.state === "code" ? transfer : null}
            over={transfer?.state === "over"}
          />
        )}
        <WhatGoes />
      </div>
    </>
  );
}

/** Who receives, and what has gone. It says nothing of answers that did not go. */
function Received({ page: { transfer, couple, viewer } }: { page: TransferPage }) {
  const words = useTranslations("transfers.page.taken");
  const day = useDay();
  if (!transfer?.receiver) return null;
  const { practiceName, therapistName, on } = transfer.receiver;
  const gone = new Map(transfer.gone.map((one) => [one.personId, one.on]));
  const allGone = couple.partners.every(({ personId }) => gone.has(personId));
  const ids = { practiceId: viewer.practiceId, coupleId: couple.coupleId, transferId: transfer.transferId };
  return (
    <SectionCard
      title={words("title")}
      action={transfer.state === "taken" && !allGone && <StopTransfer {...ids} waiting={false} />}
    >
      <p className="text-17">
        <span className="font-semibold">{therapistName}</span>, {practiceName}
      </p>
      <p className="text-14 text-ink-soft">{words("on", { on: day(on), until: day(transfer.until) })}</p>
      <h3 className="mt-4 font-semibold text-15">{words("partners")}</h3>
      <ul className="mt-1 divide-y divide-line border-line border-y">
        {couple.partners.map(({ personId, name }) => {
          const goneOn = gone.get(personId);
          return (
            <li key={personId} className="flex flex-wrap justify-between gap-x-4 py-2.5 text-15">
              <span className="font-medium">{name}</span>
              <span className="text-ink-soft">{goneOn ? words("goneOn", { on: day(goneOn) }) : words("notGone")}</span>
            </li>
          );
        })}
      </ul>
      <p className="measure mt-3 text-14 text-ink-soft">{words("silence")}</p>
    </SectionCard>
  );
}
