import { z } from "zod";
import { areaSchema, cadenceSchema, modeSchema, type Strategy } from "@/content/schema";

/** How many texts a language lacks; whoever reads it gets those of the other one. */
export const missingTexts = z.object({ en: z.number(), es: z.number() });

/** What can be assigned and put into a program: the library, and what the practice's therapists published. */
export interface AssignableStrategy extends Pick<Strategy, "key" | "area" | "minutes" | "mode" | "cadence" | "joint"> {
  /** The words in both languages; for own strategies borrowed from the other one where a text is missing. */
  text: Strategy["text"];
  /** Null for a strategy of the library. */
  own: {
    /** Whose it is, and whether that is who looks. */
    author: string;
    mine: boolean;
    missing: z.infer<typeof missingTexts>;
  } | null;
}

/** What is said of an own strategy where strategies are picked. */
export const ownMark = z.object({ author: z.string(), mine: z.boolean(), missing: missingTexts });

export const strategyFacts = z.object({
  key: z.string(),
  area: areaSchema,
  minutes: z.number(),
  mode: modeSchema,
  cadence: cadenceSchema,
  /** Whether both doing it needs a record of joint work. */
  joint: z.boolean(),
});
