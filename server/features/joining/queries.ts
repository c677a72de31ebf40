import { liveSession } from "@/server/auth/sessions";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import type { Tx } from "@/server/db/with-actor";
import { wordsOf } from "@/server/db/words";
import { AppError } from "@/server/errors";
import { isAmong } from "@/server/mail/suppression";
import type { Member } from "@/server/trpc/ladder";
import { nameInToken, provenBy, seatToken } from "../invitations/links";
import { invitationState } from "../invitations/policy";
import type { SecretsPolicy } from "../people/schema";
import type { About, Contacts, OpenedInvitation } from "./schema";

/** An invitation as the system role reads it, across practices. */
export interface Invited {
  practiceId: string;
  id: string;
  personId: string;
  coupleId: string | null;
  roles: ("OWNER" | "THERAPIST" | "COORDINATOR")[];
  email: string | null;
  generation: number;
  roomHash: Uint8Array | null;
  roomExpiresAt: Date | null;
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
  practiceName: string;
  practiceZone: string;
  practiceCountry: string;
  /** Empty once it was accepted: then the person is no longer this role's to see. */
  name: string;
  gone: boolean;
  locale: "en" | "es";
  policy: SecretsPolicy | null;
  coupleEnded: boolean;
}

/** The invitation that a token proves, and the way it came; null unless we made that token for it. */
export async function invitedBy(token: string): Promise<{ row: Invited; way: "mail" | "seat" | "room" } | null> {
  const name = nameInToken(token);
  if (!name) return null;
  const [row] = await systemClient().$queryRaw<Invited[]>`
    SELECT i.practice_id AS "practiceId", i.id, i.person_id AS "personId", i.couple_id AS "coupleId", i.roles::text[] AS roles, i.email,
      i.generation, i.room_hash AS "roomHash", i.room_expires_at AS "roomExpiresAt", i.expires_at AS "expiresAt", i.revoked_at AS "revokedAt",
      i.accepted_at AS "acceptedAt", pr.name AS "practiceName", pr.time_zone AS "practiceZone", pr.country AS "practiceCountry",
      coalesce(p.display_name, '') AS name, p.ended_at IS NOT NULL AS gone, pp.locale, c.secrets_policy AS policy,
      coalesce(c.state = 'ENDED', false) AS "coupleEnded"
    FROM invitation i
    JOIN practice pr ON pr.id = i.practice_id
    LEFT JOIN person p ON p.practice_id = i.practice_id AND p.id = i.person_id
    JOIN person_private pp ON pp.practice_id = i.practice_id AND pp.person_id = i.person_id
    LEFT JOIN couple c ON c.practice_id = i.practice_id AND c.id = i.couple_id
    WHERE i.practice_id = ${name.practiceId}::uuid AND i.id = ${name.id}::uuid`;
  const way = row && provenBy(token, row);
  return row && way ? { row, way } : null;
}

/** What has become of an invitation; one whose couple has ended or whose person left is taken back. */
export function stateOf(row: Invited, at: Date) {
  const state = invitationState(row, at);
  return state === "open" && (row.gone || row.coupleEnded) ? "revoked" : state;
}

/** Whether a login is the one that accepted an invitation. */
export async function acceptedBy(userId: string, { practiceId, personId }: Invited): Promise<boolean> {
  return (await systemClient().membership.count({ where: { userId, practiceId, personId } })) > 0;
}

/** The live login of a browser; null when it is signed out. */
export async function liveLogin(secret: string | null): Promise<{ userId: string; email: string } | null> {
  const session = await liveSession(secret);
  return session && { userId: session.userId, email: session.user.email };
}

