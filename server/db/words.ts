import { newKey, type Place, sealBytes } from "../crypto";
import { AppError } from "../errors";
import { KeyNotLoaded, type KeyPair, openPersonKey, openWithPair } from "./keys";
import type { Tx } from "./with-actor";

/** Where a person's sealed words lie inside their practice. */
export type WordsPlace = Omit<Place, "practiceId">;

/** Seals and opens words with the keys of the people who wrote them. */
export interface Words {
  /** @throws AppError CLOSED once the writer's key was destroyed; Error when it was not among those asked for. */
  seal(personId: string, text: string, place: WordsPlace): Uint8Array<ArrayBuffer>;
  /** The text; `deletedWords` once the writer's key was destroyed. @throws KeyNotLoaded when the key changed meanwhile. */
  open(personId: string, sealed: Uint8Array, place: WordsPlace): string;
  /** The plain key of one person, for deriving others from it; a passing one once theirs was destroyed. */
  key(personId: string): Buffer;
}

/** Stands for words whose key was destroyed. The ladder puts a sentence of the reader's language in its place. */
export const deletedWords = "\uE000deleted words\uE000";

const metIn = new WeakSet<object>();

/** Whether words were met in this transaction that nobody can read any more. */
export const metDeletedWords = (tx: Tx): boolean => metIn.has(tx);

/**
 * The keys of the given people, read in one statement under row-level security.
 * @throws KeyNotLoaded when the practice's key is not in this process yet (withActor handles it).
 */
export async function wordsOf(tx: Tx, practiceId: string, personIds: Iterable<string>): Promise<Words> {
  const ids = [...new Set(personIds)];
  const rows = ids.length ? await tx.personKey.findMany({ where: { practiceId, personId: { in: ids } } }) : [];
  const unwrap = (personId: string, wrapped: Uint8Array) => openPersonKey(practiceId, personId, wrapped);
  const pairs = new Map<string, KeyPair | null>(
    rows.map(({ personId, wrapped, previous, shreddedAt }) => [
      personId,
      shreddedAt ? null : { key: unwrap(personId, wrapped), previous: previous ? unwrap(personId, previous) : null },
    ]),
  );
  const pairOf = (personId: string) => {
    const found = pairs.get(personId);
    if (found === undefined) throw new Error("The key of a writer is not readable here");
    return found;
  };
  return {
    key: (personId) => pairOf(personId)?.key ?? newKey(),
    seal: (personId, text, place) => {
      const pair = pairOf(personId);
      if (!pair) throw new AppError("CLOSED");
      return sealBytes(pair.key, Buffer.from(text, "utf8"), { ...place, practiceId });
    },
    open: (personId, sealed, place) => {
      const pair = pairOf(personId);
      if (!pair) {
        metIn.add(tx);
        return deletedWords;
      }
      const plain = openWithPair(pair, sealed, { ...place, practiceId });
      if (!plain) throw new KeyNotLoaded(practiceId);
      return plain.toString("utf8");
    },
  };
}
