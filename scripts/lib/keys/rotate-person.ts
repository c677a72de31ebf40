import type { Client } from "pg";
import { type KeyPair, makePersonKey, openWithPair, personPlace } from "@/server/db/keys";
import { type SealedColumn, sealedColumns } from "@/server/db/sealed";
import { practicePair } from "./practice-pair";
import { type Resealed, resealAll } from "./reseal";
import { beginOrResume, finish, type Progress } from "./rotation";

/** A transaction of the product ends within 15 seconds: after that nobody writes with a key read before the swap. */
export const personSettleMs = 20_000;

function partOf(owner: Client, practiceId: string, personId: string, sealed: SealedColumn): Resealed {
  const { table, column, writer, rowId } = sealed;
  return {
    name: `${table}.${column}`,
    place: (id) => ({ table, column, practiceId, rowId: id }),
    next: async (after, limit) =>
      (
        await owner.query<{ id: string; sealed: Buffer }>(
          `SELECT ${rowId}::text AS id, ${column} AS sealed FROM ${table}
           WHERE practice_id = $1 AND ${writer} = $2 AND ${column} IS NOT NULL AND ${rowId} > $3::uuid ORDER BY ${rowId} LIMIT $4`,
          [practiceId, personId, after, limit],
        )
      ).rows,
    replace: async (id, old, next) =>
      (
        await owner.query(
          `UPDATE ${table} SET ${column} = $4 WHERE practice_id = $1 AND ${rowId} = $2::uuid AND ${column} = $3`,
          [practiceId, id, old, next],
        )
      ).rowCount === 1,
  };
}

interface KeyRow {
  wrapped: Buffer;
  previous: Buffer | null;
  shredded_at: Date | null;
}

async function keyRow(owner: Client, practiceId: string, personId: string, lock = ""): Promise<KeyRow> {
  const { rows } = await owner.query<KeyRow>(
    `SELECT wrapped, previous, shredded_at FROM person_key WHERE practice_id = $1 AND person_id = $2 ${lock}`,
    [practiceId, personId],
  );
  if (!rows[0]) throw new Error("There is no such person in this practice");
  if (rows[0].shredded_at) throw new Error("This person's key was destroyed: there is nothing left to rotate");
  return rows[0];
}

function opened(practice: KeyPair, practiceId: string, personId: string, wrapped: Buffer): Buffer {
  const key = openWithPair(practice, wrapped, personPlace(practiceId, personId));
  if (!key) throw new Error("The person's key does not open with the practice's");
  return key;
}

/** Gives a person a new key and seals all their words with it. Goes on where an earlier run stopped. */
export async function rotatePerson(
  owner: Client,
  { practiceId, personId }: { practiceId: string; personId: string },
  { settleMs = personSettleMs, progress }: { settleMs?: number; progress: Progress },
): Promise<{ resumed: boolean; done: number }> {
  const parts = sealedColumns.map((sealed) => partOf(owner, practiceId, personId, sealed));
  const { rotation, resumed } = await beginOrResume(owner, { kind: "PERSON", practiceId, personId }, async () => {
    const practice = await practicePair(owner, practiceId);
    await keyRow(owner, practiceId, personId, "FOR UPDATE");
    const { wrapped } = makePersonKey(practice.key, practiceId, personId);
    await owner.query(
      "UPDATE person_key SET previous = wrapped, wrapped = $3 WHERE practice_id = $1 AND person_id = $2",
      [practiceId, personId, wrapped],
    );
    const counts = sealedColumns.map(
      ({ table, column, writer }) =>
        `(SELECT count(*) FROM ${table} WHERE practice_id = $1 AND ${writer} = $2 AND ${column} IS NOT NULL)`,
    );
    const { rows } = await owner.query<{ total: number }>(`SELECT (${counts.join(" + ")})::int AS total`, [
      practiceId,
      personId,
    ]);
    return rows[0]?.total ?? 0;
  });
  const practice = await practicePair(owner, practiceId);
  const row = await keyRow(owner, practiceId, personId);
  const pair = {
    key: opened(practice, practiceId, personId, row.wrapped),
    previous: row.previous && opened(practice, practiceId, personId, row.previous),
  };
  await resealAll(owner, rotation, parts, pair, { settleMs, progress });
  await finish(owner, rotation, async () => {
    await owner.query("UPDATE person_key SET previous = NULL WHERE practice_id = $1 AND person_id = $2", [
      practiceId,
      personId,
    ]);
  });
  return { resumed, done: rotation.done };
}
