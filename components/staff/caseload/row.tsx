import clsx from "clsx";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaMark } from "@/components/ui/area-mark";
import { Chip } from "@/components/ui/chip";
import { Dots } from "@/components/ui/dots";
import { PartnerMark, PartnerPair } from "@/components/ui/partner";
import { Sparkline } from "@/components/ui/sparkline";
import type { CaseloadRow } from "@/server/features/caseload/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { useCivilDay, useComing } from "../moment";
import { coupleName, namesOf } from "../people";
import { places } from "../places";
import { columns } from "./columns";
import { ReasonChip } from "./reason-chip";

type RowProps = { row: CaseloadRow; viewer: StaffViewer };

/** One couple of the caseload: a row where there is room, a card where there is not. The name is the link of all of it. */
export function CaseloadRowView({ row, viewer }: RowProps) {
  const loud = row.reasons.some((reason) => reason.tone === "attention");
  return (
    <div className={clsx("grid", rowClass, columns, loud && "bg-attention-wash/45")}>
      <Name row={row} viewer={viewer} />
      <Cell name="why" className="@4xl:col-span-1 col-span-2">
        <Reasons row={row} />
      </Cell>
      <Cell name="pulse" className="self-center">
        <Pulse row={row} />
      </Cell>
      <Cell name="answers" className="self-center">
        <Answers row={row} />
      </Cell>
      <Cell name="homework" className="@4xl:col-span-1 col-span-2">
        <Homework row={row} />
      </Cell>
      <Next row={row} viewer={viewer} />
    </div>
  );
}

function Name({ row, viewer }: RowProps) {
  const format = useFormatter();
  const { one, two } = namesOf(row.partners);
  return (
    <h3 className="@4xl:row-auto row-start-1 flex min-w-0 items-center gap-2.5 font-semibold text-15">
      <PartnerPair one={one} two={two} />
      <Link data-row href={places.couple(viewer.practiceId, row.coupleId)} prefetch={false} className={nameClass}>
        {coupleName(format, { one, two })}
      </Link>
    </h3>
  );
}

function Cell({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  const words = useTranslations("staff.caseload.column");
  return (
    <div className={clsx("min-w-0", className)}>
      <span className="sr-only">{words(name)}: </span>
      {children}
    </div>
  );
}

function Reasons({ row }: Pick<RowProps, "row">) {
  const words = useTranslations("staff");
  const people = useTranslations("people.absence");
  const day = useCivilDay();
  const quiet = row.reasons.length === 0 && row.state === "ACTIVE";
  return (
    <span className="flex flex-wrap gap-1.5">
      {row.covering && (
        <Chip tone="primary">
          {row.covering.name
            ? people("covering", { name: row.covering.name, date: day(row.covering.until) })
            : people("coveringNobody", { date: day(row.covering.until) })}
        </Chip>
      )}
      {row.state !== "ACTIVE" && <Chip>{words(`state.${row.state}`)}</Chip>}
      {row.reasons.map((reason) => (
        <ReasonChip key={JSON.stringify(reason)} reason={reason} />
      ))}
      {quiet && <span className="text-13 text-ink-soft">{words("caseload.onTrack")}</span>}
    </span>
  );
}

function Pulse({ row }: Pick<RowProps, "row">) {
  const words = useTranslations("staff.caseload");
  const format = useFormatter();
  const { one, two } = namesOf(row.partners);
  const trend = (values: readonly (number | null)[]) => {
    const given = values.filter((value) => value !== null);
    const [first, last] = [given[0], given.at(-1)];
    if (first === undefined || last === undefined) return words("pulseNone");
    return words("pulseTrend", { first: format.number(first), last: format.number(last) });
  };
  if ([...row.pulse.one, ...row.pulse.two].every((value) => value === null)) return <Faint>{words("noPulse")}</Faint>;
  const label = words("pulse", { one, oneTrend: trend(row.pulse.one), two, twoTrend: trend(row.pulse.two) });
  return <Sparkline one={row.pulse.one} two={row.pulse.two} label={label} className="max-w-full" />;
}

function Answers({ row }: Pick<RowProps, "row">) {
  const words = useTranslations("staff.caseload");
  const { one, two } = namesOf(row.partners);
  const { adherence } = row;
  if (adherence.one.length + adherence.two.length === 0) return <Faint>{words("noAnswers")}</Faint>;
  return (
    <span className="grid gap-1">
      {(["one", "two"] as const).map((side) => (
        <span key={side} className="flex min-h-3.5 items-center gap-2">
          <PartnerMark side={side} className="size-2.5" />
          {adherence[side].length > 0 && <Dots results={adherence[side]} label={side === "one" ? one : two} />}
        </span>
      ))}
    </span>
  );
}

function Homework({ row }: Pick<RowProps, "row">) {
  const words = useTranslations("staff.caseload");
  const [first, ...rest] = row.homework;
  if (!first) return <Faint>{words("noHomework")}</Faint>;
  return (
    <span className="flex items-baseline gap-2.5">
      <AreaMark area={first.area} />
      <span className="min-w-0">
        {first.title}
        {rest.length > 0 && (
          <span className="block text-13 text-ink-soft">{words("more", { count: rest.length })}</span>
        )}
      </span>
    </span>
  );
}

function Next({ row, viewer }: RowProps) {
  const words = useTranslations("staff.caseload");
  const coming = useComing();
  return (
    <Cell
      name="next"
      className="@4xl:col-auto @4xl:row-auto col-start-2 row-start-1 @4xl:justify-self-start justify-self-end"
    >
      {row.nextAppointment ? (
        <span className="figures @4xl:text-14 text-13 text-ink-soft">{coming(row.nextAppointment, viewer)}</span>
      ) : (
        <Faint>{words("noAppointment")}</Faint>
      )}
    </Cell>
  );
}

function Faint({ children }: { children: ReactNode }) {
  return <span className="text-13 text-ink-faint">{children}</span>;
}

const rowClass =
  "relative min-h-18 px-4 py-3.5 text-14 transition-colors hover:bg-sunken/60 @4xl:px-5 @4xl:py-2.5 " +
  "has-[a:focus-visible]:outline-[2.5px] has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-focus";
const nameClass = "outline-none after:absolute after:inset-0";
