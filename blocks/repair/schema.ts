import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText, optionalWords, ownWords } from "../words";

/** An apology in parts; the therapist sees the draft, delivery waits for consent or for the room. */
const definition = z.strictObject({
  kind: z.literal("repair"),
  id: kebabKey,
  parts: z
    .array(z.strictObject({ key: z.enum(["did", "effect", "amends"]), label: localizedText, hint: localizedText }))
    .length(3),
  butFlag: localizedText,
  delivery: localizedText,
  answers: z.strictObject({ heard: localizedText, notYet: localizedText, somethingElse: localizedText }),
});

/**
 * An apology. Written for the therapist (THERAPIST); once a clinician has cleared it, its author may offer it, which makes it
 * SHARED behind CONSENT beside an `offer` that says only that there is something; the other's `consent` opens it.
 */
export const repair = defineBlock({
  kind: "repair",
  definition,
  entries: {
    apology: {
      body: z.strictObject({
        v: z.literal(1),
        did: ownWords,
        effect: ownWords,
        amends: ownWords,
        inTheRoom: z.boolean(),
      }),
      readers: () => ["THERAPIST", "SHARED"],
      gate: () => "CONSENT",
      slot: "none",
      one: "many",
    },
    offer: {
      body: z.strictObject({ v: z.literal(1) }),
      readers: () => ["SHARED"],
      slot: "own-entry",
      one: "assignment",
    },
    consent: {
      body: z.strictObject({ v: z.literal(1) }),
      readers: () => ["SHARED"],
      slot: "partner-entry",
      one: "assignment",
    },
    answer: {
      body: z.strictObject({
        v: z.literal(1),
        answer: z.enum(["heard", "notYet", "somethingElse"]),
        words: optionalWords,
      }),
      readers: () => ["THERAPIST", "SHARED"],
      slot: "partner-entry",
      one: "assignment",
    },
  },
  reachesPartner: () => true,
});
