import type { Client } from "pg";
import { type KeyPair, unwrapPracticeKey } from "@/server/db/keys";

interface KeyRow {
  ring_key_id: string;
  wrapped: Buffer;
  previous: Buffer | null;
  previous_ring_key_id: string | null;
  shredded_at: Date | null;
}

/** A practice's key, and the one before it while a rotation is under way, opened with the ring. */
export async function practicePair(owner: Client, practiceId: string): Promise<KeyPair> {
  const { rows } = await owner.query<KeyRow>("SELECT * FROM practice_key WHERE practice_id = $1", [practiceId]);
  const [row] = rows;
  if (!row) throw new Error("There is no such practice");
  if (row.shredded_at) throw new Error("This practice's key was destroyed: there is nothing left to rotate");
  return {
    key: unwrapPracticeKey(practiceId, row.ring_key_id, row.wrapped),
    previous:
      row.previous && row.previous_ring_key_id
        ? unwrapPracticeKey(practiceId, row.previous_ring_key_id, row.previous)
        : null,
  };
}
