import { useFormatter, useTranslations } from "next-intl";
import { areas } from "@/components/ui/area";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { PulsePage } from "@/server/features/pulse/schema";
import { BackLink } from "../back-link";
import { civilInstant } from "../civil";
import { PageTitle } from "../page-title";
import { PulseForm } from "./pulse-form";

const shownAtOnce = 4;

/** This week's pulse, and one's own earlier weeks in words. */
export function PulseView({ page }: { page: PulsePage }) {
  const words = useTranslations("couple.pulse");
  const nav = useTranslations("couple.nav");
  const older = page.earlier.slice(shownAtOnce);
  return (
    <>
      <BackLink href={`/couple/${page.viewer.coupleId}`} label={nav("back")} />
      <PageTitle title={words("title")} text={words("text")} />
      <VisibilityLabel visibility="THERAPIST" className="-mt-2 mb-6" />
      <PulseForm coupleId={page.viewer.coupleId} current={page.current} />
      <section className="mt-12">
        <h2 className="display mb-2 text-24">{words("earlier")}</h2>
        {page.earlier.length === 0 && <p className="text-ink-soft">{words("earlierEmpty")}</p>}
        <Weeks weeks={page.earlier.slice(0, shownAtOnce)} />
        {older.length > 0 && (
          <details className="group">
            <summary className="link flex min-h-12 list-none items-center group-open:hidden">
              {words("older", { count: older.length })}
            </summary>
            <Weeks weeks={older} />
          </details>
        )}
      </section>
    </>
  );
}

function Weeks({ weeks }: { weeks: PulsePage["earlier"] }) {
  return (
    <ul className="divide-y divide-line">
      {weeks.map((week) => (
        <EarlierWeek key={week.weekOf} week={week} />
      ))}
    </ul>
  );
}

function EarlierWeek({ week }: { week: PulsePage["earlier"][number] }) {
  const words = useTranslations("couple.pulse");
  const area = useTranslations("common.area");
  const format = useFormatter();
  const date = format.dateTime(civilInstant(week.weekOf), { day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <li className="py-3.5">
      <h3 className="font-semibold text-16">{words("week", { date })}</h3>
      <ul className="flex flex-wrap gap-x-4 text-16 text-ink-soft">
        {areas.map((name) => {
          const value = week[name];
          const values = { area: area(name), value: value ?? 0 };
          return (
            <li key={name} className="figures">
              {value === null ? words("skipped", { area: area(name) }) : words("rating", values)}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
