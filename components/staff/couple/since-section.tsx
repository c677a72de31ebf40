import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionCard } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner";
import type { CouplePage } from "@/server/features/couples/schema";
import { usePast } from "../moment";
import { sideOf } from "../people";

const bold = (chunks: ReactNode) => <b className="figures font-semibold text-ink">{chunks}</b>;

/** What each partner did since the last appointment: two rows, never one mean. */
export function SinceSection({ page }: { page: CouplePage }) {
  const words = useTranslations("staff.since");
  const format = useFormatter();
  const past = usePast();
  const { lastAppointment } = page.couple;
  return (
    <SectionCard
      title={words(lastAppointment ? "title" : "titleFourWeeks")}
      text={lastAppointment && words("from", { when: past(lastAppointment, page.viewer) })}
    >
      <ul className="divide-y divide-line">
        {page.since.map((row) => (
          <li key={row.position} className="flex items-baseline gap-3 py-2.5 first:pt-0 last:pb-0">
            <PartnerMark side={sideOf(row.position)} />
            <div className="grow text-14 text-ink-soft">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <b className="font-semibold text-15 text-ink">{row.name}</b>
                <span>{words.rich("answered", { answered: row.answered, windows: row.windows, b: bold })}</span>
              </p>
              {row.answered > 0 && (
                <p>
                  {row.difficulty === null
                    ? words("noDifficulty")
                    : words.rich("difficulty", { value: format.number(row.difficulty), b: bold })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
