import { addDays, type CivilDate, civilDate, mondayOf } from "../clock";
import type { Tx } from "../db/with-actor";
import { lookBackDays } from "../features/reminders/policy.plan";
import type { StaffState } from "../features/reminders/policy.plan-staff";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
/** What one of the staff may be owed. */
export type StaffDraft = Mutable<StaffState>;

const day = 86_400_000;

/** Weeks whose digest is not in the ledger, of therapists who treat a running couple. */
function digests(tx: Tx, practiceId: string, at: Date) {
  const today = civilDate(at, "UTC");
  const mondays = [...new Set([-7, -1, 1].map((days) => mondayOf(addDays(today, days))))];
  return tx.$queryRaw<{ staffId: string; monday: CivilDate }[]>`
    SELECT p.id AS "staffId", w.monday::text AS monday
    FROM person p
    JOIN staff_role sr ON sr.practice_id = p.practice_id AND sr.person_id = p.id AND sr.role = 'THERAPIST' AND sr.ended_at IS NULL
    CROSS JOIN unnest(${mondays}::text[]::date[]) AS w (monday)
    WHERE p.practice_id = ${practiceId}::uuid AND p.ended_at IS NULL AND w.monday >= (p.created_at AT TIME ZONE 'UTC')::date
      AND EXISTS (SELECT 1 FROM couple_clinician cc
        JOIN couple c ON c.practice_id = cc.practice_id AND c.id = cc.couple_id AND c.state = 'ACTIVE'
        WHERE cc.practice_id = p.practice_id AND cc.person_id = p.id AND cc.starts_at <= ${at}::timestamptz
          AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz))
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = p.practice_id AND r.person_id = p.id
        AND r.kind = 'WEEKLY_DIGEST' AND r.subject = to_char(w.monday, 'IYYY-"W"IW'))`;
}

/** Partners who were reminded of something missed of a couple and have answered nothing since, by its primary therapist. */
function silences(tx: Tx, practiceId: string, at: Date) {
  const [from, to] = [new Date(at.getTime() - 30 * day), new Date(at.getTime() - 2 * day)];
  return tx.$queryRaw<{ staffId: string; personId: string; dueOn: CivilDate; missedAt: Date }[]>`
    SELECT DISTINCT cc.person_id AS "staffId", r.person_id AS "personId", r.subject AS "dueOn", r.due_at AS "missedAt"
    FROM reminder r
    JOIN occurrence o ON o.practice_id = r.practice_id AND o.person_id = r.person_id AND o.due_on::text = r.subject
    JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id AND c.state = 'ACTIVE'
    JOIN couple_clinician cc ON cc.practice_id = o.practice_id AND cc.couple_id = o.couple_id AND cc.role = 'PRIMARY'
      AND cc.starts_at <= ${at}::timestamptz AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz)
    WHERE r.practice_id = ${practiceId}::uuid AND r.kind = 'HOMEWORK_MISSED' AND (r.reason IS NULL OR r.reason NOT IN ('STALE', 'DONE', 'ENDED'))
      AND r.due_at BETWEEN ${from}::timestamptz AND ${to}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = r.practice_id AND ci.author_id = r.person_id AND ci.created_at > r.due_at)
      AND NOT EXISTS (SELECT 1 FROM reminder s WHERE s.practice_id = r.practice_id AND s.person_id = cc.person_id
        AND s.kind = 'SILENCE_NOTICE' AND s.subject = r.person_id::text || ':' || r.subject)`;
}

/** Invitations that ran out without an answer, by whoever sent them. */
function runOut(tx: Tx, practiceId: string, at: Date) {
  const from = new Date(at.getTime() - 30 * day);
  return tx.$queryRaw<{ staffId: string; id: string; generation: number; expiredAt: Date }[]>`
    SELECT i.created_by_id AS "staffId", i.id, i.generation, i.expires_at AS "expiredAt"
    FROM invitation i LEFT JOIN couple c ON c.practice_id = i.practice_id AND c.id = i.couple_id
    WHERE i.practice_id = ${practiceId}::uuid AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND c.state IS DISTINCT FROM 'ENDED'
      AND i.expires_at BETWEEN ${from}::timestamptz AND ${at}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = i.practice_id AND r.person_id = i.created_by_id
        AND r.kind = 'INVITATION_OPEN' AND r.subject = i.id::text || ':' || i.generation)`;
}

/** Private words that nobody has opened, by whoever came to their couple after they were written. */
function unopened(tx: Tx, practiceId: string, at: Date) {
  const from = new Date(at.getTime() - 30 * day);
  return tx.$queryRaw<{ staffId: string; id: string }[]>`
    SELECT DISTINCT cc.person_id AS "staffId", w.id FROM private_word w
    JOIN couple_clinician cc ON cc.practice_id = w.practice_id AND cc.couple_id = w.couple_id
      AND cc.starts_at BETWEEN w.created_at AND ${at}::timestamptz AND (cc.ends_at IS NULL OR cc.ends_at > ${at}::timestamptz)
    JOIN staff_role sr ON sr.practice_id = cc.practice_id AND sr.person_id = cc.person_id AND sr.role = 'THERAPIST' AND sr.ended_at IS NULL
    WHERE w.practice_id = ${practiceId}::uuid AND w.created_at BETWEEN ${from}::timestamptz AND ${at}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM private_word_opening o WHERE o.practice_id = w.practice_id AND o.private_word_id = w.id)
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = w.practice_id AND r.person_id = cc.person_id
        AND r.kind = 'PRIVATE_WORD' AND r.subject = w.id::text)`;
}

/** Days away of everybody, near the present. */
function absences(tx: Tx, practiceId: string, at: Date) {
  const from = addDays(civilDate(at, "UTC"), -2 * lookBackDays);
  return tx.$queryRaw<{ staffId: string; from: CivilDate; to: CivilDate }[]>`
    SELECT person_id AS "staffId", starts_on::text AS "from", ends_on::text AS "to" FROM absence
    WHERE practice_id = ${practiceId}::uuid AND cancelled_at IS NULL AND ends_on >= ${from}::date`;
}

/** What the staff of one practice may be owed, by person. */
export async function staffDrafts(tx: Tx, practiceId: string, at: Date): Promise<Map<string, StaffDraft>> {
  const drafts = new Map<string, StaffDraft>();
  const of = (staffId: string) => {
    const found = drafts.get(staffId) ?? { digest: [], silences: [], invitations: [], words: [], away: [] };
    drafts.set(staffId, found);
    return found;
  };
  for (const { staffId, monday } of await digests(tx, practiceId, at)) of(staffId).digest.push(monday);
  for (const { staffId, ...row } of await silences(tx, practiceId, at)) of(staffId).silences.push(row);
  for (const { staffId, ...row } of await runOut(tx, practiceId, at)) of(staffId).invitations.push(row);
  for (const { staffId, id } of await unopened(tx, practiceId, at)) of(staffId).words.push(id);
  if (drafts.size === 0) return drafts;
  for (const { staffId, ...row } of await absences(tx, practiceId, at)) drafts.get(staffId)?.away.push(row);
  return drafts;
}
