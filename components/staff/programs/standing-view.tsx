import { useTranslations } from "next-intl";
import { JointWorkNeeded } from "@/components/staff/joint-work/joint-work";
import { Banner } from "@/components/ui/banner";
import { Card, SectionCard } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Standing, StandingPage } from "@/server/features/programs/schema";
import { useCivilDay } from "../moment";
import { places } from "../places";
import { ProgramActions } from "./program-actions";
import { WeekRow } from "./week-row";

/** Where a couple stands: what was, what is, what is ahead, and what can be done about it. */
export function StandingView({ page }: { page: StandingPage }) {
  const { current } = page;
  return (
    <div className="grid gap-6">
      {current ? <Course page={page} current={current} /> : <None page={page} />}
      {page.past.length > 0 && <Past page={page} />}
    </div>
  );
}

function None({ page }: { page: StandingPage }) {
  const words = useTranslations("programs.standing");
  const enrol = useTranslations("programs.enrol");
  const active = page.state === "ACTIVE";
  const begin = (
    <LinkButton href={places.beginProgram(page.viewer.practiceId, page.coupleId)} prefetch={false}>
      {words(page.past.length > 0 ? "another" : "empty.action")}
    </LinkButton>
  );
  return (
    <Card>
      <EmptyState
        title={words("empty.title")}
        text={active ? words("empty.text") : enrol("notActive")}
        action={active && begin}
      />
    </Card>
  );
}

function Course({ page, current }: { page: StandingPage; current: Standing }) {
  const words = useTranslations("programs.standing");
  const day = useCivilDay();
  const next = current.weeks.find((week) => week.state === "WAITING");
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 className="display text-24">{current.title}</h2>
          <p className="text-15 text-ink-soft">
            {words(current.startsOn > page.today ? "begins" : "begun", { date: day(current.startsOn) })} ·{" "}
            {words("of", { opened: current.opened, total: current.total })}
          </p>
        </div>
        <ProgramActions page={page} current={current} />
      </div>
      {current.pausedOn && <Banner>{words("paused", { date: day(current.pausedOn) })}</Banner>}
      {page.state !== "ACTIVE" && <Banner>{words("coupleRests")}</Banner>}
      {!page.licensed && <Banner>{words("noLicence")}</Banner>}
      {next && current.jointFault && (
        <div className="grid gap-1.5">
          <JointWorkNeeded viewer={page.viewer} coupleId={page.coupleId} safety={page.safety} />
          <p className="text-14 text-ink-soft">{words("keptTitle", { number: next.number ?? 0 })}</p>
        </div>
      )}
      <Weeks page={page} current={current} />
    </>
  );
}

/** The weeks by what they are now; one that was left out stands where it was. */
function Weeks({ page, current }: { page: StandingPage; current: Standing }) {
  const words = useTranslations("programs.standing");
  const at = current.weeks.findLastIndex((week) => week.state === "OPEN" || week.state === "DONE");
  const last = current.weeks[at];
  const open = last?.state === "OPEN" ? last : null;
  const parts = [
    { key: "earlier" as const, weeks: current.weeks.slice(0, open ? at : at + 1) },
    { key: "now" as const, weeks: open ? [open] : [] },
    { key: "ahead" as const, weeks: current.weeks.slice(at + 1) },
  ];
  return (
    <div className="grid gap-5">
      {parts.map(({ key, weeks }) => {
        const nothing = key === "ahead" && !weeks.some((week) => week.state === "WAITING");
        if (weeks.length === 0 && !nothing) return null;
        return (
          <SectionCard key={key} title={words(key)} className={key === "now" ? "border-primary" : undefined}>
            {nothing && <p className="text-15 text-ink-soft">{words("nothingAhead")}</p>}
            <ol className="divide-y divide-line">
              {weeks.map((week) => (
                <WeekRow key={week.weekId} week={week} page={page} current={current} />
              ))}
            </ol>
          </SectionCard>
        );
      })}
    </div>
  );
}

function Past({ page }: { page: StandingPage }) {
  const words = useTranslations("programs.standing");
  const day = useCivilDay();
  return (
    <SectionCard title={words("past")}>
      <ul className="divide-y divide-line">
        {page.past.map(({ enrolmentId, title, state, startsOn, endedOn, opened, total }) => (
          <li key={enrolmentId} className="py-2.5">
            <p className="font-medium">{title}</p>
            <p className="text-14 text-ink-soft">
              {words(`pastLine.${state}`, { from: day(startsOn), to: day(endedOn), opened, total })}
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
