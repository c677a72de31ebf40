import { describe, expect, it } from "vitest";
import { programByKey, programs } from "@/content/programs";
import { programSchema } from "@/content/programs/schema";
import { englishGrade, inflesz } from "@/content/reading-level";
import { strategyByKey } from "@/content/strategies";
import { textsIn, wordingFaults } from "@/content/wording";

describe("the programs of the library", () => {
  it("are the five promised, with their weeks", () => {
    expect(programs.map((program) => [program.text.en.title, program.weeks.length])).toEqual([
      ["Rebuilding trust", 8],
      ["Hearing each other", 6],
      ["Close again", 6],
      ["Friends first", 4],
      ["A gentle start", 3],
    ]);
    expect(programByKey("close-again")?.weeks).toHaveLength(6);
    expect(programByKey("no-such-program")).toBeUndefined();
  });

  it("start gently with one strategy of each of three areas", () => {
    const areas = programByKey("a-gentle-start")?.weeks.map((week) =>
      week.strategies.map((key) => strategyByKey(key)?.area),
    );
    expect(areas).toEqual([["intimacy"], ["connection"], ["communication"]]);
  });
});

describe.each(programs.map((program) => [program.key, program] as const))("%s", (_key, program) => {
  it("fits the schema and names only strategies of the library", () => {
    expect(programSchema.parse(JSON.parse(JSON.stringify(program)))).toEqual(program);
    const unknown = program.weeks.flatMap((week) => week.strategies).filter((key) => !strategyByKey(key));
    expect(unknown).toEqual([]);
  });

  it("never begins an apology by date alone", () => {
    for (const week of program.weeks.filter(({ strategies }) => strategies.includes("apologise-and-forgive"))) {
      expect(week.opens).toBe("therapist");
    }
  });

  it("keeps the house's wording and reads easily in both languages", () => {
    for (const locale of ["en", "es"] as const) {
      const texts = textsIn(program, locale);
      expect(texts.flatMap((text) => wordingFaults(text, locale))).toEqual([]);
    }
    const reasons = program.weeks.map((week) => ({ en: week.text.en.whyNow, es: week.text.es.whyNow }));
    const passages = [...reasons, { en: program.text.en.summary, es: program.text.es.summary }];
    expect(passages.filter(({ en }) => englishGrade(en) > 8)).toEqual([]);
    expect(passages.filter(({ es }) => inflesz(es) < 55)).toEqual([]);
  });
});
