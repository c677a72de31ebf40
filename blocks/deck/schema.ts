import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText, optionalWords, ownWords } from "../words";

export const deckName = z.enum(["questions", "gestures", "date-ideas", "activities"]);

/**
 * Cards to draw: pick one for yourself, answer and reveal mutually, or match picks made alone.
 * `levels` bounds the depth of the cards where a deck has levels (1 light to 3 deep).
 */
const definition = z.strictObject({
  kind: z.literal("deck"),
  id: kebabKey,
  deck: deckName,
  label: localizedText,
  play: z.enum(["pick-one", "answer-mutual", "match"]),
  draw: z.number().int().min(1).max(20),
  levels: z.array(z.number().int().min(1).max(3)).min(1).optional(),
});

type Play = z.infer<typeof definition>["play"];
const only =
  <T>(play: Play, readers: readonly T[]) =>
  (block: { play: Play }) =>
    block.play === play ? readers : [];
const nothing = z.strictObject({ v: z.literal(1) });

/** A deck of cards. */
export const deck = defineBlock({
  kind: "deck",
  definition,
  entries: {
    /** pick-one: the card's key, or a gesture of one's own in words. */
    pick: {
      body: z
        .strictObject({ v: z.literal(1), card: kebabKey.nullable(), words: optionalWords })
        .refine(({ card, words }) => card !== null || words !== "", { path: ["words"], error: "writeSomething" }),
      readers: only("pick-one", ["PRIVATE", "THERAPIST"] as const),
      slot: "none",
      one: "many",
    },
    /** pick-one: whether cards with touch are in the deck; false is "touch: not now". Nobody else ever knows. */
    filter: {
      body: z.strictObject({ v: z.literal(1), touch: z.boolean() }),
      readers: only("pick-one", ["PRIVATE"] as const),
      setting: true,
      goesOn: true,
      slot: "none",
      one: "assignment",
    },
    /** answer-mutual: confirmed by being stored; opens when both have one on the card in the same window, and never after it. */
    answer: {
      body: z.strictObject({ v: z.literal(1), words: ownWords }),
      readers: only("answer-mutual", ["SHARED"] as const),
      gate: () => "MUTUAL",
      slot: "card",
      one: "occurrence",
    },
    pass: {
      body: nothing,
      readers: only("answer-mutual", ["PRIVATE"] as const),
      slot: "card",
      one: "occurrence",
    },
    /** match: opens when both have it on the card. */
    yes: {
      body: nothing,
      readers: only("match", ["SHARED"] as const),
      gate: () => "MUTUAL",
      slot: "card",
      one: "assignment",
    },
    no: {
      body: nothing,
      readers: only("match", ["PRIVATE"] as const),
      slot: "card",
      one: "assignment",
    },
  },
  reachesPartner: (block) => block.play !== "pick-one",
});
