import { z } from "zod";
import { defineBlock, readersOf } from "../spec";
import { kebabKey, localizedText, optionalWords, ownWords } from "../words";

const definition = z.strictObject({
  kind: z.literal("plan"),
  id: kebabKey,
  label: localizedText,
  fields: z
    .array(z.strictObject({ key: kebabKey, label: localizedText, hint: localizedText.optional() }))
    .min(2)
    .max(10),
  afterwards: localizedText.optional(),
  reach: z.enum(["author", "partner"]),
});

/** `at`: local date and time of the meeting, for a calendar entry with a neutral title; minutes it takes. */
const planned = z.strictObject({
  v: z.literal(1),
  fields: z
    .record(kebabKey, optionalWords)
    .refine((fields) => Object.values(fields).some((field) => field !== ""), "writeSomething"),
  at: z.iso.datetime({ local: true, offset: false }).nullable(),
  minutes: z.number().int().min(5).max(480),
});

/** When, where and how; the partner may agree to it. */
export const plan = defineBlock({
  kind: "plan",
  definition,
  entries: {
    plan: { body: planned, readers: (block) => readersOf(block.reach), slot: "none", one: "many" },
    agree: {
      body: z.strictObject({ v: z.literal(1) }),
      readers: (block) => (block.reach === "partner" ? ["SHARED"] : []),
      slot: "partner-entry",
      one: "assignment",
    },
    afterwards: {
      body: z.strictObject({ v: z.literal(1), words: ownWords }),
      readers: (block) => (block.afterwards ? readersOf(block.reach) : []),
      slot: "none",
      one: "occurrence",
    },
  },
  reachesPartner: (block) => block.reach === "partner",
});
