import { z } from "zod";

/** A lower-case key of words joined by hyphens. */
export const kebabKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Words a person reads, never blank. */
export const words = z
  .string()
  .refine((text) => text.trim() === text && text.length > 0, "Must not be blank or padded");

/** The same words in both languages. */
export const localizedText = z.strictObject({ en: words, es: words });

const option = z.strictObject({ value: kebabKey, label: localizedText });

/** Whether a block's words stay with their author (and therapist) or are made for the partner to see. */
const reach = z.enum(["author", "partner"]);

export const deckName = z.enum(["questions", "gestures", "date-ideas", "activities"]);

const read = z.strictObject({
  kind: z.literal("read"),
  id: kebabKey,
  title: localizedText.optional(),
  body: z.array(localizedText).min(1),
});

/** `holdHours`: hours in which a shared answer can still be taken back before it is delivered. */
const prompt = z.strictObject({
  kind: z.literal("prompt"),
  id: kebabKey,
  label: localizedText,
  hint: localizedText.optional(),
  caution: localizedText.optional(),
  reveal: z.enum(["at-once", "mutual"]),
  reach,
  holdHours: z.number().int().min(1).max(72).optional(),
});

/** Eleven labelled buttons, 0 to 10, unset until chosen; never compared between partners. */
const scale = z.strictObject({
  kind: z.literal("scale"),
  id: kebabKey,
  label: localizedText,
  low: localizedText,
  high: localizedText,
});

const choice = z.strictObject({
  kind: z.literal("choice"),
  id: kebabKey,
  label: localizedText,
  multiple: z.boolean(),
  options: z.array(option).min(2),
});

const checklist = z.strictObject({
  kind: z.literal("checklist"),
  id: kebabKey,
  label: localizedText,
  items: z.array(localizedText).min(2),
});

/** Turns of a speaker and a listener; only the speaker ends a turn, either may take a break. */
const timer = z.strictObject({
  kind: z.literal("timer"),
  id: kebabKey,
  label: localizedText,
  turnMinutes: z.number().int().min(1).max(15),
  turns: z.number().int().min(2).max(8),
  speaker: localizedText,
  listener: localizedText,
  answers: z.strictObject({ gotIt: localizedText, almost: localizedText, sayAgain: localizedText }),
  breakMinutes: z.number().int().min(5).max(60),
  breakLabel: localizedText,
  lowHeatTopics: z.array(localizedText).min(2),
});

/** A sentence built from stems; `flags` are gentle remarks on a draft, never a refusal. */
const statement = z.strictObject({
  kind: z.literal("statement"),
  id: kebabKey,
  label: localizedText,
  parts: z
    .array(
      z.strictObject({ key: z.enum(["feel", "when", "because", "like"]), stem: localizedText, hint: localizedText }),
    )
    .length(4),
  feelings: z.array(localizedText).min(8),
  flags: z.strictObject({ alwaysNever: localizedText, hiddenAccusation: localizedText }),
  aloud: localizedText,
});

/** An apology in parts; the therapist sees the draft, delivery waits for consent or for the room. */
const repair = z.strictObject({
  kind: z.literal("repair"),
  id: kebabKey,
  parts: z
    .array(z.strictObject({ key: z.enum(["did", "effect", "amends"]), label: localizedText, hint: localizedText }))
    .length(3),
  butFlag: localizedText,
  delivery: localizedText,
  answers: z.strictObject({ heard: localizedText, notYet: localizedText, somethingElse: localizedText }),
});

/** Promises marked by their maker alone; the partner may only add that it was noticed. */
const ledger = z.strictObject({
  kind: z.literal("ledger"),
  id: kebabKey,
  promise: localizedText,
  byWhen: localizedText,
  states: z.strictObject({ kept: localizedText, renegotiated: localizedText, missed: localizedText }),
  noticed: localizedText,
});

/**
 * Cards to draw: pick one for yourself, answer and reveal mutually, or match picks made alone.
 * `levels` bounds the depth of the cards where a deck has levels (1 light to 3 deep).
 */
const deck = z.strictObject({
  kind: z.literal("deck"),
  id: kebabKey,
  deck: deckName,
  label: localizedText,
  play: z.enum(["pick-one", "answer-mutual", "match"]),
  draw: z.number().int().min(1).max(20),
  levels: z.array(z.number().int().min(1).max(3)).min(1).optional(),
});

const plan = z.strictObject({
  kind: z.literal("plan"),
  id: kebabKey,
  label: localizedText,
  fields: z.array(z.strictObject({ key: kebabKey, label: localizedText, hint: localizedText.optional() })).min(2),
  afterwards: localizedText.optional(),
  reach,
});

/** A short note to the partner, delivered at a time its author picks; no read receipts. */
const note = z.strictObject({
  kind: z.literal("note"),
  id: kebabKey,
  label: localizedText,
  hint: localizedText.optional(),
  starters: z.array(localizedText).min(2),
});

/** One part of an exercise, as data from which its interactive tool is drawn. */
export const blockSchema = z.discriminatedUnion("kind", [
  read,
  prompt,
  scale,
  choice,
  checklist,
  timer,
  statement,
  repair,
  ledger,
  deck,
  plan,
  note,
]);

export type LocalizedText = z.infer<typeof localizedText>;
export type DeckName = z.infer<typeof deckName>;
export type Block = z.infer<typeof blockSchema>;
export type BlockKind = Block["kind"];
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;

/** Whether using this block as designed puts something of one partner before the other. */
export function reachesPartner(block: Block): boolean {
  switch (block.kind) {
    case "timer":
    case "repair":
    case "ledger":
    case "note":
      return true;
    case "deck":
      return block.play !== "pick-one";
    case "prompt":
    case "plan":
      return block.reach === "partner";
    default:
      return false;
  }
}
