import { type CivilDate, fromColumn, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { type Course, type CourseWeek, openWeek } from "../policy";
import { type WeekStrategy, weekStrategy } from "../schema";

/** A week with what it brings. */
export interface HeldWeek extends CourseWeek {
  strategies: WeekStrategy[];
}

/** An enrolment as whoever changes it finds it, locked until the transaction ends. */
export interface HeldCourse extends Course {
  practiceId: string;
  enrolmentId: string;
  coupleId: string;
  enrolledById: string;
  weeks: readonly HeldWeek[];
}

interface Row {
  coupleId: string;
  enrolledById: string;
  state: Course["state"];
  nextOn: CivilDate;
  pausedOn: CivilDate | null;
}

const fromDate = (date: Date | null) => (date ? fromColumn(date) : null);

/** Locks an enrolment for whoever changes it. @throws AppError NOT_FOUND */
export async function holdCourse(
  tx: Tx,
  { practiceId, coupleId, enrolmentId }: { practiceId: string; coupleId: string; enrolmentId: string },
): Promise<HeldCourse> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT couple_id AS "coupleId", enrolled_by_id AS "enrolledById", state, next_on::text AS "nextOn", paused_on::text AS "pausedOn"
    FROM enrolment WHERE practice_id = ${practiceId}::uuid AND couple_id = ${coupleId}::uuid AND id = ${enrolmentId}::uuid FOR UPDATE`;
  if (!row) throw new AppError("NOT_FOUND");
  const weeks = await tx.enrolmentWeek.findMany({
    where: { practiceId, coupleId, enrolmentId },
    select: { id: true, opens: true, state: true, openedOn: true, endsOn: true, strategies: true },
    orderBy: { position: "asc" },
  });
  return {
    ...{ ...row, practiceId, enrolmentId },
    weeks: weeks.map(({ openedOn, endsOn, strategies, ...week }) => ({
      ...week,
      openedOn: fromDate(openedOn),
      endsOn: fromDate(endsOn),
      strategies: weekStrategy.array().parse(strategies),
    })),
  };
}

/** The columns of a week that differ, as they become. */
function weekChange(was: CourseWeek, is: CourseWeek, opened: { openedAt: Date; openedById: string | null }) {
  return {
    ...(was.opens !== is.opens && { opens: is.opens }),
    ...(was.state !== is.state && { state: is.state }),
    ...(was.openedOn !== is.openedOn && is.openedOn && { openedOn: toColumn(is.openedOn), openedAt: opened.openedAt }),
    ...(was.openedOn !== is.openedOn && opened.openedById && { openedById: opened.openedById }),
    ...(was.endsOn !== is.endsOn && is.endsOn && { endsOn: toColumn(is.endsOn) }),
  };
}

/** Weeks that close come before those that open: one is open at a time. */
const closingFirst = (one: CourseWeek, other: CourseWeek) =>
  Number(one.state === "OPEN") - Number(other.state === "OPEN");

/**
 * Stores what became of a held course: only the columns that differ, so that each role writes what it may.
 * @param by who opened a week, null for its date
 */
export async function saveCourse(
  tx: Tx,
  held: HeldCourse,
  after: Course,
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  const { practiceId, coupleId, enrolmentId } = held;
  const data = {
    ...(held.state !== after.state && { state: after.state }),
    ...(held.nextOn !== after.nextOn && { nextOn: toColumn(after.nextOn) }),
    ...(held.pausedOn !== after.pausedOn && { pausedOn: after.pausedOn ? toColumn(after.pausedOn) : null }),
    ...(held.state !== after.state && (after.state === "ENDED" || after.state === "FINISHED") && { endedAt: at }),
  };
  const where = { practiceId, coupleId, id: enrolmentId };
  if (Object.keys(data).length > 0) await tx.enrolment.updateMany({ where, data });
  const before = new Map(held.weeks.map((week) => [week.id, week]));
  for (const week of [...after.weeks].sort(closingFirst)) {
    const was = before.get(week.id);
    const change = was && weekChange(was, week, { openedAt: at, openedById: by });
    if (!change || Object.keys(change).length === 0) continue;
    await tx.enrolmentWeek.updateMany({ where: { practiceId, coupleId, enrolmentId, id: week.id }, data: change });
  }
}

/** Homework of the week that is open and has not ended, with where it stands. */
export async function runningHomework(tx: Tx, held: HeldCourse) {
  const week = openWeek(held);
  if (!week) return [];
  const { practiceId, coupleId } = held;
  const rows = await tx.assignment.findMany({
    where: { practiceId, coupleId, programWeeks: { some: { practiceId, weekId: week.id } }, state: { not: "ENDED" } },
    select: { id: true, state: true, startsOn: true, endsOn: true, pausedOn: true },
  });
  return rows.map((row) => ({
    assignmentId: row.id,
    state: row.state,
    startsOn: fromColumn(row.startsOn),
    endsOn: fromDate(row.endsOn),
    pausedOn: fromDate(row.pausedOn),
  }));
}
