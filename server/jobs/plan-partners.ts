import { addDays, type CivilDate, civilDate, mondayOf } from "../clock";
import { Prisma } from "../db/generated/client";
import type { Tx } from "../db/with-actor";
import { lookBackDays, type PartnerState } from "../features/reminders/policy.plan";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
/** What one partner may be owed, without what is told of the person. */
export type PartnerDraft = Mutable<Omit<PartnerState, "lastAnswerAt" | "lastMissedAt">>;

interface WindowRow {
  personId: string;
  opensOn: CivilDate;
  dueOn: CivilDate;
  since: string;
  /** No row of that kind is in the ledger for this date. */
  due: boolean;
  missed: boolean;
}

/**
 * The rows of a query, taken as one JSON value: of thousands of rows the driver would turn each field over. Instants come as text.
 */
export async function asJson<T>(tx: Tx, query: Prisma.Sql): Promise<T[]> {
  const [found] = await tx.$queryRaw<{ rows: T[] | null }[]>`SELECT json_agg(x) AS rows FROM (${query}) x`;
  return found?.rows ?? [];
}

/** SQL dates around the present that hold every zone's today. */
const around = (at: Date) => {
  const today = civilDate(at, "UTC");
  return { from: addDays(today, -lookBackDays), tomorrow: addDays(today, 1), week: addDays(today, 7) };
};

/** Unanswered windows of running homework whose due date is near or has passed, one row for each person and date. */
async function windows(tx: Tx, practiceId: string, at: Date): Promise<WindowRow[]> {
  const { from, tomorrow, week } = around(at);
  const rows = await asJson<WindowRow>(
    tx,
    Prisma.sql`
    WITH open AS (
      SELECT o.person_id, o.due_on, min(o.opens_on) AS opens_on, min(greatest(a.created_at, cp.joined_at)) AS since
      FROM occurrence o
      JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state = 'ACTIVE'
      JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id AND c.state = 'ACTIVE'
      JOIN couple_partner cp ON cp.practice_id = o.practice_id AND cp.couple_id = o.couple_id AND cp.person_id = o.person_id
        AND cp.joined_at IS NOT NULL
      JOIN person_private pp ON pp.practice_id = o.practice_id AND pp.person_id = o.person_id
      WHERE o.practice_id = ${practiceId}::uuid AND NOT o.rests AND o.due_on BETWEEN ${from}::date
          AND CASE WHEN pp.reminder_days = 127 THEN ${tomorrow}::date ELSE ${week}::date END
        AND NOT EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id)
      GROUP BY o.person_id, o.due_on)
    SELECT w.person_id AS "personId", w.opens_on::text AS "opensOn", w.due_on::text AS "dueOn", w.since,
      NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = ${practiceId}::uuid AND r.person_id = w.person_id
        AND r.kind = 'HOMEWORK_DUE' AND r.subject = w.due_on::text) AS due,
      w.due_on < ${tomorrow}::date
        AND NOT EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = ${practiceId}::uuid AND ci.author_id = w.person_id
          AND ci.created_at >= (w.due_on + 2)::timestamp AT TIME ZONE 'UTC')
        AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = ${practiceId}::uuid AND r.person_id = w.person_id
          AND r.kind = 'HOMEWORK_MISSED' AND (r.subject = w.due_on::text OR (r.reason IS DISTINCT FROM 'STALE'
            AND NOT EXISTS (SELECT 1 FROM check_in ci WHERE ci.practice_id = r.practice_id AND ci.author_id = r.person_id
              AND ci.created_at > r.due_at)))) AS missed
    FROM open w`,
  );
  return rows.filter((row) => row.due || row.missed);
}

/** Weeks that a partner of a running couple has not rated, near or after the day of the weekly reminder. */
function unrated(tx: Tx, practiceId: string, at: Date) {
  const { tomorrow } = around(at);
  const mondays = [...new Set([-8, -1, 1].map((days) => mondayOf(addDays(civilDate(at, "UTC"), days))))];
  return asJson<{ personId: string; monday: CivilDate; since: string }>(
    tx,
    Prisma.sql`
    SELECT cp.person_id AS "personId", w.monday::text AS monday, min(cp.joined_at) AS since
    FROM couple_partner cp
    JOIN couple c ON c.practice_id = cp.practice_id AND c.id = cp.couple_id AND c.state = 'ACTIVE'
    JOIN person_private pp ON pp.practice_id = cp.practice_id AND pp.person_id = cp.person_id
    CROSS JOIN unnest(${mondays}::text[]::date[]) AS w (monday)
    WHERE cp.practice_id = ${practiceId}::uuid AND cp.joined_at < (w.monday + 8)::timestamp AT TIME ZONE 'UTC'
      AND w.monday + length(ltrim(pp.reminder_days::bit(7)::text, '0')) - 1 <= ${tomorrow}::date
      AND NOT EXISTS (SELECT 1 FROM pulse pu WHERE pu.practice_id = cp.practice_id AND pu.couple_id = cp.couple_id
        AND pu.person_id = cp.person_id AND pu.week_of = w.monday)
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = cp.practice_id AND r.person_id = cp.person_id
        AND r.kind = 'WEEKLY_PULSE' AND r.subject = to_char(w.monday, 'IYYY-"W"IW'))
    GROUP BY cp.person_id, w.monday`,
  );
}

/** Replies of whose author's answer nothing was said yet. */
function untold(tx: Tx, practiceId: string, at: Date) {
  const from = new Date(at.getTime() - lookBackDays * 86_400_000);
  return tx.$queryRaw<{ personId: string; id: string; at: Date }[]>`
    SELECT ci.author_id AS "personId", rp.id, rp.created_at AS at
    FROM reply rp
    JOIN check_in ci ON ci.practice_id = rp.practice_id AND ci.id = rp.check_in_id
    JOIN couple c ON c.practice_id = rp.practice_id AND c.id = rp.couple_id AND c.state <> 'ENDED'
    WHERE rp.practice_id = ${practiceId}::uuid AND rp.created_at > ${from}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.practice_id = rp.practice_id AND r.person_id = ci.author_id
        AND r.kind = 'REPLY' AND r.subject = rp.id::text)`;
}

/** What the partners of one practice may be owed, by person. */
export async function partnerDrafts(tx: Tx, practiceId: string, at: Date): Promise<Map<string, PartnerDraft>> {
  const drafts = new Map<string, PartnerDraft>();
  const of = (personId: string) => {
    const found = drafts.get(personId) ?? { due: [], missed: [], pulse: [], replies: [] };
    drafts.set(personId, found);
    return found;
  };
  for (const { personId, due, missed, since, ...days } of await windows(tx, practiceId, at)) {
    const draft = of(personId);
    const window = { ...days, since: new Date(since) };
    if (due) draft.due.push(window);
    if (missed) draft.missed.push(window);
  }
  for (const { personId, monday, since } of await unrated(tx, practiceId, at))
    of(personId).pulse.push({ monday, since: new Date(since) });
  for (const { personId, ...reply } of await untold(tx, practiceId, at)) of(personId).replies.push(reply);
  return drafts;
}
