import type { Client } from "pg";
import { makePracticeKey, personPlace, practiceKeyFreshMs } from "@/server/db/keys";
import { sealedForPractice } from "@/server/db/sealed";
import { practicePair } from "./practice-pair";
import { type Resealed, resealAll } from "./reseal";
import { beginOrResume, finish, type Progress } from "./rotation";

/** A process believes an unwrapped key for a minute, and a transaction ends within 15 seconds. */
export const practiceSettleMs = practiceKeyFreshMs + 20_000;

/** Bytes of a practice under its key: `idColumn` names the row, also in the associated data. */
function partOf(
  owner: Client,
  practiceId: string,
  { table, column, idColumn, place }: { table: string; column: string; idColumn: string; place: Resealed["place"] },
): Resealed {
  return {
    name: `${table}.${column}`,
    place,
    next: async (after, limit) =>
      (
        await owner.query<{ id: string; sealed: Buffer }>(
          `SELECT ${idColumn}::text AS id, ${column} AS sealed FROM ${table}
           WHERE practice_id = $1 AND octet_length(${column}) > 0 AND ${idColumn} > $2::uuid ORDER BY ${idColumn} LIMIT $3`,
          [practiceId, after, limit],
        )
      ).rows,
    replace: async (id, old, next) =>
      (
        await owner.query(
          `UPDATE ${table} SET ${column} = $4 WHERE practice_id = $1 AND ${idColumn} = $2::uuid AND ${column} = $3`,
          [practiceId, id, old, next],
        )
      ).rowCount === 1,
  };
}

/** Everything under a practice's key: its people's keys, those before them included, and its own sealed columns. */
function partsOf(owner: Client, practiceId: string): Resealed[] {
  const place = (id: string) => personPlace(practiceId, id);
  const keys = ["wrapped", "previous"].map((column) => ({ table: "person_key", column, idColumn: "person_id", place }));
  const columns = sealedForPractice.map(({ table, column, rowId: idColumn }) => ({
    table,
    column,
    idColumn,
    place: (id: string) => ({ table, column, practiceId, rowId: id }),
  }));
  return [...keys, ...columns].map((part) => partOf(owner, practiceId, part));
}

/** Gives a practice a new key and wraps its people's keys with it. Goes on where an earlier run stopped. */
export async function rotatePractice(
  owner: Client,
  practiceId: string,
  { settleMs = practiceSettleMs, progress }: { settleMs?: number; progress: Progress },
): Promise<{ resumed: boolean; done: number }> {
  await practicePair(owner, practiceId);
  const { rotation, resumed } = await beginOrResume(owner, { kind: "PRACTICE", practiceId }, async () => {
    const { ringKeyId, wrapped } = makePracticeKey(practiceId);
    await owner.query(
      `UPDATE practice_key SET previous = wrapped, previous_ring_key_id = ring_key_id, wrapped = $2, ring_key_id = $3
       WHERE practice_id = $1`,
      [practiceId, wrapped, ringKeyId],
    );
    const { rows } = await owner.query<{ total: number }>(
      "SELECT count(*)::int AS total FROM person_key WHERE practice_id = $1 AND shredded_at IS NULL",
      [practiceId],
    );
    return rows[0]?.total ?? 0;
  });
  const pair = await practicePair(owner, practiceId);
  await resealAll(owner, rotation, partsOf(owner, practiceId), pair, { settleMs, progress });
  await finish(owner, rotation, async () => {
    await owner.query("UPDATE practice_key SET previous = NULL, previous_ring_key_id = NULL WHERE practice_id = $1", [
      practiceId,
    ]);
  });
  return { resumed, done: rotation.done };
}
