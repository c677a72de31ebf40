import { randomUUID } from "node:crypto";
import { now } from "../clock";
import { systemClient } from "../db/clients";
import type { ReminderKind, ReminderReason } from "../features/reminders/schema";

const leaseMs = 120_000;

/** One row of the ledger, held by this process until its lease is over. */
export interface Claimed {
  practiceId: string;
  id: string;
  personId: string;
  kind: ReminderKind;
  subject: string;
  dueAt: Date;
  attempts: number;
  /** The row by whose mail it goes, since an earlier try. */
  carriedBy: string | null;
  claim: string;
}

/** What became of a row. `untried`: no mail server was asked, so that it does not count as a try. */
export type Outcome =
  | { state: "SENT"; code?: number }
  | { state: "SKIPPED" | "FAILED"; reason: ReminderReason; code?: number }
  | { state: "OWED"; nextAt: Date; untried?: true; code?: number };

/** The practices with mail that is due, in an order that changes: none of them is always the last. */
async function practicesWithMail(at: Date): Promise<string[]> {
  const rows = await systemClient().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM practice p WHERE EXISTS (
      SELECT 1 FROM reminder r WHERE r.practice_id = p.id AND r.state IN ('OWED', 'CLAIMED')
        AND coalesce(r.next_at, r.due_at) <= ${at}::timestamptz AND (r.lease_until IS NULL OR r.lease_until < ${at}::timestamptz))
    ORDER BY random()`;
  return rows.map((row) => row.id);
}

/**
 * Takes what is due to as many people, for two minutes: everything that is due to one person together, and of each practice
 * an equal share. Two processes never take the same row, and a dead one's rows come back when its lease is over.
 */
export async function claim(people: number): Promise<Claimed[]> {
  const at = now();
  const practices = (await practicesWithMail(at)).slice(0, people);
  if (practices.length === 0) return [];
  const share = Math.ceil(people / practices.length);
  const [token, lease] = [randomUUID(), new Date(at.getTime() + leaseMs)];
  return systemClient().$queryRaw<Claimed[]>`
    WITH lead AS (
      SELECT f.practice_id, f.person_id FROM unnest(${practices}::uuid[]) AS p (id) CROSS JOIN LATERAL (
        SELECT r.practice_id, r.person_id FROM reminder r
        WHERE r.practice_id = p.id AND r.state IN ('OWED', 'CLAIMED') AND coalesce(r.next_at, r.due_at) <= ${at}::timestamptz
          AND (r.lease_until IS NULL OR r.lease_until < ${at}::timestamptz)
          AND NOT EXISTS (SELECT 1 FROM reminder e WHERE e.practice_id = r.practice_id AND e.person_id = r.person_id
            AND e.state IN ('OWED', 'CLAIMED') AND coalesce(e.next_at, e.due_at) <= ${at}::timestamptz
            AND (e.lease_until IS NULL OR e.lease_until < ${at}::timestamptz)
            AND (coalesce(e.next_at, e.due_at), e.id) < (coalesce(r.next_at, r.due_at), r.id))
        ORDER BY coalesce(r.next_at, r.due_at) LIMIT ${share} FOR UPDATE OF r SKIP LOCKED) f)
    UPDATE reminder r SET state = 'CLAIMED', claim = ${token}::uuid, lease_until = ${lease}::timestamptz, attempts = r.attempts + 1
    FROM lead
    WHERE r.practice_id = lead.practice_id AND r.person_id = lead.person_id AND r.state IN ('OWED', 'CLAIMED')
      AND coalesce(r.next_at, r.due_at) <= ${at}::timestamptz AND (r.lease_until IS NULL OR r.lease_until < ${at}::timestamptz)
    RETURNING r.practice_id AS "practiceId", r.id, r.person_id AS "personId", r.kind, r.subject, r.due_at AS "dueAt", r.attempts,
      r.carried_by AS "carriedBy", r.claim`;
}

const columnsOf = (rows: readonly Claimed[]) => ({
  practices: rows.map((row) => row.practiceId),
  ids: rows.map((row) => row.id),
  claims: rows.map((row) => row.claim),
});

/** Keeps claims that are still at work. */
export async function renew(rows: readonly Claimed[]): Promise<void> {
  const { practices, ids, claims } = columnsOf(rows);
  await systemClient().$executeRaw`
    UPDATE reminder r SET lease_until = ${new Date(now().getTime() + leaseMs)}::timestamptz
    FROM unnest(${practices}::uuid[], ${ids}::uuid[], ${claims}::uuid[]) AS u (practice_id, id, claim)
    WHERE r.practice_id = u.practice_id AND r.id = u.id AND r.claim = u.claim AND r.state = 'CLAIMED'`;
}

/** Stores by which row's mail each goes, before anything is sent. @returns the ids of the rows that are still held */
export async function bind(rows: readonly Claimed[], leads: readonly string[]): Promise<Set<string>> {
  const { practices, ids, claims } = columnsOf(rows);
  const held = await systemClient().$queryRaw<{ id: string }[]>`
    UPDATE reminder r SET carried_by = u.lead
    FROM unnest(${practices}::uuid[], ${ids}::uuid[], ${claims}::uuid[], ${leads}::uuid[]) AS u (practice_id, id, claim, lead)
    WHERE r.practice_id = u.practice_id AND r.id = u.id AND r.claim = u.claim AND r.state = 'CLAIMED'
    RETURNING r.id`;
  return new Set(held.map((row) => row.id));
}

/** Records what became of claims, of those that are still ours. */
export async function settle(settled: readonly { row: Claimed; outcome: Outcome }[]): Promise<void> {
  if (settled.length === 0) return;
  const { practices, ids, claims } = columnsOf(settled.map((one) => one.row));
  const of = <T>(value: (outcome: Outcome) => T) => settled.map(({ outcome }) => value(outcome));
  await systemClient().$executeRaw`
    UPDATE reminder r SET state = u.state::reminder_state, reason = u.reason::reminder_reason, next_at = u.next_at,
      last_code = coalesce(u.code, r.last_code), attempts = r.attempts - u.untried, lease_until = NULL, claim = NULL,
      settled_at = CASE WHEN u.state <> 'OWED' THEN ${now()}::timestamptz END
    FROM unnest(${practices}::uuid[], ${ids}::uuid[], ${claims}::uuid[], ${of((one) => one.state)}::text[],
      ${of((one) => ("reason" in one ? one.reason : null))}::text[],
      ${of((one) => ("nextAt" in one ? one.nextAt.toISOString() : null))}::timestamptz[],
      ${of((one) => one.code ?? null)}::int[], ${of((one) => ("untried" in one && one.untried ? 1 : 0))}::int[])
      AS u (practice_id, id, claim, state, reason, next_at, code, untried)
    WHERE r.practice_id = u.practice_id AND r.id = u.id AND r.claim = u.claim AND r.state = 'CLAIMED'`;
}
