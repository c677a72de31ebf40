import { openBytes, type Place, sealBytes } from "../crypto";
import { openPersonKey } from "./keys";
import type { Tx } from "./with-actor";

/** Where a person's sealed words lie inside their practice. */
export type WordsPlace = Omit<Place, "practiceId">;

/** Seals and opens words with the keys of the people who wrote them. */
export interface Words {
  /** @throws AppError-free Error when the writer's key was not among those asked for. */
  seal(personId: string, text: string, place: WordsPlace): Uint8Array<ArrayBuffer>;
  open(personId: string, sealed: Uint8Array, place: WordsPlace): string;
  /** The plain key of one person, for deriving others from it. */
  key(personId: string): Buffer;
}

/**
 * The keys of the given people, read in one statement under row-level security.
 * @throws KeyNotLoaded when the practice's key is not in this process yet (withActor handles it).
 */
export async function wordsOf(tx: Tx, practiceId: string, personIds: Iterable<string>): Promise<Words> {
  const ids = [...new Set(personIds)];
  const rows = ids.length ? await tx.personKey.findMany({ where: { practiceId, personId: { in: ids } } }) : [];
  const keys = new Map(rows.map((row) => [row.personId, openPersonKey(practiceId, row.personId, row.wrapped)]));
  const key = (personId: string) => {
    const found = keys.get(personId);
    if (!found) throw new Error("The key of a writer is not readable here");
    return found;
  };
  return {
    key,
    seal: (personId, text, place) => sealBytes(key(personId), Buffer.from(text, "utf8"), { ...place, practiceId }),
    open: (personId, sealed, place) => openBytes(key(personId), sealed, { ...place, practiceId }).toString("utf8"),
  };
}
