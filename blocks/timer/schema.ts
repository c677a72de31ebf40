import { z } from "zod";
import { defineBlock } from "../spec";
import { kebabKey, localizedText } from "../words";

/** Turns of a speaker and a listener; only the speaker ends a turn, either may take a break. */
const definition = z.strictObject({
  kind: z.literal("timer"),
  id: kebabKey,
  label: localizedText,
  turnMinutes: z.number().int().min(1).max(15),
  turns: z.number().int().min(2).max(8),
  speaker: localizedText,
  listener: localizedText,
  answers: z.strictObject({ gotIt: localizedText, almost: localizedText, sayAgain: localizedText }),
  breakMinutes: z.number().int().min(5).max(60),
  breakLabel: localizedText,
  lowHeatTopics: z.array(localizedText).min(2).max(20),
});

const position = z.union([z.literal(1), z.literal(2)]);

/**
 * One thing that happened, in the order of the server's clock; the state of the talk is a fold over all of both partners.
 * `start` says who speaks first and whether one phone is passed between the two; `topic` is an index of `lowHeatTopics`, or
 * null for a topic of their own, which is said aloud and written nowhere.
 */
const event = z.discriminatedUnion("type", [
  z.strictObject({
    v: z.literal(1),
    type: z.literal("start"),
    first: position,
    phones: z.union([z.literal(1), z.literal(2)]),
    topic: z.number().int().min(0).max(19).nullable(),
  }),
  z.strictObject({ v: z.literal(1), type: z.literal("end-turn"), turn: z.number().int().min(0).max(50) }),
  z.strictObject({
    v: z.literal(1),
    type: z.literal("answer"),
    turn: z.number().int().min(0).max(50),
    answer: z.enum(["gotIt", "almost", "sayAgain"]),
  }),
  z.strictObject({ v: z.literal(1), type: z.literal("break"), turn: z.number().int().min(0).max(50) }),
  z.strictObject({ v: z.literal(1), type: z.literal("resume"), turn: z.number().int().min(0).max(50) }),
  z.strictObject({ v: z.literal(1), type: z.literal("stop") }),
]);

export type TimerEvent = z.infer<typeof event>;

/** A talk in turns, on one phone or two. */
export const timer = defineBlock({
  kind: "timer",
  definition,
  entries: { event: { body: event, readers: () => ["SHARED"], ofBoth: true, goesOn: true, slot: "none", one: "many" } },
  reachesPartner: () => true,
});
