import { addDays, type CivilDate, daysBetween } from "@/server/clock";
import { jointFault, needsJointRecord } from "../safety/policy";
import type { SafetyShape } from "../safety/schema";
import type { WeekStrategy } from "./schema";

/** How long a week lasts, in days. */
export const weekDays = 7;

/** Most weeks that an enrolment may have, those put in counted. */
export const mostWeeks = 52;

/**
 * Whether a week with these strategies may open by its date: asking for forgiveness is never begun by a date, in whatever
 * strategy it stands.
 */
export function mayOpenByDate(strategies: readonly { byWord: boolean }[]): boolean {
  return !strategies.some((one) => one.byWord);
}

/** Why a week cannot open today, as far as joint work goes; null where it can. */
export function weekFault(
  week: { strategies: readonly Pick<WeekStrategy, "joint" | "mode">[] },
  record: SafetyShape | null,
  today: CivilDate,
): ReturnType<typeof jointFault> {
  return week.strategies.some((one) => needsJointRecord(one, one.mode)) ? jointFault(record, today) : null;
}

/** One week as far as its course goes. */
export interface CourseWeek {
  id: string;
  opens: "DATE" | "THERAPIST";
  state: "WAITING" | "OPEN" | "DONE" | "SKIPPED";
  openedOn: CivilDate | null;
  /** The last day of its homework. */
  endsOn: CivilDate | null;
}

/**
 * Where an enrolment stands. Nothing in it, and nothing that is done to it, knows what a partner has answered: it moves by
 * dates and by the therapist's word alone.
 */
export interface Course {
  state: "ACTIVE" | "PAUSED" | "ENDED" | "FINISHED";
  /** From this day the next waiting week may open by its date; with none waiting the course is over then. */
  nextOn: CivilDate;
  pausedOn: CivilDate | null;
  weeks: readonly CourseWeek[];
}

const isRunning = (course: Course) => course.state === "ACTIVE" || course.state === "PAUSED";
const later = (one: CivilDate, other: CivilDate) => (one > other ? one : other);
const replace = (course: Course, id: string, change: Partial<CourseWeek>): Course => ({
  ...course,
  weeks: course.weeks.map((week) => (week.id === id ? { ...week, ...change } : week)),
});

/** The week that is open; null before the first. */
export function openWeek<W extends CourseWeek>(course: { weeks: readonly W[] }): W | null {
  return course.weeks.find((week) => week.state === "OPEN") ?? null;
}

/** The first week that waits; null when none does. */
export function nextWeek<W extends CourseWeek>(course: { weeks: readonly W[] }): W | null {
  return course.weeks.find((week) => week.state === "WAITING") ?? null;
}

/** The week that its date opens today; null where none is due, or the therapist's word is awaited. */
export function dueWeek(course: Course, today: CivilDate): CourseWeek | null {
  const next = nextWeek(course);
  return course.state === "ACTIVE" && next?.opens === "DATE" && course.nextOn <= today ? next : null;
}

/** Closes the week that is open: its homework ends yesterday at the latest, on its own first day at the earliest. */
function close(course: Course, today: CivilDate): Course {
  const open = openWeek(course);
  if (!open?.openedOn || !open.endsOn) return course;
  const yesterday = addDays(today, -1);
  const endsOn = open.endsOn < yesterday ? open.endsOn : later(open.openedOn, yesterday);
  return replace(course, open.id, { state: "DONE", endsOn });
}

/**
 * Opens the first waiting week today, by its date or by the therapist's word; the one before is done. What follows counts
 * from today. Null where that week is not the next one, or the course does not run.
 */
export function open(course: Course, weekId: string, today: CivilDate): Course | null {
  if (course.state !== "ACTIVE" || nextWeek(course)?.id !== weekId) return null;
  const opened = { state: "OPEN", openedOn: today, endsOn: addDays(today, weekDays - 1) } as const;
  return { ...replace(close(course, today), weekId, opened), nextOn: addDays(today, weekDays) };
}

/** Rests the whole course from today on; resting already, it stays as it is. Null for a course that is over. */
export function pause(course: Course, today: CivilDate): Course | null {
  if (!isRunning(course)) return null;
  return course.state === "PAUSED" ? course : { ...course, state: "PAUSED", pausedOn: today };
}

/**
 * Lets a course go on: every day ahead moves by as many days as it rested, and none lies in the past. Null for a course that
 * is over.
 */
export function resume(course: Course, today: CivilDate): Course | null {
  if (!isRunning(course)) return null;
  if (!course.pausedOn) return course;
  const rested = restedDays(course, today);
  const active: Course = {
    ...course,
    state: "ACTIVE",
    pausedOn: null,
    nextOn: later(addDays(course.nextOn, rested), today),
  };
  const running = openWeek(course);
  return running?.endsOn && running.endsOn >= course.pausedOn
    ? replace(active, running.id, { endsOn: addDays(running.endsOn, rested) })
    : active;
}

