import { withClient } from "../../scripts/lib/roles";

export const practices = Number(process.env.BENCH_PRACTICES ?? 25);
const couples = 1_000;
/** Each partner is owed a reminder of homework and one of the week. */
export const owedRows = practices * couples * 4;

/**
 * Practices with couples whose partners have homework due today, and a week to rate. Everybody's hour is midnight UTC, and only
 * today's weekday is wanted, so that both are owed on whichever day this runs.
 */
const filling = `
  CREATE TEMP TABLE p AS SELECT gen_random_uuid() AS id FROM generate_series(1, ${practices});
  CREATE TEMP TABLE c AS SELECT p.id AS practice_id, gen_random_uuid() AS id, gen_random_uuid() AS assignment_id
    FROM p CROSS JOIN generate_series(1, ${couples});
  CREATE TEMP TABLE w AS SELECT c.*, gen_random_uuid() AS person_id, n AS position FROM c CROSS JOIN generate_series(1, 2) n;
  CREATE TEMP TABLE day AS SELECT (now() AT TIME ZONE 'UTC')::date AS today, now() - interval '60 days' AS past,
    date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - interval '1 minute' AS joined;

  INSERT INTO practice (id, name, sender_name, time_zone, country, created_at)
    SELECT id, 'Harbor', 'Harbor House', 'UTC', 'US', past FROM p, day;
  INSERT INTO person (practice_id, id, display_name, created_at)
    SELECT id, id, 'Therapist', past FROM p, day UNION ALL SELECT practice_id, person_id, 'Partner', past FROM w, day;
  INSERT INTO person_private (practice_id, person_id, contact_email, locale, time_zone, reminder_hour, reminder_days)
    SELECT practice_id, person_id, person_id || '@bench.example', 'en', 'UTC', 0, 1 << (extract(isodow FROM today)::int - 1) FROM w, day;
  INSERT INTO couple (practice_id, id, state, started_on, created_at) SELECT practice_id, id, 'ACTIVE', past::date, past FROM c, day;
  INSERT INTO couple_partner (practice_id, couple_id, person_id, position, joined_at)
    SELECT practice_id, id, person_id, position, joined FROM w, day;
  INSERT INTO strategy_version (practice_id, id, key, content_hash, content, created_at) SELECT id, id, 'bench', 'bench', '{}', past FROM p, day;
  INSERT INTO assignment (practice_id, id, couple_id, strategy_version_id, assigned_by_id, mode, known_to_both, cadence, starts_on, state,
      client_id, created_at)
    SELECT practice_id, assignment_id, id, practice_id, practice_id, 'EACH', true, '{"every":"week","times":1}', today - 6, 'ACTIVE',
      assignment_id, past FROM c, day;
  INSERT INTO assignment_partner (practice_id, assignment_id, person_id, couple_id) SELECT practice_id, assignment_id, person_id, id FROM w;
  INSERT INTO occurrence (practice_id, id, couple_id, assignment_id, person_id, ordinal, opens_on, due_on)
    SELECT practice_id, gen_random_uuid(), id, assignment_id, person_id, 0, today - 6, today FROM w, day;
  ANALYZE;`;

/** Fills an empty database. */
export async function fillWorld(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (owner) => owner.query(filling));
}
