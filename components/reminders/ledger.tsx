import { Ban, Clock, Mail, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { LedgerRow } from "@/server/features/reminders/schema";

type Reader = "own" | "clinician";
type LedgerProps = {
  rows: readonly LedgerRow[];
  timeZone: string;
  /** Whose list it is: the person's own, or a clinician's of a partner. */
  reader: Reader;
};

const marks = { SENT: Mail, WAITING: Clock, SKIPPED: Ban, FAILED: TriangleAlert };
const shownAtOnce = 8;
/** A list of sixty days needs no year. */
const moment = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;

/** What was sent and why, and what was not sent and why not; the newest first, older ones folded. */
export function Ledger({ rows, timeZone, reader }: LedgerProps) {
  const words = useTranslations("reminders.ledger");
  if (rows.length === 0) return <p className="mt-3 text-16 text-ink-soft">{words("empty")}</p>;
  const items = (some: readonly LedgerRow[]) => (
    <ul className="divide-y divide-line">
      {some.map((row) => (
        <Item key={row.id} row={row} timeZone={timeZone} reader={reader} />
      ))}
    </ul>
  );
  const older = rows.slice(shownAtOnce);
  return (
    <>
      {items(rows.slice(0, shownAtOnce))}
      {older.length > 0 && (
        <details className="group border-line border-t">
          <summary className="link flex min-h-12 list-none items-center group-open:hidden">
            {words("older", { count: older.length })}
          </summary>
          {items(older)}
        </details>
      )}
    </>
  );
}

function Item({ row, timeZone, reader }: { row: LedgerRow; timeZone: string; reader: Reader }) {
  const words = useTranslations("reminders.ledger");
  const format = useFormatter();
  const Mark = marks[row.state];
  const about = row.about && format.dateTime(Date.parse(row.about), { month: "long", day: "numeric", timeZone: "UTC" });
  const kind = words(`kind.${row.kind}`);
  return (
    <li className="flex items-start gap-3.5 py-3">
      <Mark
        aria-hidden
        size={19}
        strokeWidth={1.9}
        className={row.state === "SENT" ? "mt-0.5 shrink-0 text-primary" : "mt-0.5 shrink-0 text-ink-faint"}
      />
      <div className="min-w-0">
        <p className="font-medium text-16 leading-snug">{about ? words("about", { kind, date: about }) : kind}</p>
        <p className="text-16 text-ink-soft leading-snug">
          <time dateTime={row.at.toISOString()}>
            {words(`state.${row.state}`, {
              date: format.dateTime(row.at, { ...moment, timeZone }),
            })}
          </time>{" "}
          {row.reason && words(`${reader}.${row.reason}`)}
        </p>
      </div>
    </li>
  );
}
