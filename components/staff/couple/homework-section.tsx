import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { SectionCard } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Dots } from "@/components/ui/dots";
import { PartnerMark } from "@/components/ui/partner";
import type { CouplePage, HomeworkRow } from "@/server/features/couples/schema";
import { useCivilDay } from "../moment";
import { namesInWords, sideOf } from "../people";
import { places } from "../places";
import { HomeworkActions } from "./homework-actions";

/** What is assigned, for whom, and each one's latest answers. */
export function HomeworkSection({ page }: { page: CouplePage }) {
  const words = useTranslations("staff.homework");
  const running = page.homework.filter(({ state }) => state !== "ENDED");
  const ended = page.homework.filter(({ state }) => state === "ENDED");
  return (
    <SectionCard title={words("title")} text={page.homework.length > 0 && words("latest")}>
      {running.length === 0 && (
        <p className="text-ink-soft">
          <b className="font-semibold text-ink">{words("empty.title")}.</b> {words("empty.text")}
        </p>
      )}
      <ul className="divide-y divide-line">
        {running.map((row) => (
          <Row key={row.assignmentId} row={row} page={page} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="mt-3 border-line border-t pt-3">
          <summary className="inline-block min-h-6 list-none text-14 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink">
            {words("ended")} ({ended.length})
          </summary>
          <ul className="mt-1 divide-y divide-line">
            {ended.map((row) => (
              <Row key={row.assignmentId} row={row} page={page} />
            ))}
          </ul>
        </details>
      )}
    </SectionCard>
  );
}

function Row({ row, page }: { row: HomeworkRow; page: CouplePage }) {
  const words = useTranslations("staff");
  const format = useFormatter();
  const [one, two] = row.forPartners.map(({ name }) => name);
  const names = namesInWords(format, one, two);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 py-3 @lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="flex items-baseline gap-2.5 font-semibold">
          <AreaMark area={row.area} />
          <Link
            href={places.homework(page.viewer.practiceId, page.couple.coupleId, row.assignmentId)}
            prefetch={false}
            className="underline-offset-4 hover:underline"
          >
            {row.title}
          </Link>
        </h3>
        {row.waits && (
          <p className="mt-1 ml-5">
            <Chip tone="attention">{words("homework.waits")}</Chip>
          </p>
        )}
        <p className="ml-5 text-13 text-ink-soft">{useTerms()(row, page.viewer.today)}</p>
        {row.note && (
          <p className="mt-1 ml-5 whitespace-pre-line text-14">
            <span className="text-13 text-ink-soft">{words("homework.note")}: </span>
            {row.note}
          </p>
        )}
        {row.plan && <AgreedPlan plan={row.plan} />}
      </div>
      <Answers row={row} />
      {row.state !== "ENDED" && (
        <HomeworkActions
          practiceId={page.viewer.practiceId}
          coupleId={page.couple.coupleId}
          assignmentId={row.assignmentId}
          title={row.title}
          names={names}
          state={row.state}
        />
      )}
    </li>
  );
}

/** What was agreed when it was assigned. */
function AgreedPlan({ plan }: { plan: NonNullable<HomeworkRow["plan"]> }) {
  const words = useTranslations("staff.homework.plan");
  const parts = [
    ...(["why", "when", "hour", "obstacle", "tiny"] as const).map((key) => ({ key, text: plan[key] })),
    { key: "confidence" as const, text: plan.confidence === null ? "" : words("ofTen", { value: plan.confidence }) },
  ].filter(({ text }) => text);
  return (
    <dl className="mt-1 ml-5 grid gap-0.5 text-14">
      {parts.map(({ key, text }) => (
        <div key={key}>
          <dt className="inline text-13 text-ink-soft">{words(key)}: </dt>
          <dd className="inline whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answers({ row }: { row: HomeworkRow }) {
  const words = useTranslations("staff.homework");
  return (
    <ul className="@lg:order-none order-last @lg:col-span-1 col-span-2 @lg:ml-0 ml-5 grid gap-1 @lg:pt-0.5">
      {row.forPartners.map(({ position, name, marks }) => (
        <li key={position} className="flex items-center gap-2 text-13 text-ink-soft">
          <PartnerMark side={sideOf(position)} className="size-2.5" />
          <span aria-hidden={marks.length > 0} className="w-16 truncate">
            {name}
          </span>
          <span className="w-24">{marks.length > 0 ? <Dots results={marks} label={name} /> : words("noWindows")}</span>
        </li>
      ))}
    </ul>
  );
}

/** For whom, how often and how long: "both · weekly · until 12 Dec". */
function useTerms(): (row: HomeworkRow, today: string) => string {
  const words = useTranslations("staff");
  const run = useTranslations("assigning.run");
  const day = useCivilDay();
  return (row, today) => {
    const [first] = row.forPartners;
    const who = row.forPartners.length === 1 && first ? first.name : words("homework.both");
    const starts = row.startsOn > today ? [words("homework.from", { date: day(row.startsOn) })] : [];
    const until = row.untilAppointment ? run("untilNext", { date: day(row.endsOn ?? today) }) : null;
    const ends = until ?? (row.endsOn ? words("homework.until", { date: day(row.endsOn) }) : words("homework.open"));
    const paused = row.state === "PAUSED" ? [words("homework.paused")] : [];
    const rests = row.rests ? [words("homework.rests")] : [];
    const often = words(`cadence.${row.cadence.every}`, { times: row.cadence.times });
    return [who, often, ...starts, ends, ...paused, ...rests].join(" · ");
  };
}
