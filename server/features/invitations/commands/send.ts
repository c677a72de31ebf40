import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { isAmong } from "@/server/mail/suppression";
import { spend } from "@/server/throttle";
import type { Member } from "@/server/trpc/ladder";
import { invitationEnd, invitationState, mostSends, sameMailbox } from "../policy";
import { ensureMayEnrol, ensureOwnMailbox, type InvitationRow, invitationRow, mailsLeft } from "../queries";

const minute = 60_000;

/** @throws AppError INVITATIONS_SPENT when the practice may owe fewer mails today. Two at once wait for one another. */
export async function ensureMailsLeft(tx: Tx, actor: Member, wanted: number): Promise<void> {
  for (let mail = 0; mail < wanted; mail++) await spend("invitation.practice", actor.practiceId);
  if (wanted === 0) return;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitations ${actor.practiceId}`}, 0))::text`;
  const left = await mailsLeft(tx);
  if (left !== null && left < wanted) throw new AppError("INVITATIONS_SPENT");
}

/** Owes the n-th mail of an invitation, once. */
export async function oweInvitation(
  tx: Tx,
  actor: Member,
  { invitationId, personId, send }: { invitationId: string; personId: string; send: number },
): Promise<void> {
  const { practiceId, at } = actor;
  const subject = `${invitationId}:${send}`;
  await tx.reminder.createMany({
    data: [{ practiceId, id: uuidv7(), personId, kind: "INVITATION", subject, dueAt: at, createdAt: at }],
    skipDuplicates: true,
  });
}

/** A revoked invitation stays revoked; asking again makes a new one for the same person. */
async function inviteAgain(tx: Tx, actor: Member, row: InvitationRow, email: string): Promise<void> {
  const { practiceId, personId: createdById, at } = actor;
  const { personId, coupleId, roles } = row;
  const id = uuidv4();
  const times = { createdAt: at, sentAt: at, expiresAt: invitationEnd(at) };
  await tx.invitation.createMany({
    data: [{ practiceId, id, personId, coupleId, roles, email, sends: 1, createdById, ...times }],
  });
  await oweInvitation(tx, actor, { invitationId: id, personId, send: 1 });
}

/**
 * Sends an invitation again, for seven more days, to the same address or a corrected one. To the same one, the links
 * sent before keep working; a corrected one makes them worthless, since they lie in somebody else's mailbox.
 * Pressing twice within a minute sends once.
 * @throws AppError NOT_FOUND; CLOSED once accepted; CLINICIAN_NEEDED; TOO_MANY after ten mails; INVITATIONS_SPENT; INVALID beside the address
 */
export async function sendAgain(
  tx: Tx,
  actor: Member,
  { invitationId, email }: { invitationId: string; email: string },
): Promise<void> {
  const row = await invitationRow(tx, actor, invitationId);
  const { practiceId, at } = actor;
  const corrected = row.email === null || !sameMailbox(row.email, email);
  const justSent = row.sends > 0 && at.getTime() - row.sentAt.getTime() < minute;
  if (!corrected && justSent && invitationState(row, at) === "open") return;
  if (row.sends >= mostSends) throw new AppError("TOO_MANY");
  // It would be left out without a word.
  if (isAmong(row.suppressed, email)) throw new AppError("INVALID", { fields: { email: "returnedAddress" } });
  const { coupleId, personId } = row;
  if (coupleId && (corrected || row.revokedAt)) await ensureMayEnrol(tx, actor, coupleId);
  if (coupleId) await ensureOwnMailbox(tx, actor, { coupleId, email, personId });
  await ensureMailsLeft(tx, actor, 1);
  if (row.revokedAt) return inviteAgain(tx, actor, row, email);
  const send = row.sends + 1;
  const generation = corrected && row.email !== null ? row.generation + 1 : row.generation;
  const { count } = await tx.invitation.updateMany({
    where: { practiceId, id: invitationId, acceptedAt: null, sends: row.sends },
    data: { email, generation, sends: send, sentAt: at, expiresAt: invitationEnd(at) },
  });
  if (count === 0) throw new AppError("CHANGED_MEANWHILE");
  await oweInvitation(tx, actor, { invitationId, personId, send });
}

/** Takes an invitation back at once: its links and digits open nothing any more. Doing it again changes nothing. */
export async function revokeInvitation(tx: Tx, actor: Member, invitationId: string): Promise<void> {
  const row = await invitationRow(tx, actor, invitationId);
  if (row.revokedAt) return;
  const data = { revokedAt: actor.at, roomHash: null, roomExpiresAt: null };
  await tx.invitation.updateMany({
    where: { practiceId: actor.practiceId, id: invitationId, acceptedAt: null },
    data,
  });
}
