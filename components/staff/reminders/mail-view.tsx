import { useFormatter, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import type { MailPage } from "@/server/features/reminders/schema";
import { LiftButton } from "./lift-button";

const columns = ["sent", "waiting", "skipped", "failed"] as const;
const dayOfMonth = { day: "numeric", month: "short", timeZone: "UTC" } as const;
/** Every number fits beside its day on a phone. */
const narrow = "@max-lg:px-1.5";

function toneOf(column: (typeof columns)[number], count: number): string {
  if (count === 0) return "text-ink-faint";
  return column === "failed" ? "font-semibold text-attention-ink" : "";
}

/** How mail goes in the practice: numbers by day, what failed, and who gets nothing any more. */
export function MailView({ page }: { page: MailPage }) {
  const words = useTranslations("reminders.mail");
  return (
    <>
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      <div className="grid items-start gap-4.5 @4xl:grid-cols-2">
        <Days page={page} />
        <div className="grid gap-4.5">
          <Stopped page={page} />
          <Failures page={page} />
        </div>
      </div>
    </>
  );
}

function Days({ page: { days } }: { page: MailPage }) {
  const words = useTranslations("reminders.mail");
  const format = useFormatter();
  if (days.length === 0)
    return (
      <SectionCard title={words("volume")}>
        <p className="text-15 text-ink-soft">{words("noMail")}</p>
      </SectionCard>
    );
  return (
    <Table caption={words("volume")}>
      <thead>
        <tr>
          <Th>{words("day")}</Th>
          {columns.map((column) => (
            <Th key={column} className={`text-right ${narrow}`}>
              {words(column)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((row) => (
          <tr key={row.day} className="h-12 border-line border-t">
            <Td className="whitespace-nowrap">
              <span className="@max-lg:hidden">
                {format.dateTime(Date.parse(row.day), { weekday: "short", ...dayOfMonth })}
              </span>
              <span className="@lg:hidden">{format.dateTime(Date.parse(row.day), dayOfMonth)}</span>
            </Td>
            {columns.map((column) => (
              <Td key={column} className={`figures text-right ${narrow} ${toneOf(column, row[column])}`}>
                {row[column]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Stopped({ page: { stopped, viewer } }: { page: MailPage }) {
  const words = useTranslations("reminders.mail");
  const format = useFormatter();
  return (
    <SectionCard title={words("stoppedTitle")} text={words("stoppedText")}>
      {stopped.length === 0 && <p className="text-15 text-ink-soft">{words("nobody")}</p>}
      <ul className="divide-y divide-line">
        {stopped.map(({ personId, name, cause, at }) => (
          <li key={personId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-48 grow basis-0">
              <p className="font-medium text-15">{name}</p>
              <p className="text-14 text-ink-soft">
                {words(`cause.${cause}`, {
                  date: format.dateTime(at, { dateStyle: "medium", timeZone: viewer.timeZone }),
                })}
              </p>
            </div>
            {cause !== "COMPLAINT" && <LiftButton practiceId={viewer.practiceId} personId={personId} name={name} />}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Failures({ page: { failures, viewer } }: { page: MailPage }) {
  const words = useTranslations("reminders.mail");
  const format = useFormatter();
  return (
    <SectionCard title={words("failuresTitle")} text={words("failuresText")}>
      {failures.length === 0 && <p className="text-15 text-ink-soft">{words("noFailures")}</p>}
      <ul className="divide-y divide-line">
        {failures.map(({ id, name, at, reason, code }) => (
          <li key={id} className="py-3">
            <p className="font-medium text-15">{name}</p>
            <p className="text-14 text-ink-soft">
              {format.dateTime(at, { ...dayOfMonth, hour: "numeric", minute: "2-digit", timeZone: viewer.timeZone })}.{" "}
              {words(reason === "UNREACHABLE" ? "unreachable" : "rejected")}
              {code !== null && ` ${words("code", { code })}`}
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
