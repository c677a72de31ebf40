import { addDays, type CivilDate, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { practiceZone } from "../../clinicians/queries/places";
import { endAssignment, pauseAssignment, resumeAssignment } from "../../homework/commands/pause";
import { bringSupervisors } from "../../licences/commands";
import { currentSafety } from "../../safety/queries";
import {
  type Course,
  end,
  mayOpenByDate,
  open,
  pause,
  regate,
  restedDays,
  resume,
  setNext,
  skip,
  unskip,
  weekFault,
} from "../policy";
import { type HeldCourse, holdCourse, runningHomework, saveCourse } from "./course";
import { bringWeek } from "./open";

/** One enrolment of a couple. */
export interface Which {
  coupleId: string;
  enrolmentId: string;
}

/** A course under lock, and today where it counts: in the practice's zone. */
export async function hold(tx: Tx, actor: Member, { coupleId, enrolmentId }: Which) {
  const timeZone = await practiceZone(tx, actor);
  const held = await holdCourse(tx, { practiceId: actor.practiceId, coupleId, enrolmentId });
  return { held, timeZone, today: civilDate(actor.at, timeZone) };
}

/** What a rule answered. @throws AppError CLOSED where the course is over, CHANGED_MEANWHILE where it moved on */
function moved(held: HeldCourse, after: Course | null): Course {
  if (after) return after;
  throw new AppError(held.state === "ACTIVE" || held.state === "PAUSED" ? "CHANGED_MEANWHILE" : "CLOSED");
}

const byDate = (actor: Member) => ({ at: actor.at, by: null });

/**
 * Opens the next week today by the therapist's word: its homework begins, that of the week before ends. Doing it again
 * changes nothing.
 * @throws AppError NOT_FOUND, CLOSED, CHANGED_MEANWHILE; INVALID beside `week` where joint work is not recorded as possible
 */
export async function openByWord(tx: Tx, actor: Member, input: Which & { weekId: string }): Promise<void> {
  const { held, timeZone, today } = await hold(tx, actor, input);
  const week = held.weeks.find((one) => one.id === input.weekId);
  if (!week) throw new AppError("NOT_FOUND");
  if (week.state === "OPEN" || week.state === "DONE") return;
  const couple = await tx.couple.findFirst({
    where: { practiceId: actor.practiceId, id: input.coupleId },
    select: { state: true },
  });
  if (couple?.state !== "ACTIVE") throw new AppError("CLOSED");
  const after = moved(held, open(held, week.id, today));
  const fault = weekFault(week, await currentSafety(tx, actor, input.coupleId), today);
  if (fault) throw new AppError("INVALID", { fields: { week: fault } });
  for (const { assignmentId } of await runningHomework(tx, held))
    await endAssignment(tx, actor, { coupleId: input.coupleId, assignmentId });
  await bringWeek(tx, held, after, { by: { ...actor, timeZone }, word: true });
  await bringSupervisors(tx, actor);
}

/** Rests a program and its running homework. Doing it again changes nothing. @throws AppError NOT_FOUND, CLOSED */
export async function pauseProgram(tx: Tx, actor: Member, which: Which): Promise<void> {
  const { held, today } = await hold(tx, actor, which);
  await saveCourse(tx, held, moved(held, pause(held, today)), byDate(actor));
  if (held.state === "PAUSED") return;
  for (const { assignmentId, state } of await runningHomework(tx, held))
    if (state === "ACTIVE") await pauseAssignment(tx, actor, { coupleId: which.coupleId, assignmentId });
}

/** The days that homework still had when it was paused lie ahead again. */
async function shift(
  tx: Tx,
  held: HeldCourse,
  one: { assignmentId: string; startsOn: CivilDate; endsOn: CivilDate | null },
  days: number,
) {
  const { practiceId, coupleId } = held;
  if (!one.endsOn || days === 0) return;
  const data = { endsOn: toColumn(addDays(one.endsOn, days)), gridOn: toColumn(addDays(one.startsOn, days)) };
  await tx.assignment.updateMany({ where: { practiceId, coupleId, id: one.assignmentId }, data });
}

/**
 * Lets a program go on: every day ahead moves by as many days as it rested, and what was paused with it runs for the days
 * that it still had. Doing it again changes nothing.
 * @throws AppError NOT_FOUND, CLOSED; INVALID beside `mode` where joint work is not recorded as possible
 */
export async function resumeProgram(tx: Tx, actor: Member, which: Which): Promise<void> {
  const { held, today } = await hold(tx, actor, which);
  const rested = restedDays(held, today);
  await saveCourse(tx, held, moved(held, resume(held, today)), byDate(actor));
  if (held.state !== "PAUSED") return;
  for (const one of await runningHomework(tx, held)) {
    if (one.state !== "PAUSED" || one.pausedOn !== held.pausedOn) continue;
    await shift(tx, held, one, rested);
    await resumeAssignment(tx, actor, { coupleId: which.coupleId, assignmentId: one.assignmentId });
  }
}

/** Ends a program and its running homework; what was answered stays. Doing it again changes nothing. @throws AppError NOT_FOUND */
export async function endProgram(tx: Tx, actor: Member, which: Which): Promise<void> {
  const { held, today } = await hold(tx, actor, which);
  const running = await runningHomework(tx, held);
  await saveCourse(tx, held, end(held, today), byDate(actor));
  if (held.state === "ENDED" || held.state === "FINISHED") return;
  for (const { assignmentId } of running) await endAssignment(tx, actor, { coupleId: which.coupleId, assignmentId });
}

/** Leaves a waiting week out, or takes that back. Doing it again changes nothing. @throws AppError NOT_FOUND, CLOSED, CHANGED_MEANWHILE */
export async function skipWeek(
  tx: Tx,
  actor: Member,
  { weekId, skipped, ...which }: Which & { weekId: string; skipped: boolean },
): Promise<void> {
  const { held } = await hold(tx, actor, which);
  if (!held.weeks.some((week) => week.id === weekId)) throw new AppError("NOT_FOUND");
  const after = moved(held, skipped ? skip(held, weekId) : unskip(held, weekId));
  await saveCourse(tx, held, after, byDate(actor));
}

/**
 * Says how a waiting week opens, and from which day on where it is the next one and a date opens it.
 * @throws AppError NOT_FOUND, CLOSED, CHANGED_MEANWHILE; INVALID with the field's fault
 */
export async function scheduleWeek(
  tx: Tx,
  actor: Member,
  { weekId, opens, on, ...which }: Which & { weekId: string; opens: "DATE" | "THERAPIST"; on: CivilDate | null },
): Promise<void> {
  const { held, today } = await hold(tx, actor, which);
  const week = held.weeks.find((one) => one.id === weekId);
  if (!week) throw new AppError("NOT_FOUND");
  if (opens === "DATE" && !mayOpenByDate(week.strategies))
    throw new AppError("INVALID", { fields: { opens: "needsWord" } });
  const gated = moved(held, regate(held, weekId, opens));
  const after = opens === "DATE" && on !== null ? setNext(gated, on, today) : gated;
  if (!after) throw new AppError("INVALID", { fields: { on: "notBeforeWeekEnds" } });
  await saveCourse(tx, held, after, byDate(actor));
}
