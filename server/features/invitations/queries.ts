import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { isAmong } from "@/server/mail/suppression";
import type { Member } from "@/server/trpc/ladder";
import { licensedTherapists } from "../licences/queries";
import { couplePeople, staffViewerOf } from "../people/queries";
import { mailboxMark } from "./links";
import { invitationState, sameMailbox } from "./policy";
import type { CoupleForm, CoupleInvitations, InvitationShape } from "./schema";

/** An invitation's row as the app role may read it. */
export interface InvitationRow {
  invitationId: string;
  personId: string;
  coupleId: string | null;
  name: string;
  email: string | null;
  /** Marks of the mailboxes of a partner who has joined. */
  mailboxes: string[];
  roles: InvitationShape["roles"];
  generation: number;
  sends: number;
  roomExpiresAt: Date | null;
  sentAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
  /** Hashes of their addresses that get nothing more, in hex. */
  suppressed: string[] | null;
}

/** Which invitations to read: of one, of some couples' partners, or of staff. */
type Which = { invitationId: string } | { coupleIds: string[] | null } | "staff";

/** The latest invitation of each person asked for; row-level security decides which exist. */
export async function invitationRows(tx: Tx, actor: Member, which: Which): Promise<InvitationRow[]> {
  const id = which !== "staff" && "invitationId" in which ? which.invitationId : null;
  const coupleIds = which !== "staff" && "coupleIds" in which ? which.coupleIds : null;
  const kind = which === "staff" ? "staff" : id ? "one" : "partners";
  return tx.$queryRaw<InvitationRow[]>`
    SELECT DISTINCT ON (i.person_id) i.id AS "invitationId", i.person_id AS "personId", i.couple_id AS "coupleId", p.display_name AS name,
      i.email, i.mailboxes, i.roles::text[] AS roles, i.generation, i.sends, i.room_expires_at AS "roomExpiresAt", i.sent_at AS "sentAt",
      i.expires_at AS "expiresAt", i.revoked_at AS "revokedAt", i.accepted_at AS "acceptedAt",
      (SELECT array_agg(encode(s.address_hash, 'hex')) FROM mail_suppression s
        WHERE s.practice_id = i.practice_id AND s.person_id = i.person_id) AS suppressed
    FROM invitation i JOIN person p ON p.practice_id = i.practice_id AND p.id = i.person_id
    WHERE i.practice_id = ${actor.practiceId}::uuid AND (${id}::uuid IS NULL OR i.id = ${id}::uuid)
      AND (${kind} <> 'staff' OR (i.couple_id IS NULL AND p.user_id IS NULL AND p.ended_at IS NULL))
      AND (${kind} <> 'partners' OR (i.couple_id IS NOT NULL AND (${coupleIds}::uuid[] IS NULL OR i.couple_id = ANY (${coupleIds}::uuid[]))))
    ORDER BY i.person_id, i.created_at DESC, i.id`;
}

/** One invitation that is not accepted yet. @throws AppError NOT_FOUND; CLOSED when it was accepted meanwhile */
export async function invitationRow(tx: Tx, actor: Member, invitationId: string): Promise<InvitationRow> {
  const [row] = await invitationRows(tx, actor, { invitationId });
  if (!row) throw new AppError("NOT_FOUND");
  if (row.acceptedAt) throw new AppError("CLOSED");
  return row;
}

/** What staff see of an invitation; null once it was accepted. */
export function shownInvitation(row: InvitationRow | undefined, at: Date): InvitationShape | null {
  if (!row) return null;
  const state = invitationState(row, at);
  if (state === "accepted") return null;
  const { invitationId, personId, name, email, roles, sentAt, expiresAt, sends } = row;
  const returned = email !== null && isAmong(row.suppressed, email);
  return { invitationId, personId, name, state, email, roles, sentAt, expiresAt, sends, returned };
}

