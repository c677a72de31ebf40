import { z } from "zod";
import { defineBlock } from "../spec";
import { civilDay, kebabKey, localizedText, ownWords } from "../words";

/** Promises marked by their maker alone; the partner may only add that it was noticed. */
const definition = z.strictObject({
  kind: z.literal("ledger"),
  id: kebabKey,
  promise: localizedText,
  byWhen: localizedText,
  states: z.strictObject({ kept: localizedText, renegotiated: localizedText, missed: localizedText }),
  noticed: localizedText,
});

/** Small promises. How often they are kept is the therapist's to see, and nobody else's. */
export const ledger = defineBlock({
  kind: "ledger",
  definition,
  entries: {
    promise: {
      body: z.strictObject({
        v: z.literal(1),
        what: ownWords,
        by: civilDay,
        state: z.enum(["open", "kept", "renegotiated", "missed"]),
      }),
      readers: () => ["PRIVATE", "THERAPIST", "SHARED"],
      goesOn: true,
      slot: "none",
      one: "many",
    },
    noticed: {
      body: z.strictObject({ v: z.literal(1) }),
      readers: () => ["SHARED"],
      goesOn: true,
      slot: "partner-entry",
      one: "assignment",
    },
  },
  reachesPartner: () => true,
});
