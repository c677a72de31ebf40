import { z } from "zod";
import { type Block, blockSchema } from "@/blocks/registry";
import { localizedText } from "@/blocks/words";
import { areaSchema, cadenceSchema, modeSchema } from "@/content/schema";

/** Most blocks in one strategy of a practice's own. */
export const mostBlocks = 12;

/** The words of an own strategy, each in both languages; what a library strategy keeps by language, kept by text. */
export const ownTextSchema = z.strictObject({
  title: localizedText,
  promise: localizedText,
  summary: localizedText,
  why: localizedText,
  steps: z.array(localizedText).min(3).max(6),
  tiny: z.strictObject({ title: localizedText.optional(), text: localizedText }),
  notWhen: z.array(localizedText).min(1).max(10),
});

/**
 * A strategy that a practice composed itself, complete. What it asks first (joint work) follows from its mode and blocks
 * and is never said by whoever wrote it.
 */
export const ownStrategySchema = z.strictObject({
  area: areaSchema,
  minutes: z.number().int().min(1).max(240),
  cadence: cadenceSchema,
  mode: modeSchema,
  text: ownTextSchema,
  blocks: z.array(blockSchema).min(1).max(mostBlocks),
});

/**
 * An own strategy as it is being written, of the same form. A text may still be "" in one language or both, lists may
 * be shorter than they must be in the end.
 */
export type OwnStrategy = Omit<z.infer<typeof ownStrategySchema>, "blocks"> & { blocks: Block[] };