/** The partners of a couple and the invitations of those who have not joined. @throws AppError NOT_FOUND */
export async function coupleInvitations(tx: Tx, actor: Member, coupleId: string): Promise<CoupleInvitations> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const rows = await invitationRows(tx, actor, { coupleIds: [coupleId] });
  const partners = people.partners.map((partner) => ({
    ...partner,
    invitation: partner.joined
      ? null
      : shownInvitation(
          rows.find((row) => row.personId === partner.personId),
          actor.at,
        ),
  }));
  const { today, timeZone } = staffViewerOf(actor);
  return { coupleId, clock: { today, timeZone }, partners };
}

/** Staff who were invited and have not joined yet. */
export async function staffInvitations(tx: Tx, actor: Member): Promise<InvitationShape[]> {
  const rows = await invitationRows(tx, actor, "staff");
  return rows.flatMap((row) => shownInvitation(row, actor.at) ?? []).sort((a, b) => a.name.localeCompare(b.name));
}

interface TherapistRow {
  personId: string;
  name: string;
  licensed: boolean;
}

/** The practice's therapists, and whether each may enrol today: by a verified, current licence of their own or their supervisor's. */
export async function therapistsOf(tx: Tx, actor: Member): Promise<TherapistRow[]> {
  const licensed = new Set(await licensedTherapists(tx));
  const rows = await tx.$queryRaw<Omit<TherapistRow, "licensed">[]>`
    SELECT p.id AS "personId", p.display_name AS name
    FROM staff_role r JOIN person p ON p.practice_id = r.practice_id AND p.id = r.person_id
    WHERE r.practice_id = ${actor.practiceId}::uuid AND r.role = 'THERAPIST' AND r.ended_at IS NULL AND p.ended_at IS NULL
    ORDER BY p.display_name, p.id`;
  return rows.map((row) => ({ ...row, licensed: licensed.has(row.personId) }));
}

/** How many invitation mails may still be owed today; null without a limit. */
export async function mailsLeft(tx: Tx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ left: number }[]>`SELECT guard.app_invitations_left() AS left`;
  const left = row?.left ?? 0;
  return left > 1_000 ? null : Math.max(0, left);
}

/** Whether someone enrols couples for others too: whoever runs the practice or its calendar. */
export const enrolsForOthers = (actor: Member) =>
  actor.roles.some((role) => role === "OWNER" || role === "COORDINATOR");

/** What the form of a new couple needs. */
export async function coupleForm(tx: Tx, actor: Member): Promise<CoupleForm> {
  const all = await therapistsOf(tx, actor);
  const forOthers = enrolsForOthers(actor);
  const therapists = forOthers ? all : all.filter((one) => one.personId === actor.personId);
  const ownId = therapists.find((one) => one.personId === actor.personId)?.personId ?? null;
  return { viewer: staffViewerOf(actor), therapists, ownId, forOthers, mailsLeft: await mailsLeft(tx) };
}

/** @throws AppError INVALID beside the address when the other partner was invited or has joined with the same mailbox */
export async function ensureOwnMailbox(
  tx: Tx,
  actor: Member,
  { coupleId, email, personId }: { coupleId: string; email: string | null; personId: string | null },
): Promise<void> {
  if (!email) return;
  const rows = await invitationRows(tx, actor, { coupleIds: [coupleId] });
  const mark = mailboxMark(coupleId, email);
  const taken = rows
    .filter((row) => row.personId !== personId)
    .some((row) => row.mailboxes.includes(mark) || (row.email !== null && sameMailbox(row.email, email)));
  if (taken) throw new AppError("INVALID", { fields: { email: "sharedAddress" } });
}

/**
 * Who takes a couple's other place reads what is shared: once one partner has joined, only the couple's clinicians decide.
 * @throws AppError CLINICIAN_NEEDED
 */
export async function ensureMayEnrol(tx: Tx, actor: Member, coupleId: string): Promise<void> {
  if (actor.clinicianCouples.includes(coupleId)) return;
  const where = { practiceId: actor.practiceId, coupleId, joinedAt: { not: null } };
  if (await tx.couplePartner.findFirst({ where, select: { personId: true } })) throw new AppError("CLINICIAN_NEEDED");
}
