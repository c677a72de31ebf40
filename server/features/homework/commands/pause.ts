import { type CivilDate, civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { practiceZone } from "../../clinicians/queries/places";
import { requireJointRecord } from "../../safety/commands";
import { endUntil } from "./until";
import { type HeldAssignment, holdAssignment, syncWindows } from "./windows";

/** One assignment of a couple. */
export interface Which {
  coupleId: string;
  assignmentId: string;
}

/** @throws AppError NOT_FOUND, CLOSED where it was ended */
async function running(tx: Tx, actor: Member, { coupleId, assignmentId }: Which) {
  const held = await holdAssignment(tx, actor.practiceId, coupleId, assignmentId);
  if (!held) throw new AppError("NOT_FOUND");
  if (held.state === "ENDED") throw new AppError("CLOSED");
  return held;
}

/**
 * Pauses an assignment: from now on it rests for everyone who was asked, whoever has answered. Windows that have not
 * opened go; the open one stays, closed, so that a draft finds its place again. Doing it again changes nothing.
 * @throws AppError NOT_FOUND, CLOSED where it was ended
 */
export async function pauseAssignment(tx: Tx, actor: Member, which: Which): Promise<void> {
  const held = await running(tx, actor, which);
  if (held.state === "PAUSED") return;
  const { practiceId } = actor;
  const { coupleId, assignmentId } = which;
  const today = toColumn(civilDate(actor.at, await practiceZone(tx, actor)));
  await tx.assignment.updateMany({
    where: { practiceId, coupleId, id: assignmentId },
    data: { state: "PAUSED", pausedOn: today },
  });
  await tx.occurrence.deleteMany({
    where: { practiceId, coupleId, assignmentId, checkIn: null, opensOn: { gt: today } },
  });
}

/** Until the next appointment, which passed while it rested: then until the one that is next now. */
async function endAnew(tx: Tx, actor: Member, coupleId: string, held: HeldAssignment, today: CivilDate) {
  if (held.untilAfter === null || held.endsOn === null || held.endsOn >= today) return {};
  const endsOn = await endUntil(tx, actor, coupleId, today);
  return { untilAfter: toColumn(today), endsOn: toColumn(endsOn) };
}

/**
 * Lets a paused assignment run again, on the days that it would have had: what closed meanwhile was not missed and goes,
 * what is missing from today on is added. Doing it again changes nothing.
 * @throws AppError NOT_FOUND, CLOSED where it was ended, INVALID beside `mode` where joint work is not recorded as possible
 */
export async function resumeAssignment(tx: Tx, actor: Member, which: Which): Promise<void> {
  const held = await running(tx, actor, which);
  if (held.state === "ACTIVE" || !held.pausedOn) return;
  await requireJointRecord(tx, actor, which.coupleId, { strategy: held, mode: held.mode });
  const { practiceId } = actor;
  const { coupleId, assignmentId } = which;
  const today = civilDate(actor.at, await practiceZone(tx, actor));
  await tx.assignment.updateMany({
    where: { practiceId, coupleId, id: assignmentId },
    data: { state: "ACTIVE", pausedOn: null, ...(await endAnew(tx, actor, which.coupleId, held, today)) },
  });
  const rested = { gte: toColumn(held.pausedOn), lt: toColumn(today) };
  await tx.occurrence.deleteMany({ where: { practiceId, coupleId, assignmentId, checkIn: null, dueOn: rested } });
  await syncWindows(tx, { practiceId, coupleId, assignmentIds: [assignmentId], today });
}

/**
 * Ends an assignment: nothing more is asked; what was answered stays, and what rested was not missed. The open window stays,
 * closed, so that a draft finds its place again. Doing it again changes nothing. @throws AppError NOT_FOUND
 */
export async function endAssignment(tx: Tx, actor: Member, which: Which): Promise<void> {
  const { practiceId, at } = actor;
  const { coupleId, assignmentId } = which;
  const held = await holdAssignment(tx, practiceId, coupleId, assignmentId);
  if (!held) throw new AppError("NOT_FOUND");
  if (held.state === "ENDED") return;
  const today = civilDate(at, await practiceZone(tx, actor));
  const from = held.pausedOn ?? today;
  await tx.assignment.updateMany({
    where: { practiceId, coupleId, id: assignmentId },
    data: { state: "ENDED", endedAt: at, pausedOn: null },
  });
  const where = { practiceId, coupleId, assignmentId, checkIn: null };
  await tx.occurrence.deleteMany({ where: { ...where, opensOn: { gt: toColumn(today) } } });
  await tx.occurrence.deleteMany({ where: { ...where, dueOn: { gte: toColumn(from), lt: toColumn(today) } } });
}
