import { CalendarDays, Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProgramChoice } from "@/server/features/programs/schema";
import { WeekStrategies } from "./week-strategies";

type ProgramWeeksProps = {
  weeks: ProgramChoice["weeks"];
  /** In the place of how each opens: when, for this couple. */
  when?: (index: number) => string;
  /** The headings' rank. */
  heading?: "h2" | "h3";
};

/** The weeks of a program in order: what each is for, what it brings, and how it opens. */
export function ProgramWeeks({ weeks, when, heading: Heading = "h2" }: ProgramWeeksProps) {
  const words = useTranslations("programs");
  return (
    <ol className="grid">
      {weeks
        .map((week, index) => ({ ...week, number: index + 1 }))
        .map((week) => {
          const Icon = week.opens === "DATE" ? CalendarDays : Hand;
          return (
            <li key={week.number} className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 pb-6 last:pb-0">
              <span
                aria-hidden
                className="figures relative grid size-9 place-items-center rounded-full border border-line-control bg-surface font-semibold text-14 text-ink-soft"
              >
                {week.number}
              </span>
              <div className="grid gap-1.5">
                <Heading className="font-semibold text-16">
                  <span className="sr-only">{words("week", { number: week.number })}: </span>
                  {week.title}
                </Heading>
                <p className="text-15 text-ink-soft">{week.whyNow}</p>
                <WeekStrategies strategies={week.strategies} />
                <p className="flex items-center gap-1.5 text-13 text-ink-soft">
                  <Icon aria-hidden size={14} className="shrink-0" />
                  {when ? when(week.number - 1) : words(`gate.${week.opens}`)}
                </p>
              </div>
            </li>
          );
        })}
    </ol>
  );
}
