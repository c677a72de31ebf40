import { v7 as uuidv7 } from "uuid";
import { civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { endPlace } from "../clinicians/commands/access";
import { oweAccessNotice } from "../clinicians/commands/notice";
import { dayEnd, dayStart } from "../clinicians/policy";
import { practiceZone } from "../clinicians/queries/places";
import { coverChange } from "./policy";
import { overlapping, storedAbsence } from "./queries";
import type { AbsenceFields, Cover } from "./schema";

type Saving = AbsenceFields & { absenceId: string };

/** Lets those who cover read from the first day's beginning, or from now where it has passed, to the last day's end. */
async function beginCover(tx: Tx, actor: Member, input: Saving, begun: Cover[], timeZone: string): Promise<void> {
  const { practiceId, personId: addedById, at } = actor;
  const first = dayStart(input.startsOn, timeZone);
  const startsAt = new Date(Math.max(first.getTime(), at.getTime()));
  const span = { startsAt, endsAt: dayEnd(input.endsOn, timeZone) };
  const role = "COVERING" as const;
  const base = { practiceId, role, addedById, absenceId: input.absenceId, ...span };
  const rows = begun.flatMap(({ coupleId, personId }) =>
    personId ? [{ ...base, id: uuidv7(), coupleId, personId }] : [],
  );
  await tx.coupleClinician.createMany({ data: rows });
  // One mail for each colleague, however many couples.
  const byPerson = new Map(rows.map(({ personId, id }) => [personId, id]));
  const told = [...byPerson].map(([personId, rowId]) => ({ rowId, personIds: [personId] }));
  await oweAccessNotice(tx, actor, told);
}

async function checkDays(tx: Tx, actor: Member, input: Saving, timeZone: string): Promise<void> {
  if (!actor.roles.includes("THERAPIST")) throw new AppError("NOT_FOUND");
  if (input.endsOn < civilDate(actor.at, timeZone)) throw new AppError("INVALID");
  // Nobody stands in for themself: one's own id is as unknown here as a stranger's.
  if (input.covers.some((one) => one.personId === actor.personId)) throw new AppError("NOT_FOUND");
  if ((await overlapping(tx, actor, input, input.absenceId)) > 0) throw new AppError("OVERLAPS");
}

const columnsOf = ({ startsOn, endsOn, homeworkRests }: AbsenceFields) => ({
  startsOn: toColumn(startsOn),
  endsOn: toColumn(endsOn),
  homeworkRests,
});

/**
 * Plans time away, and who covers. The same `clientId` again changes nothing.
 * @throws AppError NOT_FOUND for staff who treat nobody, for couples that are not one's own and for who is no therapist here;
 *   OVERLAPS where it shares a day with another absence; INVALID where it is over.
 */
export async function planAbsence(tx: Tx, actor: Member, input: AbsenceFields & { clientId: string }): Promise<void> {
  const { practiceId, personId, at: createdAt } = actor;
  const { clientId: id, ...fields } = input;
  if (await storedAbsence(tx, actor, id)) return;
  const timeZone = await practiceZone(tx, actor);
  const absence = { ...fields, absenceId: id };
  await checkDays(tx, actor, absence, timeZone);
  await tx.absence.createMany({ data: [{ practiceId, id, personId, ...columnsOf(fields), createdAt }] });
  await beginCover(tx, actor, absence, fields.covers, timeZone);
}

/**
 * Changes a plan: each couple's cover becomes what is said here. Saving the same again changes nothing.
 * @throws AppError as `planAbsence`; NOT_FOUND too where it is not one's own, INVALID where it was called off.
 */
export async function changeAbsence(tx: Tx, actor: Member, input: Saving): Promise<void> {
  const { practiceId, personId } = actor;
  const stored = await storedAbsence(tx, actor, input.absenceId);
  if (!stored) throw new AppError("NOT_FOUND");
  if (stored.cancelledAt) throw new AppError("INVALID");
  const timeZone = await practiceZone(tx, actor);
  await checkDays(tx, actor, input, timeZone);
  const sameDays = stored.startsOn === input.startsOn && stored.endsOn === input.endsOn;
  const { ended, begun } = coverChange(stored.covers, input.covers, sameDays);
  await tx.absence.updateMany({ where: { practiceId, personId, id: input.absenceId }, data: columnsOf(input) });
  for (const row of ended) await endPlace(tx, actor, row);
  await beginCover(tx, actor, input, begun, timeZone);
}

/** Calls an absence off, or ends it early: cover ends with it. Doing it again changes nothing. @throws AppError NOT_FOUND */
export async function cancelAbsence(tx: Tx, actor: Member, absenceId: string): Promise<void> {
  const { practiceId, personId, at: cancelledAt } = actor;
  const stored = await storedAbsence(tx, actor, absenceId);
  if (!stored) throw new AppError("NOT_FOUND");
  await tx.absence.updateMany({
    where: { practiceId, personId, id: absenceId, cancelledAt: null },
    data: { cancelledAt },
  });
  for (const row of stored.covers) await endPlace(tx, actor, row);
}