/** What the invited person may know before they say anything. */
export async function shownInvitation(
  row: Invited,
  way: "mail" | "seat",
  token: string,
  secret: string | null,
): Promise<OpenedInvitation> {
  const state = stateOf(row, now());
  if (state !== "open") return { state };
  return {
    state: "open",
    token: way === "seat" ? seatToken(row, row.generation) : token,
    kind: row.coupleId ? "partner" : "staff",
    practiceName: row.practiceName,
    name: row.name,
    email: way === "mail" ? row.email : null,
    locale: row.locale,
    timeZone: row.practiceZone,
    country: row.practiceCountry,
    policy: row.policy,
    signedInAs: (await liveLogin(secret))?.email ?? null,
  };
}

/** Where a partner's safe-contact words lie: with their own key they open in that row alone. */
export const safeContactPlace = (coupleId: string) => ({ table: "intake", column: "safe_contact", rowId: coupleId });

interface AboutRow extends Omit<About, "safeContact" | "locked" | "pendingReturned"> {
  suppressed: string[] | null;
  sealed: Uint8Array | null;
}

/** What I said on joining, and what I accepted then. @throws AppError NOT_FOUND */
export async function aboutMe(tx: Tx, actor: Member, coupleId: string): Promise<About> {
  const { practiceId, personId } = actor;
  const [row] = await tx.$queryRaw<AboutRow[]>`
    SELECT p.display_name AS name, coalesce(p.pronouns, '') AS pronouns, i.country, coalesce(i.region, '') AS region,
      i.safe_contact AS sealed, i.secrets_policy AS policy, i.consent_version AS "consentVersion", i.consent_at AS "acceptedAt",
      pp.pending_email AS "pendingEmail",
      (SELECT array_agg(encode(s.address_hash, 'hex')) FROM mail_suppression s
        WHERE s.practice_id = pp.practice_id AND s.person_id = pp.person_id) AS suppressed
    FROM intake i
    JOIN person p ON p.practice_id = i.practice_id AND p.id = i.person_id
    JOIN person_private pp ON pp.practice_id = i.practice_id AND pp.person_id = i.person_id
    WHERE i.practice_id = ${practiceId}::uuid AND i.couple_id = ${coupleId}::uuid AND i.person_id = ${personId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  const { sealed, suppressed, ...rest } = row;
  const locked = !actor.strong;
  const words = sealed && !locked && (await wordsOf(tx, practiceId, [personId]));
  const place = safeContactPlace(coupleId);
  const pendingReturned = rest.pendingEmail !== null && isAmong(suppressed, rest.pendingEmail);
  return { ...rest, pendingReturned, locked, safeContact: words && sealed ? words.open(personId, sealed, place) : "" };
}

interface ContactRow {
  personId: string;
  name: string;
  pronouns: string | null;
  country: string | null;
  region: string | null;
  sealed: Uint8Array | null;
  updatedAt: Date | null;
}

/** How each partner wants to be reached. For the couple's clinicians; the reading leaves its audit row. */
export async function contactsOf(tx: Tx, actor: Member, coupleId: string): Promise<Contacts> {
  const { practiceId } = actor;
  const rows = await tx.$queryRaw<ContactRow[]>`
    SELECT p.id AS "personId", p.display_name AS name, p.pronouns, i.country, i.region, i.safe_contact AS sealed, i.updated_at AS "updatedAt"
    FROM couple_partner cp
    JOIN person p ON p.practice_id = cp.practice_id AND p.id = cp.person_id
    LEFT JOIN intake i ON i.practice_id = cp.practice_id AND i.couple_id = cp.couple_id AND i.person_id = cp.person_id
    WHERE cp.practice_id = ${practiceId}::uuid AND cp.couple_id = ${coupleId}::uuid ORDER BY cp.position`;
  const words = await wordsOf(
    tx,
    practiceId,
    rows.filter((row) => row.sealed).map((row) => row.personId),
  );
  return {
    partners: rows.map(({ sealed, ...row }) => {
      const place = safeContactPlace(coupleId);
      return { ...row, safeContact: sealed ? words.open(row.personId, sealed, place) : null };
    }),
  };
}
