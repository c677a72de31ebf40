import { z } from "zod";
import { blockSchema } from "@/blocks/registry";
import { kebabKey, words } from "@/blocks/words";

export const areaSchema = z.enum(["trust", "communication", "intimacy", "connection"]);
export const modeSchema = z.enum(["JUST_YOU", "EACH", "TOGETHER"]);
export const cadenceSchema = z.strictObject({
  every: z.enum(["day", "week", "two-weeks"]),
  times: z.number().int().min(1).max(7),
});

/** A strategy's words in one language. `tiny` takes two minutes, for hard days. */
export const strategyTextSchema = z.strictObject({
  title: words,
  promise: words,
  summary: words,
  why: words,
  steps: z.array(words).min(3).max(6),
  tiny: z.strictObject({ title: words.optional(), text: words }),
  notWhen: z.array(words).min(1),
});

/**
 * One strategy of the library. `minutes` is the time one round takes; `cadence` and `mode` are suggestions
 * to the therapist; `joint` means that a clinician's safety record must exist before it is used.
 */
export const strategySchema = z.strictObject({
  key: kebabKey,
  area: areaSchema,
  minutes: z.number().int().min(1).max(240),
  cadence: cadenceSchema,
  mode: modeSchema,
  joint: z.boolean(),
  blocks: z.array(blockSchema).min(1),
  text: z.strictObject({ en: strategyTextSchema, es: strategyTextSchema }),
});

export type Area = z.infer<typeof areaSchema>;
export type Mode = z.infer<typeof modeSchema>;
export type Cadence = z.infer<typeof cadenceSchema>;
export type StrategyText = z.infer<typeof strategyTextSchema>;
export type Strategy = z.infer<typeof strategySchema>;
export type ContentLocale = keyof Strategy["text"];
