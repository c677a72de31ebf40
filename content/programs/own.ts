import { z } from "zod";
import { kebabKey } from "@/blocks/words";
import { type Program, programSchema } from "@/content/programs/schema";

/** Most weeks of a program, own or of the library. */
export const mostProgramWeeks = 26;

const line = z.string().trim().max(120, "tooLong");
const passage = z.string().trim().max(600, "tooLong");
const weekText = z.strictObject({ title: line, whyNow: passage });
const programText = z.strictObject({ title: line, promise: line, summary: passage });

/** A program that a practice made itself, as it is being written. A text may still be "" in one language or both. */
export const ownProgramSchema = z.strictObject({
  weeks: z
    .array(
      z.strictObject({
        /** Tells weeks apart while they are moved; nothing else. */
        id: z.uuid(),
        /** Keys of the library, or ids of own strategies. */
        strategies: z.array(kebabKey).max(2),
        opens: z.enum(["date", "therapist"]),
        text: z.strictObject({ en: weekText, es: weekText }),
      }),
    )
    .max(mostProgramWeeks),
  text: z.strictObject({ en: programText, es: programText }),
});
export type OwnProgram = z.infer<typeof ownProgramSchema>;

const locales = ["en", "es"] as const;
type Texts = Record<string, string>;
const filledFrom = <T extends Texts>(own: T, other: T): T =>
  Object.fromEntries(Object.entries(own).map(([name, text]) => [name, text || (other[name] ?? "")])) as T;

function both<T extends Texts>({ en, es }: { en: T; es: T }): { en: T; es: T } {
  return { en: filledFrom(en, es), es: filledFrom(es, en) };
}

/** How many texts a language lacks that the other one has. */
export function missingTexts(program: OwnProgram, locale: "en" | "es"): number {
  const other = locale === "en" ? "es" : "en";
  const texts: { en: Texts; es: Texts }[] = [program.text, ...program.weeks.map((week) => week.text)];
  return texts.flatMap((text) => Object.entries(text[other]).filter(([name, said]) => said && !text[locale][name]))
    .length;
}

/**
 * The program that couples can be enrolled in: whatever one language lacks is said in the other. Null while something is
 * missing in both, or a week has no strategy.
 */
export function completeProgram(key: string, own: OwnProgram): Program | null {
  const weeks = own.weeks.map(({ strategies, opens, text }) => ({ strategies, opens, text: both(text) }));
  const parsed = programSchema.safeParse({ key, weeks, text: both(own.text) });
  return parsed.success ? parsed.data : null;
}

/** What keeps an own program from being used, by week (null: the program itself), as keys of programs.json's `lack`. */
export function lacks(
  own: OwnProgram,
): { week: number | null; lack: "title" | "promise" | "summary" | "weeks" | "weekTitle" | "whyNow" | "strategy" }[] {
  const nowhere = (name: string, text: { en: Texts; es: Texts }) => locales.every((locale) => !text[locale][name]);
  const program = (["title", "promise", "summary"] as const).filter((name) => nowhere(name, own.text));
  const weeks = own.weeks.flatMap((week, index) => {
    const lack = [
      ...(week.strategies.length === 0 ? (["strategy"] as const) : []),
      ...(nowhere("title", week.text) ? (["weekTitle"] as const) : []),
      ...(nowhere("whyNow", week.text) ? (["whyNow"] as const) : []),
    ];
    return lack.map((one) => ({ week: index, lack: one }));
  });
  return [
    ...program.map((lack) => ({ week: null, lack })),
    ...(own.weeks.length === 0 ? [{ week: null, lack: "weeks" as const }] : []),
    ...weeks,
  ];
}

/** An own program that begins as a copy of another one. */
export function copyOf(program: Program, newId: () => string): OwnProgram {
  return ownProgramSchema.parse({
    weeks: program.weeks.map((week) => ({ id: newId(), ...week })),
    text: program.text,
  });
}

/** An own program with nothing in it but its first week. */
export function emptyProgram(newId: () => string): OwnProgram {
  const text = { title: "", promise: "", summary: "" };
  return { weeks: [emptyWeek(newId)], text: { en: text, es: { ...text } } };
}

/** A week with nothing in it yet. */
export function emptyWeek(newId: () => string): OwnProgram["weeks"][number] {
  const text = { title: "", whyNow: "" };
  return { id: newId(), strategies: [], opens: "date", text: { en: text, es: { ...text } } };
}
