import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import type { Actor, Tx } from "@/server/db/with-actor";
import { categoryOf } from "../policy.categories";

/** A procedure as the log names it. */
export interface Called {
  path: string;
  kind: "query" | "mutation";
}

/** One row for a procedure that went through, in its own transaction: coarse, never which kind of content. */
export async function recordAccess(tx: Tx, actor: Actor, { path, kind }: Called, coupleId?: string): Promise<void> {
  const { practiceId, personId, sessionId, at } = actor;
  if (!practiceId) return;
  const category = categoryOf(path, kind, { coupleId, treats: actor.clinicianCouples.length > 0 });
  const row = { practiceId, id: uuidv7(), at, personId, sessionId, coupleId, procedure: path, category };
  await tx.audit.createMany({ data: [{ ...row, outcome: "ALLOWED" }] });
}

/**
 * One row for a refusal, committed although the procedure rolled back. It stands in the practice that was aimed at, and
 * names who tried when they are a person of it; where neither practice nor couple exists there is nobody to tell.
 */
export async function recordDenial(
  place: { practiceId?: string; coupleId?: string },
  { path, kind }: Called,
  actor: Actor | undefined,
): Promise<void> {
  const { coupleId } = place;
  const practiceId = place.practiceId ?? (await practiceOf(coupleId));
  if (!practiceId) return;
  const own = actor?.practiceId === practiceId ? { personId: actor.personId, sessionId: actor.sessionId } : {};
  const category = categoryOf(path, kind, { coupleId, treats: true });
  const row = { practiceId, id: uuidv4(), at: now(), coupleId, procedure: path, category, ...own };
  await systemClient().audit.createMany({ data: [{ ...row, outcome: "DENIED" }] });
}

async function practiceOf(coupleId: string | undefined): Promise<string | undefined> {
  if (!coupleId) return undefined;
  const couple = await systemClient().couple.findFirst({ where: { id: coupleId }, select: { practiceId: true } });
  return couple?.practiceId;
}
