import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import type { LogCursor, LogFilters, LogRow } from "@/server/features/audit/schema";
import { coupleName, namesOf } from "../people";
import { hrefOf } from "./query";

type LogListProps = {
  rows: LogRow[];
  next: LogCursor | null;
  path: string;
  filters: LogFilters;
  /** Whether the page begins further down. */
  further: boolean;
  timeZone: string;
  /** `practice`: the couple in a column of its own. `couple`: what was done, in words. */
  of: "practice" | "couple";
};

/** Rows of the log, newest first: a line each where there is room, else a card. */
export function LogList({ rows, next, path, filters, further, timeZone, of }: LogListProps) {
  const words = useTranslations("log");
  const names = ["when", "who", of === "practice" ? "couple" : "did", "what", "outcome"] as const;
  return (
    <>
      <section className="overflow-hidden rounded-l border border-line bg-surface shadow-card">
        <h2 className="sr-only">{words("caption")}</h2>
        <div
          aria-hidden
          className={clsx(
            columns,
            "hidden h-10.5 border-line border-b px-5 font-medium text-13 text-ink-faint @4xl:grid",
          )}
        >
          {names.map((name) => (
            <span key={name}>{words(`column.${name}`)}</span>
          ))}
        </div>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} timeZone={timeZone} of={of} />
            </li>
          ))}
        </ul>
      </section>
      {(next || further) && (
        <nav className="mt-4 flex flex-wrap justify-between gap-3">
          {further ? (
            <LinkButton href={hrefOf(path, filters)} prefetch={false} variant="quiet" size="small">
              {words("newest")}
            </LinkButton>
          ) : (
            <span />
          )}
          {next && (
            <LinkButton href={hrefOf(path, filters, next)} prefetch={false} variant="ghost" size="small">
              {words("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

const loud: Partial<Record<LogRow["category"], ChipTone>> = {
  ACCESS_CHANGE: "warm",
  BREAK_GLASS: "attention",
  DELETION: "attention",
  EXPORT: "primary",
};

function Row({ row, timeZone, of }: { row: LogRow; timeZone: string; of: LogListProps["of"] }) {
  const words = useTranslations("log");
  const format = useFormatter();
  const tone = loud[row.category];
  const who = row.personName ?? words(row.outcome === "DENIED" ? "nobody" : "operator");
  return (
    <div className={clsx("grid min-h-14 px-4 py-3 text-14 @4xl:px-5 @4xl:py-2", columns)}>
      <Cell name="when">
        <time dateTime={row.at.toISOString()} className="figures">
          {format.dateTime(row.at, { dateStyle: "medium", timeStyle: "medium", timeZone })}
        </time>
      </Cell>
      <Cell name="who">
        <span className={row.personName ? "font-semibold text-ink" : undefined}>{who}</span>
      </Cell>
      <Cell name={of === "practice" ? "couple" : "did"}>
        {of === "practice" ? <CoupleOf row={row} /> : <Did row={row} />}
      </Cell>
      <Cell name="what">
        {tone ? <Chip tone={tone}>{words(`category.${row.category}`)}</Chip> : words(`category.${row.category}`)}
      </Cell>
      <Cell name="outcome">
        <Chip tone={row.outcome === "DENIED" ? "attention" : "quiet"}>{words(`outcome.${row.outcome}`)}</Chip>
      </Cell>
    </div>
  );
}

function CoupleOf({ row }: { row: LogRow }) {
  const words = useTranslations("log");
  const format = useFormatter();
  if (row.elsewhere) return <span className="italic">{words("elsewhere")}</span>;
  if (!row.couple && row.category === "CLINICAL_READ") return words("ownCouples");
  if (!row.couple) return <span className="sr-only">{words("noCouple")}</span>;
  const { one, two } = namesOf(row.couple.partners);
  return coupleName(format, { one, two });
}

/** What was done in words; a procedure without words of its own stands by its name. */
function Did({ row: { procedure } }: { row: LogRow }) {
  const words = useTranslations("log.procedure");
  const dynamic = words as unknown as { (key: string): string; has(key: string): boolean };
  if (!procedure) return null;
  return dynamic.has(procedure) ? dynamic(procedure) : <code className="break-all text-13">{procedure}</code>;
}

function Cell({
  name,
  children,
}: {
  name: "when" | "who" | "couple" | "did" | "what" | "outcome";
  children: ReactNode;
}) {
  const words = useTranslations("log.column");
  return (
    <div className="min-w-0 text-ink-soft">
      <span className="block text-13 text-ink-faint @4xl:sr-only">{words(name)}</span>
      {children}
    </div>
  );
}

const columns =
  "grid-cols-2 items-center gap-x-4 gap-y-3 @4xl:grid-cols-[11.5rem_minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1.4fr)_6.5rem]";
