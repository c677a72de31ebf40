import { v7 as uuidv7 } from "uuid";
import type { Mode } from "@/content/schema";
import { civilDate, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { jointFault, maySetLookAgain, needsJointRecord } from "./policy";
import { currentSafety, notePlace } from "./queries";
import type { SafetyFields } from "./schema";

/**
 * A clinician records whether joint work is possible. The same `clientId` again records nothing.
 * @throws AppError INVALID beside `lookAgainOn` for a day that is over or too far.
 */
export async function recordSafety(
  tx: Tx,
  actor: Member,
  { coupleId, clientId, standing, eachAlone, lookAgainOn, note }: SafetyFields & { coupleId: string; clientId: string },
): Promise<void> {
  const { practiceId, personId: recordedById, at } = actor;
  if (!maySetLookAgain(lookAgainOn, civilDate(at, actor.timeZone)))
    throw new AppError("INVALID", { fields: { lookAgainOn: "lookAgainSoon" } });
  const id = uuidv7();
  const sealed = note ? (await wordsOf(tx, practiceId, [recordedById])).seal(recordedById, note, notePlace(id)) : null;
  const row = { practiceId, id, coupleId, standing, eachAlone, recordedById, clientId, note: sealed, createdAt: at };
  await tx.safetyRecord.createMany({ data: [{ ...row, lookAgainOn: toColumn(lookAgainOn) }], skipDuplicates: true });
}

/**
 * Lets a strategy through that is done together or reaches the other only where a record of joint work holds.
 * @throws AppError INVALID beside `mode`.
 */
export async function requireJointRecord(
  tx: Tx,
  actor: Member,
  coupleId: string,
  asked: { strategy: { joint: boolean }; mode: Mode },
): Promise<void> {
  if (!needsJointRecord(asked.strategy, asked.mode)) return;
  const fault = jointFault(await currentSafety(tx, actor, coupleId), civilDate(actor.at, actor.timeZone));
  if (fault) throw new AppError("INVALID", { fields: { mode: fault } });
}
