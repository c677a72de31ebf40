import { v7 as uuidv7 } from "uuid";
import { addDays, type CivilDate, civilDate, fromColumn, instantAtTime, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { practiceZone } from "../clinicians/queries/places";
import { aheadDays, maySchedule, rhythmDays } from "./policy";
import { standingRhythm } from "./queries";
import type { AppointmentFields, RhythmFields } from "./schema";

/** Lets through who may schedule for a couple that is there. @throws AppError NOT_FOUND; CLOSED where it has ended */
async function enter(tx: Tx, actor: Member, coupleId: string): Promise<string> {
  if (!maySchedule(actor, coupleId)) throw new AppError("NOT_FOUND");
  const { practiceId } = actor;
  const couple = await tx.couple.findFirst({ where: { practiceId, id: coupleId }, select: { state: true } });
  if (!couple) throw new AppError("NOT_FOUND");
  if (couple.state === "ENDED") throw new AppError("CLOSED");
  return practiceZone(tx, actor);
}

/** The instant of a coming appointment. @throws AppError INVALID beside the field for one that is over or years away */
function comingInstant({ on, time }: Pick<AppointmentFields, "on" | "time">, actor: Member, timeZone: string): Date {
  const startsAt = instantAtTime(on, time, timeZone);
  if (startsAt <= actor.at) throw new AppError("INVALID", { fields: { on: "fromNowOn" } });
  if (on > addDays(civilDate(actor.at, timeZone), 730)) throw new AppError("INVALID", { fields: { on: "tooFar" } });
  return startsAt;
}

/** A single appointment. The same `clientId` again changes nothing. @throws AppError NOT_FOUND, CLOSED, INVALID beside a field */
export async function createAppointment(
  tx: Tx,
  actor: Member,
  input: AppointmentFields & { coupleId: string; clientId: string },
): Promise<void> {
  const { coupleId, clientId: id, minutes } = input;
  const timeZone = await enter(tx, actor, coupleId);
  const startsAt = comingInstant(input, actor, timeZone);
  const { practiceId } = actor;
  await tx.appointment.createMany({ data: [{ practiceId, id, coupleId, startsAt, minutes }], skipDuplicates: true });
}

/** A rhythm as it is stored, with the zone of its clock. */
export interface StoredRhythm {
  practiceId: string;
  id: string;
  coupleId: string;
  startsOn: CivilDate;
  time: string;
  weeks: number;
  minutes: number;
}

/** The appointments of a rhythm that lie after an instant, as far ahead as rows exist. */
export function rhythmRows(rhythm: StoredRhythm, at: Date, timeZone: string) {
  const { practiceId, id: rhythmId, coupleId, time, minutes } = rhythm;
  const today = civilDate(at, timeZone);
  return rhythmDays(rhythm, today, addDays(today, aheadDays))
    .map((day) => ({
      practiceId,
      id: uuidv7(),
      coupleId,
      minutes,
      rhythmId,
      on: day,
      startsAt: instantAtTime(day, time, timeZone),
    }))
    .filter((row) => row.startsAt > at)
    .map(({ on, ...row }) => ({ ...row, rhythmOn: toColumn(on) }));
}

async function closeRhythm(tx: Tx, actor: Member, coupleId: string, rhythmId: string): Promise<void> {
  const { practiceId, at } = actor;
  await tx.appointmentRhythm.updateMany({ where: { practiceId, coupleId, id: rhythmId }, data: { endedAt: at } });
  await tx.appointment.deleteMany({ where: { practiceId, coupleId, rhythmId, startsAt: { gt: at } } });
}

/**
 * Sets the couple's standing rhythm in the place of the one before, whose coming appointments go. The same `clientId`
 * again changes nothing. @throws AppError NOT_FOUND, CLOSED, INVALID beside a field
 */
export async function setRhythm(
  tx: Tx,
  actor: Member,
  input: RhythmFields & { coupleId: string; clientId: string },
): Promise<void> {
  const { practiceId, at } = actor;
  const { coupleId, clientId: id, startsOn, time, weeks, minutes } = input;
  const timeZone = await enter(tx, actor, coupleId);
  if (await tx.appointmentRhythm.findFirst({ where: { practiceId, id }, select: { id: true } })) return;
  const today = civilDate(at, timeZone);
  if (startsOn < today) throw new AppError("INVALID", { fields: { startsOn: "fromTodayOn" } });
  if (startsOn > addDays(today, 365)) throw new AppError("INVALID", { fields: { startsOn: "tooFar" } });
  const before = await standingRhythm(tx, practiceId, coupleId);
  if (before) await closeRhythm(tx, actor, coupleId, before.id);
  const row = { practiceId, id, coupleId, time, weeks, minutes };
  await tx.appointmentRhythm.createMany({ data: [{ ...row, startsOn: toColumn(startsOn), createdAt: at }] });
  await tx.appointment.createMany({ data: rhythmRows({ ...row, startsOn }, at, timeZone) });
}

/** Ends the standing rhythm: its coming appointments go. Doing it again changes nothing. @throws AppError NOT_FOUND, CLOSED */
export async function endRhythm(tx: Tx, actor: Member, coupleId: string, rhythmId: string): Promise<void> {
  const { practiceId } = actor;
  await enter(tx, actor, coupleId);
  const found = await tx.appointmentRhythm.findFirst({ where: { practiceId, coupleId, id: rhythmId } });
  if (!found) throw new AppError("NOT_FOUND");
  if (!found.endedAt) await closeRhythm(tx, actor, coupleId, rhythmId);
}

/** A coming appointment of the couple. @throws AppError NOT_FOUND; CLOSED where it has begun */
async function coming(tx: Tx, actor: Member, coupleId: string, appointmentId: string) {
  const { practiceId } = actor;
  const row = await tx.appointment.findFirst({ where: { practiceId, coupleId, id: appointmentId } });
  if (!row) throw new AppError("NOT_FOUND");
  if (row.startsAt <= actor.at) throw new AppError("CLOSED");
  return row;
}

/** Moves one appointment; a skipped one takes place again. @throws AppError NOT_FOUND, CLOSED, INVALID beside a field */
export async function moveAppointment(
  tx: Tx,
  actor: Member,
  input: AppointmentFields & { coupleId: string; appointmentId: string },
): Promise<void> {
  const { practiceId } = actor;
  const { coupleId, appointmentId, minutes } = input;
  const timeZone = await enter(tx, actor, coupleId);
  await coming(tx, actor, coupleId, appointmentId);
  const startsAt = comingInstant(input, actor, timeZone);
  await tx.appointment.updateMany({
    where: { practiceId, coupleId, id: appointmentId },
    data: { startsAt, minutes, skippedAt: null },
  });
}

/** Skips one appointment, or takes that back. Doing it again changes nothing. @throws AppError NOT_FOUND, CLOSED */
export async function skipAppointment(
  tx: Tx,
  actor: Member,
  { coupleId, appointmentId, skipped }: { coupleId: string; appointmentId: string; skipped: boolean },
): Promise<void> {
  const { practiceId, at } = actor;
  await enter(tx, actor, coupleId);
  const row = await coming(tx, actor, coupleId, appointmentId);
  if ((row.skippedAt !== null) === skipped) return;
  await tx.appointment.updateMany({
    where: { practiceId, coupleId, id: appointmentId },
    data: { skippedAt: skipped ? at : null },
  });
}

/** The rows of a practice's rhythms that are not there yet; the worker's part. @returns how many */
export async function extendRhythms(tx: Tx, practiceId: string, at: Date): Promise<number> {
  const rows = await tx.appointmentRhythm.findMany({
    where: { practiceId, endedAt: null, couple: { state: { not: "ENDED" } } },
    include: { couple: { select: { practice: { select: { timeZone: true } } } } },
  });
  const data = rows.flatMap(({ startsOn, couple, ...row }) =>
    rhythmRows({ ...row, startsOn: fromColumn(startsOn) }, at, couple.practice.timeZone),
  );
  return data.length === 0 ? 0 : (await tx.appointment.createMany({ data, skipDuplicates: true })).count;
}
