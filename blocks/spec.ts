import type { z } from "zod";

/** Who may read an entry: PRIVATE its author, THERAPIST also the couple's clinicians, SHARED also the partner. */
export type Readers = "PRIVATE" | "THERAPIST" | "SHARED";

/**
 * What stands between a SHARED entry and the partner, besides its hour. MUTUAL: both have confirmed an entry in the same
 * slot; both open at once and are frozen then. CONSENT: the partner has said that they would like to read it.
 */
export type Gate = "MUTUAL" | "CONSENT";

/** What an entry's slot names: nothing, a card of the deck, or the entry that it answers. */
export type Slot = "none" | "card" | "own-entry" | "partner-entry" | "occurrence";

/** How entries of one kind of a block behave; the server and the database hold to it. */
export interface EntryRule<Definition> {
  /** The shape of what is sealed. `v` is its version: an old one stays readable by `readable`. */
  body: z.ZodType;
  /** Among whom the author chooses before writing; a single value leaves no choice. */
  readers(definition: Definition): readonly Readers[];
  gate?(definition: Definition): Gate | null;
  /** Hours in which a shared entry can still be taken back before the partner may read it. */
  holdHours?(definition: Definition): number;
  /** The author picks the hour at which a shared entry arrives. */
  timed?: true;
  slot: Slot;
  /** How its author has set the tool, for themselves alone: told in no list of what was written. */
  setting?: true;
  /**
   * Goes on when the same strategy is given once more, as a program does week after week: a promise still to be marked, how one
   * has set the tool, the talks that were held. Everything else begins anew with each homework.
   */
  goesOn?: true;
  /** The entries of both make one story, of which one's own alone tell nothing: the steps of a talk. */
  ofBoth?: true;
  /** "occurrence": one per author, window and slot; "assignment": one per author and slot; "many": as many as wanted. */
  one: "occurrence" | "assignment" | "many";
}

/** One kind of block: the shape of its definition and of everything that partners store with it. */
export interface BlockSpec<Kind extends string, Schema extends z.ZodObject> {
  kind: Kind;
  definition: Schema;
  entries: Record<string, EntryRule<z.infer<Schema>>>;
  /** Whether using it as designed puts something of one partner before the other. */
  reachesPartner(definition: z.infer<Schema>): boolean;
}

/** Helps inference: the types of the definition and of each body come from their schemas. */
export function defineBlock<
  Kind extends string,
  Schema extends z.ZodObject,
  Entries extends Record<string, EntryRule<z.infer<Schema>>>,
>(spec: BlockSpec<Kind, Schema> & { entries: Entries }): BlockSpec<Kind, Schema> & { entries: Entries } {
  return spec;
}

const everyReader = ["PRIVATE", "THERAPIST", "SHARED"] as const;
const notThePartner = ["PRIVATE", "THERAPIST"] as const;

/** The readers that a block's reach allows. */
export function readersOf(reach: "author" | "partner"): readonly Readers[] {
  return reach === "partner" ? everyReader : notThePartner;
}
