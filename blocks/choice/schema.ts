import { z } from "zod";
import { defineBlock, readersOf } from "../spec";
import { kebabKey, localizedText } from "../words";

const definition = z.strictObject({
  kind: z.literal("choice"),
  id: kebabKey,
  label: localizedText,
  multiple: z.boolean(),
  options: z
    .array(z.strictObject({ value: kebabKey, label: localizedText }))
    .min(2)
    .max(12),
  reach: z.enum(["author", "partner"]),
});

/** One or several of a short list. */
export const choice = defineBlock({
  kind: "choice",
  definition,
  entries: {
    chosen: {
      body: z.strictObject({ v: z.literal(1), values: z.array(kebabKey).min(1, "chooseOne").max(12) }),
      readers: (block) => readersOf(block.reach),
      slot: "none",
      one: "occurrence",
    },
  },
  reachesPartner: (block) => block.reach === "partner",
});
