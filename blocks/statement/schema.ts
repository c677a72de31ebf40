import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText, optionalWords } from "../words";

/** A sentence built from stems; `flags` are gentle remarks on a draft, never a refusal. */
const definition = z.strictObject({
  kind: z.literal("statement"),
  id: kebabKey,
  label: localizedText,
  parts: z
    .array(
      z.strictObject({ key: z.enum(["feel", "when", "because", "like"]), stem: localizedText, hint: localizedText }),
    )
    .length(4),
  feelings: z.array(localizedText).min(8).max(60),
  flags: z.strictObject({ alwaysNever: localizedText, hiddenAccusation: localizedText }),
  aloud: localizedText,
});

const part = optionalWords;

/** An "I" statement, meant to be said aloud: nothing carries it to the partner. */
export const statement = defineBlock({
  kind: "statement",
  definition,
  entries: {
    sentence: {
      body: z
        .strictObject({ v: z.literal(1), feel: part, when: part, because: part, like: part })
        .refine(({ feel, when, because, like }) => [feel, when, because, like].some((words) => words !== ""), {
          path: ["feel"],
          error: "writeSomething",
        }),
      readers: () => ["PRIVATE", "THERAPIST"],
      slot: "none",
      one: "many",
    },
  },
  reachesPartner: () => false,
});
