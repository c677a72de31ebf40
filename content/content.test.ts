import { describe, expect, it } from "vitest";
import { reachesPartner } from "@/blocks/registry";
import { contentLocale, localized, strategyText } from "@/content/content";
import { englishGrade, inflesz, spanishSyllables } from "@/content/reading-level";
import { type Strategy, type StrategyText, strategySchema } from "@/content/schema";
import { strategies, strategyByKey, strategyKeys } from "@/content/strategies";
import { textsIn, wordingFaults } from "@/content/wording";

const titles = [
  "Keep small promises",
  "Be transparent",
  "Apologise and forgive",
  "Listen actively",
  "Say “I”",
  "Check in regularly",
  "Make quality time",
  "Small gestures of affection",
  "Be vulnerable",
  "Be curious",
  "Celebrate small wins",
  "Do things together",
];

/** The running texts of a strategy, a field each: titles and labels are too short to measure. */
function passages(text: StrategyText): string[] {
  return [text.promise, text.summary, text.why, text.tiny.text, ...text.steps, ...text.notWhen];
}

const readingsOf = (strategy: Strategy) => strategy.blocks.filter((block) => block.kind === "read");

const tooHard = (texts: string[]) => texts.filter((text) => englishGrade(text) > 8);
const tooDense = (texts: string[]) => texts.filter((text) => inflesz(text) < 55);

describe("the strategy library", () => {
  it("holds the twelve strategies in their order, three to an area", () => {
    expect(strategies.map((strategy) => strategy.text.en.title)).toEqual(titles);
    expect(strategies.map((strategy) => strategy.area)).toEqual(
      ["trust", "communication", "intimacy", "connection"].flatMap((area) => [area, area, area]),
    );
  });

  it("finds a strategy by its key, and nothing by another", () => {
    for (const key of strategyKeys) expect(strategyByKey(key)?.key).toBe(key);
    expect(new Set(strategyKeys).size).toBe(strategies.length);
    expect(strategyByKey("no-such-strategy")).toBeUndefined();
  });

  it("gives Spanish readers Spanish and all others English", () => {
    expect(["es", "es-MX", "ES", "en", "en-US", "fr"].map(contentLocale)).toEqual(["es", "es", "es", "en", "en", "en"]);
    const strategy = strategySchema.parse(strategyByKey("be-curious"));
    expect(strategyText(strategy, "es-US").title).toBe(strategy.text.es.title);
    expect(localized({ en: "one", es: "uno" }, "es")).toBe("uno");
  });
});