/** How many days a paused course has rested until today. */
export function restedDays(course: Course, today: CivilDate): number {
  return course.pausedOn ? Math.max(0, daysBetween(course.pausedOn, today)) : 0;
}

/** Leaves out a week that waits; the one after takes its place. Null where it does not wait any more. */
export function skip(course: Course, weekId: string): Course | null {
  const week = course.weeks.find((one) => one.id === weekId);
  if (!isRunning(course) || !week) return null;
  if (week.state === "SKIPPED") return course;
  return week.state === "WAITING" ? replace(course, weekId, { state: "SKIPPED" }) : null;
}

/** Whether a skipped week may come back: nothing after it has opened yet. */
export function mayUnskip(course: Course, weekId: string): boolean {
  const at = course.weeks.findIndex((week) => week.id === weekId);
  const after = course.weeks.slice(at + 1);
  return isRunning(course) && at >= 0 && !after.some((week) => week.state === "OPEN" || week.state === "DONE");
}

/** Takes a skip back. Null where a later week has opened meanwhile. */
export function unskip(course: Course, weekId: string): Course | null {
  if (!mayUnskip(course, weekId)) return null;
  const week = course.weeks.find((one) => one.id === weekId);
  if (week?.state === "WAITING") return course;
  return week?.state === "SKIPPED" ? replace(course, weekId, { state: "WAITING" }) : null;
}

/** Whether a week may be put in after the one at an index (-1: before all): only what is still ahead can change. */
export function mayInsert(course: Course, index: number): boolean {
  const past = course.weeks.findLastIndex((week) => week.state === "OPEN" || week.state === "DONE");
  return isRunning(course) && index >= past && index < course.weeks.length && course.weeks.length < mostWeeks;
}

/** Puts a waiting week in after another one, or before all; the days ahead make room. Null where that is not ahead. */
export function insert(course: Course, week: Pick<CourseWeek, "id" | "opens">, after: string | null): Course | null {
  if (course.weeks.some((one) => one.id === week.id)) return course;
  const index = course.weeks.findIndex((one) => one.id === after);
  if ((after !== null && index < 0) || !mayInsert(course, index)) return null;
  const added: CourseWeek = { ...week, state: "WAITING", openedOn: null, endsOn: null };
  return { ...course, weeks: course.weeks.toSpliced(index + 1, 0, added) };
}

/** Changes how a waiting week opens. Null where it does not wait any more. */
export function regate(course: Course, weekId: string, opens: CourseWeek["opens"]): Course | null {
  const week = course.weeks.find((one) => one.id === weekId);
  return isRunning(course) && week?.state === "WAITING" ? replace(course, weekId, { opens }) : null;
}

/** The first day on which a date may open the next week: today, or the day after the week that is open. */
export function earliestNext(course: Course, today: CivilDate): CivilDate {
  const endsOn = openWeek(course)?.endsOn;
  return endsOn ? later(addDays(endsOn, 1), today) : today;
}

/**
 * Names the day on which the next week may open by its date: today or later, and not while a week still runs. Null where it
 * rests, nothing waits or the day cannot be.
 */
export function setNext(course: Course, nextOn: CivilDate, today: CivilDate): Course | null {
  if (course.state !== "ACTIVE" || !nextWeek(course) || nextOn < earliestNext(course, today)) return null;
  return { ...course, nextOn };
}

/** Ends a course for good; what is open is done. One that is over stays as it is. */
export function end(course: Course, today: CivilDate): Course {
  return isRunning(course) ? { ...close(course, today), state: "ENDED", pausedOn: null } : course;
}

/** A course with nothing ahead is finished once its last week is over; otherwise it is answered as it came. */
export function finish(course: Course, today: CivilDate): Course {
  if (course.state !== "ACTIVE" || nextWeek(course) || course.nextOn > today) return course;
  return { ...close(course, today), state: "FINISHED" };
}

/**
 * When each waiting week would open, today at the earliest: a week after the one before; null from a week on that waits for
 * the therapist's word, since nobody knows that day.
 */
export function calendar(course: Course, today: CivilDate): Map<string, CivilDate | null> {
  let day: CivilDate | null = later(course.nextOn, today);
  const days = new Map<string, CivilDate | null>();
  for (const week of course.weeks.filter((one) => one.state === "WAITING")) {
    if (week.opens === "THERAPIST") day = null;
    days.set(week.id, day);
    day = day && addDays(day, weekDays);
  }
  return days;
}
