import type { Tx } from "../db/with-actor";
import type { Asked } from "./reminder-premises";

type Found = { id: string; alive: boolean; running: boolean; open: boolean };
const ids = (asked: readonly Asked[]) => asked.map(({ row }) => row.id);
const people = (asked: readonly Asked[]) => asked.map(({ row }) => row.personId);
const part = (asked: readonly Asked[], index: number) => asked.map(({ row }) => row.subject.split(":")[index] ?? "");

/** The weekly digest: a couple that they treat. */
export function weeklyDigest(tx: Tx, practiceId: string, asked: readonly Asked[], at: Date): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT u.id, bool_or(c.state <> 'ENDED') AS alive, bool_or(c.state = 'ACTIVE') AS running, true AS open
    FROM unnest(${ids(asked)}::uuid[], ${people(asked)}::uuid[]) AS u (id, person_id)
    JOIN couple_clinician cc ON cc.practice_id = ${practiceId}::uuid AND cc.person_id = u.person_id AND cc.starts_at <= ${at}::timestamptz
      AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz)
    JOIN couple c ON c.practice_id = cc.practice_id AND c.id = cc.couple_id
    GROUP BY u.id`;
}

/** A silence: nothing answered since, in a couple that they still treat. */
export function silence(tx: Tx, practiceId: string, asked: readonly Asked[], at: Date): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT u.id, bool_or(c.state <> 'ENDED') AS alive, bool_or(c.state = 'ACTIVE') AS running,
      bool_or(NOT EXISTS (SELECT 1 FROM check_in ci JOIN reminder r ON r.practice_id = ci.practice_id AND r.person_id = ci.author_id
        AND r.kind = 'HOMEWORK_MISSED' AND r.subject = u.due_on
        WHERE ci.practice_id = c.practice_id AND ci.author_id = u.partner_id AND ci.created_at > r.due_at)) AS open
    FROM unnest(${ids(asked)}::uuid[], ${people(asked)}::uuid[], ${part(asked, 0)}::uuid[], ${part(asked, 1)}::text[])
      AS u (id, person_id, partner_id, due_on)
    JOIN couple_partner cp ON cp.practice_id = ${practiceId}::uuid AND cp.person_id = u.partner_id
    JOIN couple_clinician cc ON cc.practice_id = cp.practice_id AND cc.couple_id = cp.couple_id AND cc.person_id = u.person_id
      AND cc.starts_at <= ${at}::timestamptz AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz)
    JOIN couple c ON c.practice_id = cp.practice_id AND c.id = cp.couple_id
    GROUP BY u.id`;
}

/** An invitation that ran out: still not accepted, called off or sent anew. */
export function invitationOpen(tx: Tx, practiceId: string, asked: readonly Asked[], at: Date): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT u.id, i.revoked_at IS NULL AND c.state IS DISTINCT FROM 'ENDED' AS alive, true AS running,
      i.accepted_at IS NULL AND i.generation::text = u.generation AND i.expires_at <= ${at}::timestamptz AS open
    FROM unnest(${ids(asked)}::uuid[], ${part(asked, 0)}::uuid[], ${part(asked, 1)}::text[]) AS u (id, invitation_id, generation)
    JOIN invitation i ON i.practice_id = ${practiceId}::uuid AND i.id = u.invitation_id
    LEFT JOIN couple c ON c.practice_id = i.practice_id AND c.id = i.couple_id`;
}

/** A private word that they have not opened, of a couple that they treat now, whatever the couple's state. */
export function privateWord(tx: Tx, practiceId: string, asked: readonly Asked[], at: Date): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    SELECT u.id, true AS running,
      EXISTS (SELECT 1 FROM couple_clinician cc
        JOIN staff_role sr ON sr.practice_id = cc.practice_id AND sr.person_id = cc.person_id AND sr.role = 'THERAPIST' AND sr.ended_at IS NULL
        WHERE cc.practice_id = w.practice_id AND cc.couple_id = w.couple_id AND cc.person_id = u.person_id
          AND cc.starts_at <= ${at}::timestamptz AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz)) AS alive,
      NOT EXISTS (SELECT 1 FROM private_word_opening o
        WHERE o.practice_id = w.practice_id AND o.private_word_id = w.id AND o.person_id = u.person_id) AS open
    FROM unnest(${ids(asked)}::uuid[], ${people(asked)}::uuid[], ${part(asked, 0)}::uuid[]) AS u (id, person_id, word_id)
    JOIN private_word w ON w.practice_id = ${practiceId}::uuid AND w.id = u.word_id`;
}
