import { useTranslations } from "next-intl";
import type { Statement as Shape } from "@/server/features/disclosures/schema";
import { useDay } from "./disclosure-list";

/** The paper that one partner is handed: nothing of it is about the other. */
export function Statement({ statement }: { statement: Shape }) {
  const words = useTranslations("disclosures.statement");
  const day = useDay();
  const { viewer, personName, from, to, rows } = statement;
  return (
    <article className="rounded-l border border-line bg-surface p-6 shadow-card sm:p-10 print:border-0 print:p-0 print:shadow-none">
      <p className="text-14 text-ink-soft">{viewer.practiceName}</p>
      <h1 className="display mt-1 text-32">{words("title")}</h1>
      <p className="mt-1 font-semibold text-17">{personName}</p>
      <p className="text-15 text-ink-soft">{words("period", { from: day(from), to: day(to) })}</p>
      <p className="measure mt-5 text-15">{words("text")}</p>
      {rows.length === 0 ? (
        <p className="mt-6 font-semibold text-15">{words("none")}</p>
      ) : (
        <ul className="mt-6 divide-y divide-line border-line border-y">
          {rows.map((row) => (
            <li key={row.disclosureId} className="break-inside-avoid py-4">
              <dl className="grid gap-x-6 gap-y-1.5 text-15 sm:grid-cols-[7rem_minmax(0,1fr)]">
                <Line term={words("column.date")}>{day(row.disclosedOn)}</Line>
                <Line term={words("column.to")}>{[row.recipient, row.address].filter(Boolean).join(", ")}</Line>
                <Line term={words("column.what")}>{row.what}</Line>
                <Line term={words("column.why")}>{row.why}</Line>
              </dl>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-6 text-14 text-ink-soft">{words("made", { date: day(to) })}</p>
    </article>
  );
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt className="text-14 text-ink-soft">{term}</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </>
  );
}