describe.each(strategies.map((strategy) => [strategy.key, strategy] as const))("%s", (_key, strategy) => {
  it("fits the schema, and survives being stored as JSON", () => {
    expect(strategySchema.parse(JSON.parse(JSON.stringify(strategy)))).toEqual(strategy);
  });

  it("says the same in both languages: as many steps, cautions and texts", () => {
    const { en, es } = strategy.text;
    expect(es.steps).toHaveLength(en.steps.length);
    expect(es.notWhen).toHaveLength(en.notWhen.length);
    expect(textsIn(strategy, "es")).toHaveLength(textsIn(strategy, "en").length);
    expect(es.title).not.toBe(en.title);
  });

  it("has block ids of its own", () => {
    expect(new Set(strategy.blocks.map((block) => block.id)).size).toBe(strategy.blocks.length);
  });

  it("asks for the safety record whenever it is done together or reaches the partner", () => {
    expect(strategy.joint).toBe(strategy.mode === "TOGETHER" || strategy.blocks.some(reachesPartner));
  });

  it("names fear or danger first among the times not to use it", () => {
    expect(strategy.text.en.notWhen[0]).toMatch(/afraid|unsafe|safe|threats|against you|hurt|pay for it|mocked/);
    expect(strategy.text.es.notWhen[0]).toMatch(
      /miedo|segur|peligro|amenazas|en tu contra|contra ti|herirte|pagas|burla/,
    );
  });

  it("names what has just come out among the times not to use it", () => {
    expect(strategy.text.en.notWhen.join(" ")).toMatch(
      /just come out|just learned|big news|big fact|after a shock|in shock|urgent and painful/,
    );
    expect(strategy.text.es.notWhen.join(" ")).toMatch(
      /salir a la luz|Acaba de saberse|noticia grande|hecho nuevo y grande|golpe fuerte|urgente y doloroso/,
    );
  });

  it("keeps the house's wording", () => {
    for (const locale of ["en", "es"] as const) {
      const faults = textsIn(strategy, locale).flatMap((text) =>
        wordingFaults(text, locale).map((fault) => `${fault} in “${text}”`),
      );
      expect(faults).toEqual([]);
    }
  });

  it("reads easily in English: steps at grade 6, nothing above 8", () => {
    expect(englishGrade(strategy.text.en.steps.join(" "))).toBeLessThanOrEqual(6);
    expect(tooHard(passages(strategy.text.en))).toEqual([]);
    expect(tooHard(readingsOf(strategy).flatMap((block) => block.body.map((text) => text.en)))).toEqual([]);
  });

  it("reads easily in Spanish: INFLESZ 55 or more everywhere", () => {
    expect(tooDense([strategy.text.es.steps.join(" "), ...passages(strategy.text.es)])).toEqual([]);
    expect(tooDense(readingsOf(strategy).flatMap((block) => block.body.map((text) => text.es)))).toEqual([]);
  });
});

describe("the measures of wording", () => {
  it("count the syllables of Spanish words", () => {
    const counts = { sol: 1, día: 2, media: 2, canción: 2, leer: 2, país: 2, guerra: 2, pingüino: 3, muy: 1, ahora: 3 };
    for (const [word, count] of Object.entries({ ...counts, quietud: 2, cuéntaselo: 4, y: 1, aéreo: 4 })) {
      expect([word, spanishSyllables(word)]).toEqual([word, count]);
    }
  });

  it("tell easy texts from hard ones", () => {
    expect(englishGrade("The cat sat on the mat. It was warm.")).toBeLessThan(2);
    expect(
      englishGrade("Interpersonal reciprocity necessitates consistent demonstration of emotional availability."),
    ).toBeGreaterThan(12);
    expect(inflesz("El sol sale. Hoy es un buen día. Vamos a pasear.")).toBeGreaterThan(80);
    expect(
      inflesz("La reciprocidad interpersonal requiere demostraciones consistentes de disponibilidad emocional."),
    ).toBeLessThan(40);
    expect(() => englishGrade("…")).toThrow(RangeError);
    expect(() => inflesz("…")).toThrow(RangeError);
  });

  it("catch what the house does not say", () => {
    expect(wordingFaults("Tell your wife!", "en")).toEqual(["exclamation mark: !", "assumes marriage: wife"]);
    expect(wordingFaults("Where the kids are", "en")).toEqual(["assumes children: kids"]);
    expect(wordingFaults("¿Están juntos?", "es")).toHaveLength(1);
    expect(wordingFaults("Dile a tu novia", "es")).toHaveLength(1);
    expect(wordingFaults("Where there is time, say so.", "en")).toEqual([]);
  });

  it("refuse a strategy with a language, a step or a word missing", () => {
    const strategy = strategySchema.parse(strategies[0]);
    const { en } = strategy.text;
    expect(strategySchema.safeParse({ ...strategy, text: { en } }).success).toBe(false);
    const withEnglish = (change: Partial<StrategyText>) =>
      strategySchema.safeParse({ ...strategy, text: { ...strategy.text, en: { ...en, ...change } } }).success;
    expect(withEnglish({})).toBe(true);
    expect(withEnglish({ steps: en.steps.slice(0, 2) })).toBe(false);
    expect(withEnglish({ why: " " })).toBe(false);
    expect(withEnglish({ notWhen: [] })).toBe(false);
  });
});
