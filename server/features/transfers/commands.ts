import { v4 as uuidv4 } from "uuid";
import { currentConsent } from "@/content/consent";
import { currentRelease } from "@/content/release";
import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { spend } from "@/server/throttle";
import { isFresh, type Member } from "@/server/trpc/ladder";
import { ensureMayEnrol } from "../billing/queries";
import { codeHash, spacedCode, transferCode, typedCode } from "./links";
import { answerState, codeEnd, goesAt, listIsFresh, transferState } from "./policy";
import { type OwnTransfer, ownTransfer } from "./queries";
import type { SignFields, Started, TakeFields } from "./schema";

/**
 * A clinician of the couple offers it to a therapist elsewhere, and gets the code to hand over. The same `clientId` again
 * answers with the same code as long as it waits. What was offered before and not taken is over then.
 * @throws AppError NOT_FOUND; CLOSED for an ended couple, or while somebody is there to receive
 */
export async function startTransfer(
  tx: Tx,
  actor: Member,
  { coupleId, clientId: id }: { coupleId: string; clientId: string },
): Promise<Started> {
  const { practiceId, personId: startedById, at } = actor;
  const couple = await tx.couple.findFirst({ where: { practiceId, id: coupleId }, select: { state: true } });
  if (!couple) throw new AppError("NOT_FOUND");
  if (couple.state === "ENDED") throw new AppError("CLOSED");
  const open = await tx.transfer.findFirst({
    where: { practiceId, coupleId, stoppedAt: null },
    select: { id: true, takenAt: true, stoppedAt: true, expiresAt: true },
  });
  const code = transferCode(practiceId, id);
  const answer = (until: Date) => ({ code: spacedCode(code), until: civilDate(until, actor.timeZone) });
  if (open && transferState(open, at) === "taken") throw new AppError("CLOSED");
  if (open?.id === id && transferState(open, at) === "code") return answer(open.expiresAt);
  if (open)
    await tx.transfer.updateMany({ where: { practiceId, id: open.id }, data: { stoppedAt: at, codeHash: null } });
  const expiresAt = codeEnd(at);
  const row = { practiceId, id, coupleId, startedById, codeHash: codeHash(code), createdAt: at, expiresAt };
  await tx.transfer.createMany({ data: [row] });
  return answer(expiresAt);
}

/** Takes a transfer back: its code opens nothing, and what has not gone stays. Again changes nothing. @throws AppError NOT_FOUND */
export async function stopTransfer(tx: Tx, actor: Member, coupleId: string, transferId: string): Promise<void> {
  const where = { practiceId: actor.practiceId, coupleId, id: transferId };
  const found = await tx.transfer.findFirst({ where, select: { stoppedAt: true } });
  if (!found) throw new AppError("NOT_FOUND");
  if (found.stoppedAt) return;
  await tx.transfer.updateMany({ where, data: { stoppedAt: actor.at, codeHash: null } });
}

/**
 * A therapist under a current licence takes a couple on by its code. Every code that opens nothing is refused in the same
 * words, and tries are counted.
 * @throws AppError INVALID beside the code, TOO_MANY; PLAN_NEEDED for one more couple than the plan has
 */
export async function takeTransfer(tx: Tx, actor: Member, { code, policy }: TakeFields): Promise<void> {
  await ensureMayEnrol(tx, actor);
  await spend("transferCode.person", actor.userId);
  await spend("transferCode.practice", actor.practiceId);
  const typed = typedCode(code);
  const hash = Buffer.from(codeHash(typed ?? "")).toString("hex");
  await tx.$queryRaw`SELECT set_config('app.transfer_code', ${hash}, true), set_config('app.transfer_policy', ${policy}, true)`;
  const [taken] = await tx.$queryRaw<{ id: string | null }[]>`SELECT guard.app_take_transfer() AS id`;
  if (!taken?.id) throw new AppError("INVALID", { fields: { code: "transferCode" } });
}

/** Gives a couple back that was taken on: nobody else of it arrives. Again changes nothing. @throws AppError NOT_FOUND */
export async function giveBack(tx: Tx, actor: Member, receptionId: string): Promise<void> {
  const where = { practiceId: actor.practiceId, id: receptionId };
  const found = await tx.reception.findFirst({ where, select: { endedAt: true } });
  if (!found) throw new AppError("NOT_FOUND");
  if (!found.endedAt) await tx.reception.updateMany({ where, data: { endedAt: actor.at } });
}

/** The transfer that a partner may answer now. @throws AppError NOT_FOUND; CLOSED where it, or the couple, is over */
async function answerable(tx: Tx, actor: Member, coupleId: string, transferId: string): Promise<OwnTransfer> {
  const couple = await tx.couple.findFirst({
    where: { practiceId: actor.practiceId, id: coupleId },
    select: { state: true },
  });
  if (couple?.state === "ENDED") throw new AppError("CLOSED");
  const own = await ownTransfer(tx, actor, coupleId);
  if (own?.transferId !== transferId) throw new AppError("NOT_FOUND");
  if (transferState(own, actor.at) !== "taken" || own.latest?.copiedAt) throw new AppError("CLOSED");
  return own;
}

