import type { Client } from "pg";
import { keyFingerprints, keyRing, sealBytes } from "@/server/crypto";
import { practicePlace, unwrapPracticeKey } from "@/server/db/keys";
import { beginOrResume, finish, inTransaction, moveOn, type Progress } from "./rotation";

interface KeyRow {
  practice_id: string;
  ring_key_id: string;
  wrapped: Buffer;
  previous: Buffer | null;
  previous_ring_key_id: string | null;
}

const outdated = `shredded_at IS NULL AND (ring_key_id <> $1 OR previous_ring_key_id <> $1)`;

/** Wraps one practice's keys with the ring's first key. */
async function rewrap(owner: Client, row: KeyRow, first: { id: string; key: Buffer }): Promise<void> {
  const { practice_id: practiceId, previous, previous_ring_key_id: previousRing } = row;
  const again = (ringKeyId: string, wrapped: Buffer) =>
    sealBytes(first.key, unwrapPracticeKey(practiceId, ringKeyId, wrapped), practicePlace(practiceId));
  await owner.query(
    `UPDATE practice_key SET wrapped = $2, ring_key_id = $3, previous = $4, previous_ring_key_id = $5 WHERE practice_id = $1`,
    [
      practiceId,
      again(row.ring_key_id, row.wrapped),
      first.id,
      previous && previousRing ? again(previousRing, previous) : null,
      previous ? first.id : null,
    ],
  );
}

/**
 * Wraps every practice's key with the ring's first key. The keys themselves stay, so nothing that runs notices. After it
 * the database knows the first key's fingerprint, and the ring may lose the others.
 */
export async function rotateRing(owner: Client, { progress }: { progress: Progress }) {
  const [first] = keyRing();
  if (!first) throw new Error("The key ring is empty");
  const { rotation, resumed } = await beginOrResume(owner, { kind: "RING" }, async () => {
    const { rows } = await owner.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM practice_key WHERE ${outdated}`,
      [first.id],
    );
    return rows[0]?.total ?? 0;
  });
  for (let more = true; more; ) {
    more = await inTransaction(owner, async () => {
      const { rows } = await owner.query<KeyRow>(
        `SELECT * FROM practice_key WHERE ${outdated} ORDER BY practice_id LIMIT 50 FOR UPDATE`,
        [first.id],
      );
      for (const row of rows) await rewrap(owner, row, first);
      await moveOn(owner, rotation, rows.at(-1)?.practice_id ?? "", rows.length);
      return rows.length > 0;
    });
    progress(rotation.done, rotation.total);
  }
  await finish(owner, rotation, async () => {
    await owner.query("UPDATE ops.installation SET key_fingerprint = $1 WHERE id = 1", [keyFingerprints()[0]]);
  });
  return { resumed, done: rotation.done, keyId: first.id };
}
