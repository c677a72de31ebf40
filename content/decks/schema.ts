import { z } from "zod";
import { kebabKey, localizedText } from "@/blocks/words";

const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const minutes = z.number().int().min(5).max(240);
const budget = z.enum(["free", "low", "some"]);

/** A question; `level` is its depth, 1 light to 3 deep. */
export const questionCard = z.strictObject({ key: kebabKey, level, text: localizedText });

/** A small gesture; `touch` cards are left out for whoever chose "touch: not now". */
export const gestureCard = z.strictObject({ key: kebabKey, touch: z.boolean(), text: localizedText });

/**
 * An idea for time together. `accessible`: can be done seated, step-free and with little strength;
 * `apart`: works on a call, each at their own place.
 */
export const dateIdeaCard = z.strictObject({
  key: kebabKey,
  minutes,
  budget,
  atHome: z.boolean(),
  accessible: z.boolean(),
  apart: z.boolean(),
  text: localizedText,
});

/** A shared activity; `level` is how much it asks for: 1 today, 2 some planning, 3 something that lasts. */
export const activityCard = z.strictObject({
  key: kebabKey,
  level,
  minutes,
  budget,
  apart: z.boolean(),
  text: localizedText,
});

export type QuestionCard = z.infer<typeof questionCard>;
export type GestureCard = z.infer<typeof gestureCard>;
export type DateIdeaCard = z.infer<typeof dateIdeaCard>;
export type ActivityCard = z.infer<typeof activityCard>;
export type Budget = z.infer<typeof budget>;
