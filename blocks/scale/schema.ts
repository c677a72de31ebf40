import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText } from "../words";

/** Eleven labelled buttons, 0 to 10, unset until chosen; never compared between partners. */
const definition = z.strictObject({
  kind: z.literal("scale"),
  id: kebabKey,
  label: localizedText,
  low: localizedText,
  high: localizedText,
});

/** A rating, for its author and the clinicians alone. */
export const scale = defineBlock({
  kind: "scale",
  definition,
  entries: {
    rating: {
      body: z.strictObject({ v: z.literal(1), value: z.number().int().min(0).max(10) }),
      readers: () => ["THERAPIST"],
      slot: "none",
      one: "occurrence",
    },
  },
  reachesPartner: () => false,
});
