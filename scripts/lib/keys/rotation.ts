import { randomUUID } from "node:crypto";
import type { Client } from "pg";

export type RotationKind = "RING" | "PRACTICE" | "PERSON";

/** A rotation under way, as its row in ops.key_rotation says. */
export interface Rotation {
  id: string;
  kind: RotationKind;
  practiceId: string | null;
  personId: string | null;
  /** When the new key took over, in milliseconds of the database's clock. */
  swappedAt: number;
  /** The last row that was rewritten: a column's name and a row's id. Empty at the start of a pass. */
  cursor: string;
  done: number;
  total: number;
}

/** What a rotation says while it goes on. */
export type Progress = (done: number, total: number) => void;

interface RotationRow {
  id: string;
  kind: RotationKind;
  practice_id: string | null;
  person_id: string | null;
  swapped_at: Date;
  cursor: string;
  done: number;
  total: number;
}

const ofRow = (row: RotationRow): Rotation => ({
  id: row.id,
  kind: row.kind,
  practiceId: row.practice_id,
  personId: row.person_id,
  swappedAt: row.swapped_at.getTime(),
  cursor: row.cursor,
  done: row.done,
  total: row.total,
});

/** Runs statements in one transaction. */
export async function inTransaction<T>(owner: Client, work: () => Promise<T>): Promise<T> {
  await owner.query("BEGIN");
  try {
    const result = await work();
    await owner.query("COMMIT");
    return result;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

/** Keys of people hang on their practice's: the two are never exchanged at the same time. */
async function refuseBeside(owner: Client, practiceId: string | null): Promise<void> {
  const other = await owner.query<{ kind: RotationKind }>(
    "SELECT kind FROM ops.key_rotation WHERE practice_id = $1 AND finished_at IS NULL",
    [practiceId],
  );
  if (other.rows[0])
    throw new Error(
      `Another rotation (${other.rows[0].kind}) is under way in this practice: let it end first, by the same command`,
    );
}

/**
 * The rotation of this key that was begun and not ended, or a new one: `swap` puts the new key in place in the same
 * transaction. Two of one kind never run at once; the second waits here and then goes on where the first stopped.
 */
export async function beginOrResume(
  owner: Client,
  target: { kind: RotationKind; practiceId?: string; personId?: string },
  swap: () => Promise<number>,
): Promise<{ rotation: Rotation; resumed: boolean }> {
  const { kind, practiceId = null, personId = null } = target;
  return inTransaction(owner, async () => {
    await owner.query("SELECT pg_advisory_xact_lock(hashtextextended('key rotation', 0))");
    const open = await owner.query<RotationRow>(
      `SELECT * FROM ops.key_rotation WHERE kind::text = $1 AND practice_id IS NOT DISTINCT FROM $2
         AND person_id IS NOT DISTINCT FROM $3 AND finished_at IS NULL`,
      [kind, practiceId, personId],
    );
    if (open.rows[0]) return { rotation: ofRow(open.rows[0]), resumed: true };
    await refuseBeside(owner, practiceId);
    const total = await swap();
    const made = await owner.query<RotationRow>(
      `INSERT INTO ops.key_rotation (id, kind, practice_id, person_id, started_at, swapped_at, cursor, done, total)
       VALUES ($1, $2, $3, $4, clock_timestamp(), clock_timestamp(), '', 0, $5) RETURNING *`,
      [randomUUID(), kind, practiceId, personId, total],
    );
    if (!made.rows[0]) throw new Error("The rotation could not be written down");
    return { rotation: ofRow(made.rows[0]), resumed: false };
  });
}

/** Writes down how far a rotation came, in the transaction of the rows that it rewrote. */
export async function moveOn(owner: Client, rotation: Rotation, cursor: string, rewritten: number): Promise<void> {
  rotation.cursor = cursor;
  rotation.done += rewritten;
  rotation.total = Math.max(rotation.total, rotation.done);
  await owner.query("UPDATE ops.key_rotation SET cursor = $2, done = $3, total = $4 WHERE id = $1", [
    rotation.id,
    cursor,
    rotation.done,
    rotation.total,
  ]);
}

/** Ends a rotation; `release` lets go of the key before, in the same transaction. */
export async function finish(owner: Client, rotation: Rotation, release: () => Promise<void>): Promise<void> {
  await inTransaction(owner, async () => {
    await release();
    await owner.query("UPDATE ops.key_rotation SET finished_at = clock_timestamp() WHERE id = $1", [rotation.id]);
    if (rotation.practiceId) await logInPractice(owner, rotation.practiceId, "keys.rotate", "ADMINISTRATION");
  });
}

/** One row in a practice's access log for what the operator did. */
export async function logInPractice(
  owner: Client,
  practiceId: string,
  procedure: string,
  category: "ADMINISTRATION" | "DELETION",
): Promise<void> {
  await owner.query(
    `INSERT INTO audit (practice_id, id, at, procedure, category, outcome)
     VALUES ($1, gen_random_uuid(), clock_timestamp(), $2, $3::audit_category, 'ALLOWED')`,
    [practiceId, procedure, category],
  );
}

/** How long until transactions and processes that still knew only the key before are gone, in milliseconds. */
export async function untilSettled(owner: Client, rotation: Rotation, settleMs: number): Promise<number> {
  const { rows } = await owner.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  return rotation.swappedAt + settleMs - (rows[0]?.now.getTime() ?? 0);
}
