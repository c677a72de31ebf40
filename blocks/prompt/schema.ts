import { z } from "zod";
import { defineBlock, readersOf } from "../spec";
import { kebabKey, localizedText, optionalWords, ownWords } from "../words";

/** `holdHours`: hours in which a shared answer can still be taken back before it is delivered. */
const definition = z.strictObject({
  kind: z.literal("prompt"),
  id: kebabKey,
  label: localizedText,
  caution: localizedText.optional(),
  /** One field, or several that are written and sent together. */
  parts: z
    .array(z.strictObject({ key: kebabKey, label: localizedText.optional(), hint: localizedText.optional() }))
    .min(1)
    .max(5),
  /** What an answer is about, chosen from a short list. */
  tags: z
    .array(z.strictObject({ value: kebabKey, label: localizedText }))
    .min(2)
    .max(6)
    .optional(),
  reveal: z.enum(["at-once", "mutual"]),
  reach: z.enum(["author", "partner"]),
  holdHours: z.number().int().min(1).max(72).optional(),
  /** Several short answers that gather over the whole homework: an agenda, a wall. */
  collect: z.boolean(),
  /** The other partner may say something back. */
  respond: localizedText.optional(),
});

/** At least one part says something; blank ones are left out. */
const answer = z.strictObject({
  v: z.literal(1),
  parts: z
    .record(kebabKey, optionalWords)
    .refine((parts) => Object.values(parts).some((part) => part !== ""), "writeSomething"),
  tag: kebabKey.optional(),
});

/** A question in words; answered alone, shared at once, after a hold, or mutually. */
export const prompt = defineBlock({
  kind: "prompt",
  definition,
  entries: {
    answer: {
      body: answer,
      readers: (block) => (block.reveal === "mutual" ? ["SHARED"] : readersOf(block.reach)),
      gate: (block) => (block.reveal === "mutual" ? "MUTUAL" : null),
      holdHours: (block) => block.holdHours ?? 0,
      slot: "occurrence",
      one: "many",
    },
    response: {
      body: z.strictObject({ v: z.literal(1), words: ownWords }),
      readers: (block) => (block.respond ? ["SHARED"] : []),
      slot: "partner-entry",
      one: "assignment",
    },
    pass: {
      body: z.strictObject({ v: z.literal(1) }),
      readers: (block) => (block.reveal === "mutual" ? ["PRIVATE"] : []),
      slot: "occurrence",
      one: "occurrence",
    },
  },
  reachesPartner: (block) => block.reach === "partner",
});
