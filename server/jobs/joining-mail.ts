import type { Tx } from "../db/with-actor";
import { addressProofLink, addressProofToken, invitationToken, joinLink } from "../features/invitations/links";
import { invitationState } from "../features/invitations/policy";

/** A mail around joining, as it stands now: where it goes and what its button opens, or why it must not go. */
export type JoiningMail = { address: string; openUrl: string } | { reason: "DONE" | "ENDED" | "STALE" };

interface InvitationFacts {
  email: string | null;
  generation: number;
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
  coupleEnded: boolean;
}

const reasons = { accepted: "DONE", revoked: "ENDED", expired: "STALE" } as const;

/** The invitation that a mail is owed for, looked at again. */
export async function invitationMail(tx: Tx, practiceId: string, subject: string, at: Date): Promise<JoiningMail> {
  const [id = ""] = subject.split(":");
  const [row] = await tx.$queryRaw<InvitationFacts[]>`
    SELECT i.email, i.generation, i.expires_at AS "expiresAt", i.revoked_at AS "revokedAt", i.accepted_at AS "acceptedAt",
      coalesce(c.state = 'ENDED', false) AS "coupleEnded"
    FROM invitation i LEFT JOIN couple c ON c.practice_id = i.practice_id AND c.id = i.couple_id
    WHERE i.practice_id = ${practiceId}::uuid AND i.id = ${id}::uuid`;
  if (!row || row.coupleEnded) return { reason: "ENDED" };
  const state = invitationState(row, at);
  if (state !== "open") return { reason: reasons[state] };
  // Shown in the room instead since then.
  if (!row.email) return { reason: "DONE" };
  return { address: row.email, openUrl: joinLink(invitationToken({ practiceId, id }, row.generation)) };
}

/** The address that waits to be confirmed, looked at again. */
export async function addressProofMail(tx: Tx, practiceId: string, personId: string): Promise<JoiningMail> {
  const row = await tx.personPrivate.findFirst({ where: { practiceId, personId }, select: { pendingEmail: true } });
  if (!row?.pendingEmail) return { reason: "DONE" };
  const token = addressProofToken(practiceId, personId, row.pendingEmail);
  return { address: row.pendingEmail, openUrl: addressProofLink(token) };
}
