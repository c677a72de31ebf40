import { keyRing, newKey, openBytes, sealBytes } from "../crypto";
import { systemClient } from "./clients";

/** Raised inside a transaction that needs a practice's key which this process has not unwrapped yet. */
export class KeyNotLoaded extends Error {
  readonly practiceId: string;
  constructor(practiceId: string) {
    super("practice key not loaded");
    this.practiceId = practiceId;
  }
}

const practiceKeys = new Map<string, Buffer>();
const practicePlace = (practiceId: string) => ({
  table: "practice_key",
  column: "wrapped",
  practiceId,
  rowId: practiceId,
});
const personPlace = (practiceId: string, personId: string) => ({
  table: "person_key",
  column: "wrapped",
  practiceId,
  rowId: personId,
});

/** @throws KeyNotLoaded: `withActor` then loads it outside the transaction and tries again. */
export function practiceKey(practiceId: string): Buffer {
  const key = practiceKeys.get(practiceId);
  if (!key) throw new KeyNotLoaded(practiceId);
  return key;
}

/** Unwraps a practice's key with the key ring; the call that may reach a KMS, hence never inside a transaction. */
export async function loadPracticeKey(practiceId: string): Promise<void> {
  const row = await systemClient().practiceKey.findUniqueOrThrow({ where: { practiceId } });
  const ring = keyRing().find((entry) => entry.id === row.ringKeyId);
  if (!ring) throw new Error(`The key ring lacks the key "${row.ringKeyId}"`);
  practiceKeys.set(practiceId, openBytes(ring.key, row.wrapped, practicePlace(practiceId)));
}

/** A new practice's key: plain for use now, wrapped for its row. */
export function makePracticeKey(practiceId: string) {
  const [ring] = keyRing();
  if (!ring) throw new Error("The key ring is empty");
  const key = newKey();
  return { key, ringKeyId: ring.id, wrapped: sealBytes(ring.key, key, practicePlace(practiceId)) };
}

/** A new person's key: plain for use now, wrapped by the practice's for its row. */
export function makePersonKey(key: Buffer, practiceId: string, personId: string) {
  const plain = newKey();
  return { key: plain, wrapped: sealBytes(key, plain, personPlace(practiceId, personId)) };
}

/** A person's key, unwrapped with the practice's. @throws KeyNotLoaded */
export function openPersonKey(practiceId: string, personId: string, wrapped: Uint8Array): Buffer {
  return openBytes(practiceKey(practiceId), wrapped, personPlace(practiceId, personId));
}
