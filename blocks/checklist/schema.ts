import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText } from "../words";

const definition = z.strictObject({
  kind: z.literal("checklist"),
  id: kebabKey,
  label: localizedText,
  items: z.array(localizedText).min(2).max(20),
});

/** Steps to tick while doing them; the ticks are a help to whoever does it and told to no one. */
export const checklist = defineBlock({
  kind: "checklist",
  definition,
  entries: {
    ticks: {
      /** Indexes of the items that are ticked. */
      body: z.strictObject({ v: z.literal(1), done: z.array(z.number().int().min(0).max(19)).max(20) }),
      readers: () => ["PRIVATE"],
      slot: "none",
      one: "occurrence",
    },
  },
  reachesPartner: () => false,
});
