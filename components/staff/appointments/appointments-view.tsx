import { useFormatter, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { AppointmentsPage } from "@/server/features/appointments/schema";
import { coupleName, namesOf } from "../people";
import { places } from "../places";
import { AppointmentRow } from "./appointment-row";
import { NewAppointment } from "./new-appointment";
import { RhythmCard } from "./rhythm-card";
import { useWhen } from "./when";

/** When a couple meets: the rhythm, what comes of it, and single ones. */
export function AppointmentsView({ page }: { page: AppointmentsPage }) {
  const words = useTranslations("appointments");
  return (
    <>
      <Head page={page} />
      <div className="grid max-w-5xl items-start gap-5 @4xl:grid-cols-[minmax(0,1fr)_minmax(18rem,0.6fr)]">
        <SectionCard title={words("coming.title")} text={page.schedules && page.coming.length > 0 && words("follows")}>
          {page.coming.length === 0 && <p className="text-ink-soft">{words("coming.empty")}</p>}
          <ul className="divide-y divide-line">
            {page.coming.map((one) => (
              <AppointmentRow key={one.appointmentId} appointment={one} page={page} />
            ))}
          </ul>
        </SectionCard>
        <div className="grid gap-5">
          <RhythmCard page={page} />
          {page.schedules && <NewAppointment page={page} />}
          <Past page={page} />
        </div>
      </div>
    </>
  );
}

function Head({ page }: { page: AppointmentsPage }) {
  const words = useTranslations("appointments");
  const format = useFormatter();
  const staff = useTranslations("staff");
  const when = useWhen();
  const { viewer, coupleId } = page;
  const { one, two } = namesOf(page.partners);
  const pair = coupleName(format, { one, two });
  const crumb = page.treats
    ? { href: places.couple(viewer.practiceId, coupleId), label: pair }
    : { href: places.couples(viewer.practiceId), label: staff("couples.title") };
  return (
    <PageHeader
      crumb={crumb}
      title={words("title")}
      text={
        <>
          <span className="block font-semibold text-ink text-16">
            {!page.treats && `${pair} · `}
            {page.next ? words("next", { when: when(page.next, page.timeZone) }) : words("none")}
          </span>
          <span className="measure block">{words(page.schedules ? "text" : "readOnly")}</span>
          {page.timeZone !== viewer.timeZone && (
            <span className="block">{words("clock", { zone: page.timeZone.replaceAll("_", " ") })}</span>
          )}
        </>
      }
    />
  );
}

function Past({ page }: { page: AppointmentsPage }) {
  const words = useTranslations("appointments");
  const when = useWhen();
  return (
    <SectionCard title={words("past")}>
      {page.past.length === 0 && <p className="text-ink-soft">{words("pastNone")}</p>}
      <ul className="grid gap-1 text-15">
        {page.past.map((one) => (
          <li key={one.appointmentId} className="text-ink-soft">
            {when(one.at, page.timeZone)}
            {one.state !== "PLANNED" && ` · ${words(`state.${one.state}`)}`}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
