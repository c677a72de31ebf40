import { addDays, type CivilDate } from "../clock";
import type { Tx } from "../db/with-actor";
import { mondayOfWeek } from "../features/reminders/policy.plan";
import type { Claimed } from "./reminder-claims";

/** What a mail rests on, as it is now. */
export interface Work {
  /** Something that it is about has not ended. */
  alive: boolean;
  /** Something that it is about runs, and does not rest. */
  running: boolean;
  /** Something is open and unanswered. */
  open: boolean;
  /** Its time has passed in the reader's zone. */
  over: boolean;
}

/** A row with the reader's today. */
export interface Asked {
  row: Claimed;
  today: CivilDate;
}
type Found = { id: string } & Omit<Work, "over">;

const columns = (asked: readonly Asked[]) => ({
  ids: asked.map(({ row }) => row.id),
  people: asked.map(({ row }) => row.personId),
  todays: asked.map(({ today }) => today),
});

/** Homework of a due date: due, missed or nudged. A nudge is about one couple alone. */
export async function datedHomework(tx: Tx, practiceId: string, asked: readonly Asked[]): Promise<Found[]> {
  const { ids, people, todays } = columns(asked);
  const dates = asked.map(({ row }) => row.subject.split(":").at(-1) ?? "");
  const couples = asked.map(({ row }) => (row.kind === "HOMEWORK_NUDGE" ? (row.subject.split(":")[0] ?? null) : null));
  const missed = asked.map(({ row }) => row.kind === "HOMEWORK_MISSED");
  return tx.$queryRaw<Found[]>`
    SELECT u.id, bool_or(a.state <> 'ENDED' AND c.state <> 'ENDED') AS alive, bool_or(a.state = 'ACTIVE' AND c.state = 'ACTIVE' AND NOT o.rests) AS running,
      bool_or(a.state = 'ACTIVE' AND c.state = 'ACTIVE' AND NOT o.rests AND ci.id IS NULL AND o.opens_on <= u.today + 1
        AND NOT (u.missed AND EXISTS (SELECT 1 FROM check_in later WHERE later.practice_id = o.practice_id AND later.author_id = u.person_id
          AND (later.created_at AT TIME ZONE pp.time_zone)::date > u.due_on))) AS open
    FROM unnest(${ids}::uuid[], ${people}::uuid[], ${todays}::text[]::date[], ${dates}::text[]::date[], ${couples}::uuid[], ${missed}::boolean[])
      AS u (id, person_id, today, due_on, couple_id, missed)
    JOIN person_private pp ON pp.practice_id = ${practiceId}::uuid AND pp.person_id = u.person_id
    JOIN occurrence o ON o.practice_id = pp.practice_id AND o.person_id = u.person_id AND o.due_on = u.due_on
      AND (u.couple_id IS NULL OR o.couple_id = u.couple_id)
    JOIN assignment a ON a.practice_id = o.practice_id AND a.id = o.assignment_id
    JOIN couple c ON c.practice_id = o.practice_id AND c.id = o.couple_id
    LEFT JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
    GROUP BY u.id`;
}

/** New homework: an assignment that has something to be answered, and of which they have answered nothing yet. */
export async function newHomework(tx: Tx, practiceId: string, asked: readonly Asked[]): Promise<Found[]> {
  const { ids, people, todays } = columns(asked);
  const assignments = asked.map(({ row }) => row.subject);
  return tx.$queryRaw<Found[]>`
    SELECT u.id, a.state <> 'ENDED' AND c.state <> 'ENDED' AS alive,
      a.state = 'ACTIVE' AND c.state = 'ACTIVE' AND coalesce(near.open, true) AS running,
      coalesce(near.open, false) AND NOT EXISTS (SELECT 1 FROM occurrence o JOIN check_in ci ON ci.practice_id = o.practice_id AND ci.occurrence_id = o.id
        WHERE o.practice_id = a.practice_id AND o.assignment_id = a.id AND o.person_id = u.person_id) AS open
    FROM unnest(${ids}::uuid[], ${people}::uuid[], ${todays}::text[]::date[], ${assignments}::uuid[]) AS u (id, person_id, today, assignment_id)
    JOIN assignment a ON a.practice_id = ${practiceId}::uuid AND a.id = u.assignment_id
    JOIN couple c ON c.practice_id = a.practice_id AND c.id = a.couple_id
    CROSS JOIN LATERAL (SELECT bool_or(NOT o.rests) AS open FROM occurrence o
      WHERE o.practice_id = a.practice_id AND o.couple_id = a.couple_id AND o.assignment_id = a.id AND o.person_id = u.person_id
        AND o.due_on >= u.today AND o.opens_on <= u.today + 1) near`;
}

/** The weekly rating: a running couple of theirs whose week they have not rated. */
export async function weeklyPulse(tx: Tx, practiceId: string, asked: readonly Asked[]): Promise<Found[]> {
  const { ids, people } = columns(asked);
  const mondays = asked.map(({ row }) => mondayOfWeek(row.subject));
  return tx.$queryRaw<Found[]>`
    SELECT u.id, bool_or(c.state <> 'ENDED') AS alive, bool_or(c.state = 'ACTIVE') AS running,
      bool_or(c.state = 'ACTIVE' AND NOT EXISTS (SELECT 1 FROM pulse pu WHERE pu.practice_id = c.practice_id AND pu.couple_id = c.id
        AND pu.person_id = u.person_id AND pu.week_of = u.monday)) AS open
    FROM unnest(${ids}::uuid[], ${people}::uuid[], ${mondays}::text[]::date[]) AS u (id, person_id, monday)
    JOIN couple_partner cp ON cp.practice_id = ${practiceId}::uuid AND cp.person_id = u.person_id AND cp.joined_at IS NOT NULL
    JOIN couple c ON c.practice_id = cp.practice_id AND c.id = cp.couple_id
    GROUP BY u.id`;
}

/** A reply: there as long as the couple has not ended; it waits while the couple rests. */
export async function replies(tx: Tx, practiceId: string, asked: readonly Asked[]): Promise<Found[]> {
  const { ids } = columns(asked);
  const subjects = asked.map(({ row }) => row.subject);
  return tx.$queryRaw<Found[]>`
    SELECT u.id, c.state <> 'ENDED' AS alive, c.state = 'ACTIVE' AS running, true AS open
    FROM unnest(${ids}::uuid[], ${subjects}::uuid[]) AS u (id, reply_id)
    JOIN reply rp ON rp.practice_id = ${practiceId}::uuid AND rp.id = u.reply_id
    JOIN couple c ON c.practice_id = rp.practice_id AND c.id = rp.couple_id`;
}

/** Whether the date or week of a row has passed in the reader's zone. */
export function isOver({ row: { kind, subject }, today }: Asked): boolean {
  if (kind === "HOMEWORK_DUE") return today > subject;
  if (kind === "HOMEWORK_NUDGE") return today > (subject.split(":")[1] ?? "");
  if (kind === "WEEKLY_PULSE" || kind === "WEEKLY_DIGEST") return today > addDays(mondayOfWeek(subject), 6);
  return false;
}
