import { v4 as uuidv4 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";
import { addressOf } from "./links";

/** Closes the acting person's feed: its address tells nothing more, as if there had never been one. */
export async function revokeFeed(tx: Tx, { practiceId, personId }: Member): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { practiceId, personId } });
}

/** A new secret address for the acting person's dates; the one before it tells nothing more. */
export async function makeFeed(tx: Tx, actor: Member): Promise<{ address: string }> {
  await revokeFeed(tx, actor);
  const { practiceId, personId, at: createdAt } = actor;
  const id = uuidv4();
  await tx.calendarFeed.createMany({ data: [{ practiceId, id, personId, createdAt }] });
  return { address: addressOf({ practiceId, id }) };
}
