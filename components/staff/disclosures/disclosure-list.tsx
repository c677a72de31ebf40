import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { DisclosureRow, DisclosuresPage } from "@/server/features/disclosures/schema";
import { DisclosureDialog } from "./disclosure-dialog";

/** What was disclosed, the latest first; what a correction replaced folds under it. */
export function DisclosureList({ page }: { page: DisclosuresPage }) {
  const words = useTranslations("disclosures");
  return (
    <section>
      <h2 className="sr-only">{words("list")}</h2>
      <ul className="grid gap-3">
        {page.histories.map((rows) => (
          <li key={rows[0]?.disclosureId}>
            <History rows={rows} page={page} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ rows, page }: { rows: DisclosureRow[]; page: DisclosuresPage }) {
  const words = useTranslations("disclosures");
  const date = useDay();
  const last = rows.at(-1);
  if (!last) return null;
  const earlier = rows.slice(0, -1).reverse();
  const name = page.partners.find((one) => one.personId === last.personId)?.name ?? "";
  const { practiceId, today } = page.viewer;
  return (
    <Card className="grid gap-3 p-5 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-14 text-ink-soft">
          <span className="figures font-semibold text-ink">{date(last.disclosedOn)}</span>
          <Chip>{words("about", { name })}</Chip>
          {last.withdrawn && <Chip tone="warm">{words("withdrawn")}</Chip>}
        </p>
        {!last.withdrawn && (
          <DisclosureDialog
            practiceId={practiceId}
            coupleId={page.coupleId}
            partners={page.partners}
            today={today}
            corrects={last}
            label={words("correctLabel", { recipient: last.recipient, date: date(last.disclosedOn) })}
          />
        )}
      </div>
      <Entry row={last} timeZone={page.viewer.timeZone} />
      {earlier.length > 0 && (
        <details className="text-14">
          <summary className="min-h-6 cursor-pointer font-medium text-ink-soft">
            {words("corrected", { count: earlier.length })}
          </summary>
          <ul className="mt-2 grid gap-3 border-line border-l-2 pl-4">
            {earlier.map((row) => (
              <li key={row.disclosureId}>
                <p className="figures text-13 text-ink-faint">{date(row.disclosedOn)}</p>
                <Entry row={row} timeZone={page.viewer.timeZone} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Entry({ row, timeZone }: { row: DisclosureRow; timeZone: string }) {
  const words = useTranslations("disclosures");
  const format = useFormatter();
  const at = format.dateTime(row.recordedAt, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <div className="grid gap-1 text-15">
      <p className="font-semibold">
        {words("to", { recipient: row.recipient })}
        {row.address && <span className="block font-normal text-14 text-ink-soft">{row.address}</span>}
      </p>
      <p className="measure whitespace-pre-line">{row.what}</p>
      <p className="measure whitespace-pre-line text-ink-soft">{words("purpose", { why: row.why })}</p>
      <p className="text-13 text-ink-faint">{words("recorded", { name: row.recordedBy, at })}</p>
    </div>
  );
}

/** A civil date in full: a record says its year. */
export function useDay(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(Date.parse(date), { dateStyle: "medium", timeZone: "UTC" });
}