/** The answer that holds makes room for another one. @throws AppError CLOSED when it has gone meanwhile */
async function makeRoom(tx: Tx, actor: Member, { latest }: OwnTransfer): Promise<void> {
  if (!latest || latest.withdrawnAt) return;
  const where = { practiceId: actor.practiceId, id: latest.id, withdrawnAt: null, copiedAt: null };
  if ((await tx.release.updateMany({ where, data: { withdrawnAt: actor.at } })).count === 0)
    throw new AppError("CLOSED");
}

/** What was listed then and still has the readers that it had: ids and weeks, never of what only its author reads, or a tool stored. */
async function listed(tx: Tx, actor: Member, coupleId: string, listedAt: Date) {
  const { practiceId, personId } = actor;
  const [row] = await tx.$queryRaw<{ checkInIds: string[]; entryIds: string[]; weeks: Date[] }[]>`
    SELECT ARRAY(SELECT ci.id::text FROM check_in ci WHERE ci.practice_id = ${practiceId}::uuid AND ci.couple_id = ${coupleId}::uuid
        AND ci.author_id = ${personId}::uuid AND ci.created_at <= ${listedAt}::timestamptz ORDER BY ci.created_at, ci.id) AS "checkInIds",
      ARRAY(SELECT e.id::text FROM entry e WHERE e.practice_id = ${practiceId}::uuid AND e.couple_id = ${coupleId}::uuid
        AND e.author_id = ${personId}::uuid AND e.visibility <> 'PRIVATE' AND e.assignment_id IS NULL AND e.gate IS NULL AND e.updated_at <= ${listedAt}::timestamptz
        ORDER BY e.created_at, e.id) AS "entryIds",
      ARRAY(SELECT p.week_of FROM pulse p WHERE p.practice_id = ${practiceId}::uuid AND p.couple_id = ${coupleId}::uuid
        AND p.person_id = ${personId}::uuid AND p.created_at <= ${listedAt}::timestamptz ORDER BY p.week_of) AS weeks`;
  return { checkInIds: row?.checkInIds ?? [], entryIds: row?.entryIds ?? [], weeks: row?.weeks ?? [] };
}

/**
 * A partner signs for themself (45 CFR 164.508): exactly what was listed goes, a day from now. Signing again while it waits
 * changes nothing.
 * @throws AppError UNLOCK_NEEDED without a fresh proof; NOT_FOUND; CLOSED; CHANGED_MEANWHILE when text, policy or list is old
 */
export async function authorize(tx: Tx, actor: Member, fields: SignFields & { coupleId: string }): Promise<void> {
  const { practiceId, personId, at } = actor;
  const { coupleId, transferId, listedAt, signedAs, textVersion, consentVersion, policy: secretsPolicy } = fields;
  const own = await answerable(tx, actor, coupleId, transferId);
  if (!isFresh(actor)) throw new AppError("UNLOCK_NEEDED");
  if (answerState(own.latest ?? undefined, at) === "WAITS") return;
  const current = textVersion === currentRelease.version && consentVersion === currentConsent.version;
  if (!current || secretsPolicy !== own.policy || !listIsFresh(listedAt, at)) throw new AppError("CHANGED_MEANWHILE");
  await makeRoom(tx, actor, own);
  const what = await listed(tx, actor, coupleId, listedAt);
  const signature = { signedAs, textVersion, consentVersion, secretsPolicy };
  const answer = { answer: "AUTHORIZED" as const, answeredAt: at, goesAt: goesAt(at) };
  const row = { practiceId, id: uuidv4(), coupleId, transferId, personId };
  await tx.release.createMany({ data: [{ ...row, ...answer, ...signature, ...what }] });
}

/** A partner says no. Saying it again changes nothing. @throws AppError NOT_FOUND; CLOSED when it has gone */
export async function decline(tx: Tx, actor: Member, coupleId: string, transferId: string): Promise<void> {
  const { practiceId, personId, at } = actor;
  const own = await answerable(tx, actor, coupleId, transferId);
  if (answerState(own.latest ?? undefined, at) === "DECLINED") return;
  await makeRoom(tx, actor, own);
  const row = { practiceId, id: uuidv4(), coupleId, transferId, personId };
  const nothing = { checkInIds: [], entryIds: [], weeks: [] };
  await tx.release.createMany({ data: [{ ...row, ...nothing, answer: "DECLINED", answeredAt: at }] });
}

/** A partner takes an answer back that has not gone. Where none holds it changes nothing. @throws AppError NOT_FOUND; CLOSED when it has gone */
export async function withdraw(tx: Tx, actor: Member, coupleId: string, transferId: string): Promise<void> {
  await makeRoom(tx, actor, await answerable(tx, actor, coupleId, transferId));
}
