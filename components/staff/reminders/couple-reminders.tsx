import { useFormatter, useTranslations } from "next-intl";
import { Ledger } from "@/components/reminders/ledger";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { PartnerMark } from "@/components/ui/partner";
import type { CoupleRemindersPage } from "@/server/features/reminders/schema";
import { sideOf } from "../people";
import { places } from "../places";
import { NudgeButton } from "./nudge-button";

type CoupleRemindersProps = { page: CoupleRemindersPage; coupleId: string };
type Partner = CoupleRemindersPage["partners"][number];

/** What each partner was sent on account of this couple, side by side, and a reminder by hand. */
export function CoupleReminders({ page, coupleId }: CoupleRemindersProps) {
  const words = useTranslations("reminders.couple");
  const { practiceId, timeZone } = page.viewer;
  return (
    <>
      <PageHeader
        crumb={{ href: places.couple(practiceId, coupleId), label: words("crumb") }}
        title={words("title")}
        text={<span className="measure block">{words("text")}</span>}
      />
      <div className="grid items-start gap-4.5 @3xl:grid-cols-2">
        {page.partners.map((partner) => (
          <SectionCard
            key={partner.personId}
            title={
              <span className="flex items-center gap-2.5">
                <PartnerMark side={sideOf(partner.position)} />
                {partner.name}
              </span>
            }
          >
            <Nudge partner={partner} practiceId={practiceId} coupleId={coupleId} />
            <Ledger rows={partner.rows} timeZone={timeZone} reader="clinician" />
          </SectionCard>
        ))}
      </div>
    </>
  );
}

function Nudge({ partner, ...at }: { partner: Partner; practiceId: string; coupleId: string }) {
  const words = useTranslations("reminders.nudge");
  const format = useFormatter();
  if (!partner.joined) return <p className="mb-2 text-15 text-ink-soft">{words("notJoined")}</p>;
  if (!partner.openUntil) return <p className="mb-2 text-15 text-ink-soft">{words("nothing")}</p>;
  const date = format.dateTime(Date.parse(partner.openUntil), { month: "long", day: "numeric", timeZone: "UTC" });
  const mayGo = !partner.nudged && partner.noMail === null;
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-3 rounded-m bg-sunken px-4 py-3">
      <p className="min-w-32 grow basis-0 text-15">
        {words(partner.nudged ? "done" : "open", { date })}
        {!partner.nudged && partner.noMail && ` ${words(`noMail.${partner.noMail}`)}`}
      </p>
      {mayGo && <NudgeButton {...at} personId={partner.personId} name={partner.name} />}
    </div>
  );
}
