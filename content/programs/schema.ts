import { z } from "zod";
import { kebabKey, words } from "@/blocks/words";

const weekText = z.strictObject({ title: words, whyNow: words });
const programText = z.strictObject({ title: words, promise: words, summary: words });

/**
 * One week: the keys of the strategies that run in it, at most two at a time. It opens on its date, or at the
 * therapist's word where a date alone must not decide; never by what a partner has done.
 */
export const programWeekSchema = z.strictObject({
  strategies: z.array(kebabKey).min(1).max(2),
  opens: z.enum(["date", "therapist"]),
  text: z.strictObject({ en: weekText, es: weekText }),
});

/** An ordered set of strategies over weeks, with what each week is for. */
export const programSchema = z.strictObject({
  key: kebabKey,
  weeks: z.array(programWeekSchema).min(1).max(26),
  text: z.strictObject({ en: programText, es: programText }),
});

export type Program = z.infer<typeof programSchema>;
