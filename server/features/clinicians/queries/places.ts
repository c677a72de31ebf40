import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import type { Place } from "../policy";

/** One stored stretch of access. */
export interface PlaceRow extends Place {
  id: string;
}

/** The stretches of a couple that hold now or are planned. */
export async function livePlaces(tx: Tx, actor: Member, coupleId: string): Promise<PlaceRow[]> {
  const { practiceId, at } = actor;
  return tx.coupleClinician.findMany({
    where: { practiceId, coupleId, OR: [{ endsAt: null }, { endsAt: { gt: at } }] },
    select: { id: true, personId: true, role: true, startsAt: true, endsAt: true },
  });
}

/** The practice's IANA zone: whole days of access are its days, wherever a therapist sits. */
export async function practiceZone(tx: Tx, actor: Member): Promise<string> {
  const practice = await tx.practice.findFirst({ where: { id: actor.practiceId }, select: { timeZone: true } });
  if (!practice) throw new AppError("NOT_FOUND");
  return practice.timeZone;
}
