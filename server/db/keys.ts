import { keyRing, newKey, openBytes, type Place, sealBytes } from "../crypto";
import { AppError } from "../errors";
import { systemClient } from "./clients";

/**
 * Raised inside a transaction that needs a practice's key which this process has not unwrapped yet, or which changed while
 * the transaction ran: whoever opened it loads the key and does the work once more.
 */
export class KeyNotLoaded extends Error {
  readonly practiceId: string;
  constructor(practiceId: string) {
    super("practice key not loaded");
    this.name = "KeyNotLoaded";
    this.practiceId = practiceId;
  }
}

/** A key, and the one before it while a rotation is under way. */
export interface KeyPair {
  key: Buffer;
  previous: Buffer | null;
}

interface Cached {
  /** Null once the practice's key was destroyed. */
  pair: KeyPair | null;
  loadedAt: number;
}

/**
 * How long a process believes the key that it unwrapped, in milliseconds. A rotation waits longer than this before it lets
 * go of the key before, so that nobody still wraps with one that is gone.
 */
export const practiceKeyFreshMs = 60_000;

const practiceKeys = new Map<string, Cached>();

/** Where a practice's wrapped key lies. */
export const practicePlace = (practiceId: string): Place => ({
  table: "practice_key",
  column: "wrapped",
  practiceId,
  rowId: practiceId,
});

/** Where a person's wrapped key lies. */
export const personPlace = (practiceId: string, personId: string): Place => ({
  table: "person_key",
  column: "wrapped",
  practiceId,
  rowId: personId,
});

/** Opens with the key, or the one before it; null when neither fits. */
export function openWithPair({ key, previous }: KeyPair, sealed: Uint8Array, place: Place): Buffer | null {
  for (const one of previous ? [key, previous] : [key]) {
    try {
      return openBytes(one, sealed, place);
    } catch {
      // Sealed with the other key, or with one that this process has not met.
    }
  }
  return null;
}

/** @throws KeyNotLoaded; AppError CLOSED once the practice's key was destroyed. */
function practicePair(practiceId: string): KeyPair {
  const cached = practiceKeys.get(practiceId);
  if (!cached || performance.now() - cached.loadedAt > practiceKeyFreshMs) throw new KeyNotLoaded(practiceId);
  if (!cached.pair) throw new AppError("CLOSED");
  return cached.pair;
}

/**
 * The key with which a practice seals and wraps now.
 * @throws KeyNotLoaded: `withActor` then loads it outside the transaction and tries again. AppError CLOSED once it was destroyed.
 */
export function practiceKey(practiceId: string): Buffer {
  return practicePair(practiceId).key;
}

/** Opens what was sealed with a practice's key. @throws KeyNotLoaded, also when the key changed meanwhile. */
export function openForPractice(practiceId: string, sealed: Uint8Array, place: Place): Buffer {
  const plain = openWithPair(practicePair(practiceId), sealed, place);
  if (!plain) throw new KeyNotLoaded(practiceId);
  return plain;
}

/** A wrapped practice key, opened with the ring. @throws Error naming the ring's key that is missing. */
export function unwrapPracticeKey(practiceId: string, ringKeyId: string, wrapped: Uint8Array): Buffer {
  const ring = keyRing().find((entry) => entry.id === ringKeyId);
  if (!ring) throw new Error(`The key ring lacks the key "${ringKeyId}"`);
  return openBytes(ring.key, wrapped, practicePlace(practiceId));
}

/** Unwraps a practice's key with the key ring; the call that may reach a KMS, hence never inside a transaction. */
export async function loadPracticeKey(practiceId: string): Promise<void> {
  const row = await systemClient().practiceKey.findUniqueOrThrow({ where: { practiceId } });
  const { ringKeyId, wrapped, previous, previousRingKeyId, shreddedAt } = row;
  const pair = shreddedAt
    ? null
    : {
        key: unwrapPracticeKey(practiceId, ringKeyId, wrapped),
        previous: previous && previousRingKeyId ? unwrapPracticeKey(practiceId, previousRingKeyId, previous) : null,
      };
  practiceKeys.set(practiceId, { pair, loadedAt: performance.now() });
}

/** A practice's key wrapped by the ring's first key, for its row. */
export function wrapPracticeKey(practiceId: string, key: Buffer) {
  const [ring] = keyRing();
  if (!ring) throw new Error("The key ring is empty");
  return { ringKeyId: ring.id, wrapped: sealBytes(ring.key, key, practicePlace(practiceId)) };
}

/** A new practice's key: plain for use now, wrapped for its row. */
export function makePracticeKey(practiceId: string) {
  const key = newKey();
  return { key, ...wrapPracticeKey(practiceId, key) };
}

/** A new person's key: plain for use now, wrapped by the practice's for its row. */
export function makePersonKey(key: Buffer, practiceId: string, personId: string) {
  const plain = newKey();
  return { key: plain, wrapped: sealBytes(key, plain, personPlace(practiceId, personId)) };
}

/** A person's key, unwrapped with the practice's. @throws KeyNotLoaded, also when the practice's key changed meanwhile. */
export function openPersonKey(practiceId: string, personId: string, wrapped: Uint8Array): Buffer {
  return openForPractice(practiceId, wrapped, personPlace(practiceId, personId));
}
