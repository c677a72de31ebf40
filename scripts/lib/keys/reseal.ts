import type { Client } from "pg";
import { openBytes, type Place, sealBytes } from "@/server/crypto";
import { type KeyPair, openWithPair } from "@/server/db/keys";
import { inTransaction, moveOn, type Progress, type Rotation, untilSettled } from "./rotation";

/** Rows of one table whose bytes must be sealed anew. */
export interface Resealed {
  /** Tells it from the others in the cursor; they are worked in the order of their names. */
  name: string;
  /** Some rows after an id, in the order of their ids: `id` as text, `sealed` bytes. */
  next(after: string, limit: number): Promise<{ id: string; sealed: Buffer }[]>;
  /** Puts new bytes in the place of old ones. False when they are no longer those. */
  replace(id: string, old: Buffer, sealed: Uint8Array): Promise<boolean>;
  place(id: string): Place;
}

const batch = 100;
const lowest = "00000000-0000-0000-0000-000000000000";

function opensWith(key: Buffer, sealed: Buffer, place: Place): boolean {
  try {
    openBytes(key, sealed, place);
    return true;
  } catch {
    return false;
  }
}

/** One batch. @returns how many were rewritten, and how many somebody else changed under our hands. */
async function resealBatch(part: Resealed, pair: KeyPair, rows: { id: string; sealed: Buffer }[]) {
  let [rewritten, missed] = [0, 0];
  for (const { id, sealed } of rows) {
    const place = part.place(id);
    if (opensWith(pair.key, sealed, place)) continue;
    const plain = openWithPair(pair, sealed, place);
    if (!plain)
      throw new Error(`${part.name} of row ${id} opens with neither key. The key before is kept; nothing is lost.`);
    if (await part.replace(id, sealed, sealBytes(pair.key, plain, place))) rewritten++;
    else missed++;
  }
  return { rewritten, missed };
}

/** Goes once over all rows, from where the rotation stopped. @returns what was rewritten or missed: 0 when all is new. */
async function pass(
  owner: Client,
  rotation: Rotation,
  parts: Resealed[],
  pair: KeyPair,
  progress: Progress,
): Promise<number> {
  let touched = 0;
  const [from = "", after = lowest] = rotation.cursor.split("#");
  for (const part of [...parts].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (part.name < from) continue;
    let last = part.name === from ? after : lowest;
    for (let more = true; more; ) {
      more = await inTransaction(owner, async () => {
        const rows = await part.next(last, batch);
        const { rewritten, missed } = await resealBatch(part, pair, rows);
        touched += rewritten + missed;
        last = rows.at(-1)?.id ?? last;
        await moveOn(owner, rotation, `${part.name}#${last}`, rewritten);
        return rows.length === batch;
      });
      progress(rotation.done, rotation.total);
    }
  }
  await moveOn(owner, rotation, "", 0);
  return touched;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Seals everything anew until a whole pass finds nothing to do, begun after whoever knew only the key before is gone.
 * Stopped at any moment it loses nothing: both keys open until `finish`, and it goes on from its cursor.
 */
export async function resealAll(
  owner: Client,
  rotation: Rotation,
  parts: Resealed[],
  pair: KeyPair,
  { settleMs, progress }: { settleMs: number; progress: Progress },
): Promise<void> {
  for (;;) {
    const whole = rotation.cursor === "";
    const waiting = await untilSettled(owner, rotation, settleMs);
    const touched = await pass(owner, rotation, parts, pair, progress);
    if (touched === 0 && whole && waiting <= 0) return;
    if (touched === 0 && waiting > 0) await pause(Math.min(waiting, 1_000));
  }
}
