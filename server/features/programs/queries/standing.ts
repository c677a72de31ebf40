import { contentLocale } from "@/content/content";
import { type CivilDate, civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { toMark } from "../../caseload/queries";
import { couplePeople, staffViewerOf } from "../../people/queries";
import type { Partner } from "../../people/schema";
import { safetyJson } from "../../safety/queries";
import type { SafetyShape } from "../../safety/schema";
import { type Course, type CourseWeek, calendar, mayOpenByDate, mayUnskip, nextWeek, weekFault } from "../policy";
import { byWordJson, pickables, weekStrategies } from "../queries";
import type { Standing, StandingPage, StandingWeek, WeekStrategy, WeekTexts } from "../schema";

interface HomeworkRow {
  assignmentId: string;
  title: string;
  windows: { personId: string; result: string | null }[] | null;
}

interface WeekRow extends CourseWeek {
  text: WeekTexts;
  strategies: WeekStrategy[];
  byWord: boolean;
  homework: HomeworkRow[] | null;
}

interface EnrolmentRow extends Omit<Course, "weeks"> {
  enrolmentId: string;
  title: string;
  startsOn: CivilDate;
  endedAt: string | null;
  opened: number;
  total: number;
  /** Null for a program that is over. */
  weeks: WeekRow[] | null;
}

interface Facts {
  timeZone: string;
  safety: SafetyShape | null;
  byWord: string[] | null;
  enrolments: EnrolmentRow[] | null;
}

/** Every enrolment of a couple, newest first, with the weeks and answers of the one that runs. One statement. */
async function factsOf(tx: Tx, actor: Member, coupleId: string): Promise<Facts> {
  const [row] = await tx.$queryRaw<Facts[]>`
    SELECT pr.time_zone AS "timeZone", ${safetyJson(actor, coupleId)} AS safety, ${byWordJson(actor)} AS "byWord",
      (SELECT json_agg(json_build_object('enrolmentId', e.id, 'title', e.content->'text'->(${actor.locale}::text)->>'title', 'state', e.state,
          'startsOn', e.starts_on, 'nextOn', e.next_on, 'pausedOn', e.paused_on, 'endedAt', e.ended_at,
          'opened', (SELECT count(*) FROM enrolment_week w WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state IN ('OPEN', 'DONE')),
          'total', (SELECT count(*) FROM enrolment_week w WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state <> 'SKIPPED'),
          'weeks', CASE WHEN e.state IN ('ACTIVE', 'PAUSED') THEN (
            SELECT json_agg(json_build_object('id', w.id, 'opens', w.opens, 'state', w.state, 'openedOn', w.opened_on, 'endsOn', w.ends_on,
              'byWord', w.opened_by_id IS NOT NULL, 'text', w.text, 'strategies', w.strategies, 'homework', (
                SELECT json_agg(json_build_object('assignmentId', a.id, 'title', sv.content->'text'->(${actor.locale}::text)->>'title', 'windows', (
                  SELECT json_agg(json_build_object('personId', o.person_id, 'result', ci.result) ORDER BY o.due_on, o.ordinal)
                  FROM occurrence o LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
                  WHERE o.practice_id = a.practice_id AND o.couple_id = a.couple_id AND o.assignment_id = a.id
                    AND (ci.id IS NOT NULL OR NOT o.rests AND o.due_on < (${actor.at}::timestamptz AT TIME ZONE pr.time_zone)::date))) ORDER BY a.created_at, a.id)
                FROM enrolment_homework h
                JOIN assignment a ON a.practice_id = h.practice_id AND a.id = h.assignment_id
                JOIN strategy_version sv ON sv.practice_id = a.practice_id AND sv.id = a.strategy_version_id
                WHERE h.practice_id = w.practice_id AND h.week_id = w.id)) ORDER BY w.position)
            FROM enrolment_week w WHERE w.practice_id = e.practice_id AND w.enrolment_id = e.id) END) ORDER BY e.created_at DESC)
        FROM enrolment e WHERE e.practice_id = pr.id AND e.couple_id = ${coupleId}::uuid) AS enrolments
    FROM practice pr WHERE pr.id = ${actor.practiceId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

function homeworkOf(row: HomeworkRow, partners: Partner[]): StandingWeek["homework"][number] {
  const forPartners = partners.map(({ personId, position, name }) => {
    const mine = (row.windows ?? []).filter((one) => one.personId === personId);
    return { position, name, marks: mine.map((one) => toMark(one.result)) };
  });
  return { assignmentId: row.assignmentId, title: row.title, forPartners };
}

interface Shown {
  partners: Partner[];
  locale: string;
  today: CivilDate;
}

function weeksOf(
  course: Omit<Course, "weeks"> & { weeks: readonly WeekRow[] },
  { partners, locale, today }: Shown,
): StandingWeek[] {
  const days = calendar(course, today);
  let number = 0;
  return course.weeks.map((week) => ({
    weekId: week.id,
    number: week.state === "SKIPPED" ? null : ++number,
    ...week.text[contentLocale(locale)],
    opens: week.opens,
    state: week.state,
    openedOn: week.openedOn,
    endsOn: week.endsOn,
    byWord: week.byWord,
    opensOn: course.state === "ACTIVE" ? (days.get(week.id) ?? null) : null,
    strategies: week.strategies.map(({ title, area, minutes, joint, mode }) => ({
      ...{ title: title[contentLocale(locale)], area, minutes, joint: joint || mode === "TOGETHER" },
    })),
    mayOpenByDate: mayOpenByDate(week.strategies),
    mayUnskip: week.state === "SKIPPED" && mayUnskip(course, week.id),
    homework: (week.homework ?? []).map((row) => homeworkOf(row, partners)),
  }));
}

function standingOf(row: EnrolmentRow, weeks: WeekRow[], safety: SafetyShape | null, shown: Shown): Standing {
  const course = { ...row, weeks };
  const next = nextWeek(course);
  const jointFault = next ? weekFault(next, safety, shown.today) : null;
  const { enrolmentId, title, state, startsOn, pausedOn, opened, total, nextOn } = row;
  return {
    ...{ enrolmentId, title, state, startsOn, pausedOn, opened, total, jointFault },
    kept: jointFault !== null && state === "ACTIVE" && next?.opens === "DATE" && nextOn <= shown.today,
    weeks: weeksOf(course, shown),
  };
}

/** Where a couple stands in its program, with what can be done. Five statements. */
export async function standingPage(tx: Tx, actor: Member, coupleId: string): Promise<StandingPage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const facts = await factsOf(tx, actor, coupleId);
  const today = civilDate(actor.at, facts.timeZone);
  const { locale } = actor;
  const rows = facts.enrolments ?? [];
  const running = rows.find((row) => row.weeks !== null);
  const shown = { partners: people.partners, locale, today };
  return {
    viewer: staffViewerOf(actor),
    coupleId,
    partners: people.partners,
    state: people.state,
    today,
    licensed: actor.licensed,
    safety: facts.safety,
    current: running?.weeks ? standingOf(running, running.weeks, facts.safety, shown) : null,
    past: rows.flatMap(({ enrolmentId, title, state, startsOn, endedAt, opened, total }) =>
      endedAt && (state === "ENDED" || state === "FINISHED")
        ? [
            {
              enrolmentId,
              title,
              state,
              startsOn,
              endedOn: civilDate(new Date(endedAt), facts.timeZone),
              opened,
              total,
            },
          ]
        : [],
    ),
    strategies: pickables(await weekStrategies(tx, actor, facts.byWord), locale),
  };
}
