import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText, ownWords } from "../words";

/** A short note to the partner, delivered at a time its author picks; no read receipts. */
const definition = z.strictObject({
  kind: z.literal("note"),
  id: kebabKey,
  label: localizedText,
  hint: localizedText.optional(),
  starters: z.array(localizedText).min(2).max(20),
});

/** Notes. Whoever receives them may mute them, and nobody learns of it. */
export const note = defineBlock({
  kind: "note",
  definition,
  entries: {
    note: {
      body: z.strictObject({ v: z.literal(1), words: ownWords }),
      readers: () => ["SHARED"],
      timed: true,
      slot: "none",
      one: "many",
    },
    mute: {
      body: z.strictObject({ v: z.literal(1), muted: z.boolean() }),
      readers: () => ["PRIVATE"],
      setting: true,
      goesOn: true,
      slot: "none",
      one: "assignment",
    },
  },
  reachesPartner: () => true,
});
