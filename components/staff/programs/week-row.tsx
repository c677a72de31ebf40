import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Dots } from "@/components/ui/dots";
import { PartnerMark } from "@/components/ui/partner";
import type { Standing, StandingPage, StandingWeek } from "@/server/features/programs/schema";
import { useCivilDay } from "../moment";
import { sideOf } from "../people";
import { places } from "../places";
import { OpenWeek } from "./open-week";
import { WeekActions } from "./week-actions";
import { WeekStrategies } from "./week-strategies";

type WeekRowProps = { week: StandingWeek; page: StandingPage; current: Standing };

/** One week of where a couple stands. */
export function WeekRow({ week, page, current }: WeekRowProps) {
  const words = useTranslations("programs");
  const when = useWhen(page, current);
  const skipped = week.state === "SKIPPED";
  const next = current.weeks.find((one) => one.state === "WAITING")?.weekId === week.weekId;
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-2 py-4 first:pt-1 last:pb-1">
      <span
        aria-hidden
        className={clsx(
          "figures grid size-9 place-items-center rounded-full border font-semibold text-14",
          week.state === "OPEN" ? "border-primary bg-primary-wash text-primary" : "border-line-control text-ink-soft",
          skipped && "border-dashed",
        )}
      >
        {week.number ?? "–"}
      </span>
      <div className="grid min-w-0 gap-1">
        <h3 className={clsx("font-semibold text-16", skipped && "font-medium text-ink-soft")}>
          {week.number !== null && <span className="sr-only">{words("week", { number: week.number })}: </span>}
          {week.title}
        </h3>
        <p className="text-13 text-ink-soft">{when(week)}</p>
        {!skipped && week.state !== "DONE" && <p className="text-15">{week.whyNow}</p>}
        {!skipped && week.homework.length === 0 && <WeekStrategies strategies={week.strategies} />}
        {next && current.state === "ACTIVE" && page.state === "ACTIVE" && page.licensed && !current.jointFault && (
          <OpenWeek page={page} current={current} week={week} prominent={week.opens === "THERAPIST"} />
        )}
      </div>
      <WeekActions week={week} page={page} current={current} />
      {week.homework.length > 0 && (
        <ul className="col-span-full grid gap-3 sm:col-start-2">
          {week.homework.map((one) => (
            <Homework key={one.assignmentId} one={one} page={page} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** One homework with each partner's answers, in two rows. */
function Homework({ one, page }: { one: StandingWeek["homework"][number]; page: StandingPage }) {
  const words = useTranslations("programs.standing");
  return (
    <li className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <Link
        href={places.homework(page.viewer.practiceId, page.coupleId, one.assignmentId)}
        prefetch={false}
        className="min-w-0 font-medium text-15 underline-offset-4 hover:underline"
      >
        {one.title}
      </Link>
      <ul className="grid gap-1">
        {one.forPartners.map(({ position, name, marks }) => (
          <li key={position} className="flex items-center gap-2 text-13 text-ink-soft">
            <PartnerMark side={sideOf(position)} className="size-2.5" />
            <span aria-hidden={marks.length > 0} className="w-16 truncate">
              {name}
            </span>
            <span className="w-32">
              {marks.length > 0 ? <Dots results={marks} label={name} /> : words("noAnswers")}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** When a week was, is or will be, in words. */
function useWhen(page: StandingPage, current: Standing) {
  const words = useTranslations("programs.standing");
  const day = useCivilDay();
  const ahead = (week: StandingWeek) => {
    if (week.opens === "THERAPIST") return words("opensAtWord");
    if (current.state === "PAUSED") return words("opensPaused");
    if (!week.opensOn) return words("opensAfter");
    return week.opensOn === page.today ? words("opensToday") : words("opensOn", { date: day(week.opensOn) });
  };
  return (week: StandingWeek): string => {
    if (week.state === "SKIPPED") return words("skipped");
    if (week.state === "WAITING" || !week.openedOn || !week.endsOn) return ahead(week);
    const over = week.endsOn < page.today;
    const ran =
      week.state === "DONE"
        ? words("was", { from: day(week.openedOn), to: day(week.endsOn) })
        : words(over ? "overSince" : "until", { date: day(week.endsOn) });
    return week.byWord ? `${ran} · ${words("byWord")}` : ran;
  };
}
