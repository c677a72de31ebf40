import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { inTransaction, logInPractice } from "./rotation";

/** Why keys may be destroyed: a closed list, so that no name or word ends up beside it. */
export const shredReasons = ["person-asked", "retention-over", "court-order", "contract-ended"] as const;
export type ShredReason = (typeof shredReasons)[number];

/** Whose words go: one person's, or everybody's in a practice. */
export interface ShredTarget {
  practiceId: string;
  personId?: string;
}

/** What would be destroyed, for the question before it. @throws Error when there is no such practice or person. */
export async function shreddable(owner: Client, { practiceId, personId }: ShredTarget) {
  const { rows } = await owner.query<{ name: string; keys: number }>(
    `SELECT (SELECT name FROM practice WHERE id = $1) AS name, count(*)::int AS keys FROM person_key
     WHERE practice_id = $1 AND ($2::uuid IS NULL OR person_id = $2) AND shredded_at IS NULL`,
    [practiceId, personId ?? null],
  );
  const [row] = rows;
  if (!row?.name) throw new Error("There is no such practice");
  if (row.keys === 0) throw new Error("There is no key left to destroy: no such person, or it was done before");
  return { practiceName: row.name, keys: row.keys };
}

/**
 * Destroys the wrapped keys: words sealed with them can never be read again, by anyone. One transaction, with its row in
 * ops.key_shredding and in the practice's access log. A rotation of theirs that was under way ends.
 */
export async function shred(owner: Client, target: ShredTarget, reason: ShredReason): Promise<void> {
  const { practiceId, personId = null } = target;
  await inTransaction(owner, async () => {
    await owner.query("SELECT pg_advisory_xact_lock(hashtextextended('key rotation', 0))");
    const destroy = "SET wrapped = '', previous = NULL, shredded_at = clock_timestamp()";
    await owner.query(
      `UPDATE person_key ${destroy} WHERE practice_id = $1 AND ($2::uuid IS NULL OR person_id = $2) AND shredded_at IS NULL`,
      [practiceId, personId],
    );
    if (!personId) {
      await owner.query(`UPDATE practice_key ${destroy}, previous_ring_key_id = NULL WHERE practice_id = $1`, [
        practiceId,
      ]);
      await owner.query("DELETE FROM log_export WHERE practice_id = $1", [practiceId]);
    }
    await owner.query(
      `UPDATE ops.key_rotation SET finished_at = clock_timestamp()
       WHERE practice_id = $1 AND ($2::uuid IS NULL OR person_id = $2) AND finished_at IS NULL`,
      [practiceId, personId],
    );
    await owner.query(
      `INSERT INTO ops.key_shredding (id, practice_id, person_id, reason, at) VALUES ($1, $2, $3, $4, clock_timestamp())`,
      [randomUUID(), practiceId, personId, reason],
    );
    await logInPractice(owner, practiceId, "keys.shred", "DELETION");
  });
}
