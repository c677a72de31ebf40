import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import type { Actor, Tx } from "@/server/db/with-actor";

/** One row for a procedure that went through, in its own transaction: coarse, never which kind of content. */
export async function recordAccess(tx: Tx, actor: Actor, procedure: string, coupleId?: string): Promise<void> {
  const { practiceId, personId, sessionId, at } = actor;
  if (!practiceId) return;
  await tx.audit.createMany({
    data: [{ practiceId, id: uuidv7(), at, personId, sessionId, coupleId, procedure, outcome: "ALLOWED" }],
  });
}

/**
 * One row for a refusal, committed although the procedure rolled back. It stands in the practice that was aimed at; where
 * neither practice nor couple exists there is nobody to tell.
 */
export async function recordDenial(
  place: { practiceId?: string; coupleId?: string },
  procedure: string,
): Promise<void> {
  const { coupleId } = place;
  const practiceId = place.practiceId ?? (await practiceOf(coupleId));
  if (!practiceId) return;
  await systemClient().audit.createMany({
    data: [{ practiceId, id: uuidv4(), at: now(), coupleId, procedure, outcome: "DENIED" }],
  });
}

async function practiceOf(coupleId: string | undefined): Promise<string | undefined> {
  if (!coupleId) return undefined;
  const couple = await systemClient().couple.findFirst({ where: { id: coupleId }, select: { practiceId: true } });
  return couple?.practiceId;
}
