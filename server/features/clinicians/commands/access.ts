import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { dayEnd, endOf, phaseOf, readsForGood } from "../policy";
import { livePlaces, type PlaceRow, practiceZone } from "../queries/places";
import type { AddFields, TransferFields } from "../schema";
import { oweAccessNotice } from "./notice";

type Add = AddFields & { coupleId: string; clientId: string };
type Transfer = TransferFields & { coupleId: string; clientId: string };

/** The end of a last day, which must not be over. @throws AppError INVALID */
async function endOfDay(tx: Tx, actor: Member, day: string): Promise<Date> {
  const zone = await practiceZone(tx, actor);
  if (day < civilDate(actor.at, zone)) throw new AppError("INVALID");
  return dayEnd(day, zone);
}

/** Ends one stretch now; a planned one is called off. @returns how many rows that was: none where it is not the actor's to end. */
export async function endPlace(tx: Tx, actor: Member, place: PlaceRow): Promise<number> {
  const { practiceId, personId: endedById, at } = actor;
  const data = { endsAt: endOf(place, at), endedById };
  return (await tx.coupleClinician.updateMany({ where: { practiceId, id: place.id }, data })).count;
}

/**
 * Lets another therapist of the practice read the couple, and tells them. The same `clientId` again changes nothing.
 * @throws AppError NOT_FOUND for who is no therapist here, or where the actor only covers; INVALID for a day that is over or
 *   somebody who reads for good already.
 */
export async function addClinician(tx: Tx, actor: Member, input: Add): Promise<void> {
  const { practiceId, personId: addedById, at: startsAt } = actor;
  const { clientId: id, coupleId, personId, role, until } = input;
  const places = await livePlaces(tx, actor, coupleId);
  if (places.some((place) => place.id === id)) return;
  if (personId === addedById || readsForGood(places, personId, startsAt)) throw new AppError("INVALID");
  const endsAt = until ? await endOfDay(tx, actor, until) : null;
  await tx.coupleClinician.createMany({
    data: [{ practiceId, id, coupleId, personId, role, startsAt, endsAt, addedById }],
  });
  // Whoever covered and is here for good from now on covers no more.
  const covered = places.filter((place) => place.personId === personId && phaseOf(place, startsAt) === "now");
  for (const place of covered) await endPlace(tx, actor, place);
  await oweAccessNotice(tx, actor, [{ rowId: id, personIds: [personId] }]);
}

/**
 * Makes another therapist the couple's primary clinician and tells them; the history keeps both. The present one stays as
 * covering until a day, or leaves at once. The same `clientId` again changes nothing.
 * @throws AppError NOT_FOUND; INVALID for oneself, for who is primary already, or a day that is over.
 */
export async function transfer(tx: Tx, actor: Member, input: Transfer): Promise<void> {
  const { practiceId, personId: self, at: startsAt } = actor;
  const { clientId: id, coupleId, personId: toId, stayUntil } = input;
  const places = await livePlaces(tx, actor, coupleId);
  if (places.some((place) => place.id === id)) return;
  const primary = places.find((place) => place.role === "PRIMARY");
  if (toId === self || primary?.personId === toId) throw new AppError("INVALID");
  const base = { practiceId, coupleId, startsAt, addedById: self };
  const mine = primary?.personId === self;
  const stay = mine && stayUntil ? await endOfDay(tx, actor, stayUntil) : null;
  // Somebody else's row first, one's own last: whoever has handed over has no say after.
  if (primary && !mine) await endPlace(tx, actor, primary);
  await tx.coupleClinician.createMany({
    data: [
      { ...base, id, personId: toId, role: "PRIMARY" },
      ...(stay ? [{ ...base, personId: self, role: "COVERING" as const, endsAt: stay }] : []),
    ],
  });
  await oweAccessNotice(tx, actor, [{ rowId: id, personIds: [toId] }]);
  for (const place of places.filter((one) => one.personId === toId)) await endPlace(tx, actor, place);
  if (primary && mine) await endPlace(tx, actor, primary);
}

/** Ends one stretch of access now, at once. Ending one that has ended changes nothing. @throws AppError NOT_FOUND; INVALID for the primary one. */
export async function endAccess(tx: Tx, actor: Member, coupleId: string, rowId: string): Promise<void> {
  const { practiceId } = actor;
  const place = await tx.coupleClinician.findFirst({
    where: { practiceId, coupleId, id: rowId },
    select: { id: true, personId: true, role: true, startsAt: true, endsAt: true },
  });
  if (!place) throw new AppError("NOT_FOUND");
  if (place.role === "PRIMARY") throw new AppError("INVALID");
  if (["past", "never"].includes(phaseOf(place, actor.at))) return;
  if ((await endPlace(tx, actor, place)) === 0) throw new AppError("NOT_FOUND");
}
