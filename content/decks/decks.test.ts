import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { deckName } from "@/blocks/deck/schema";
import { decks } from "@/content/decks";
import { activityCard, dateIdeaCard, gestureCard, questionCard } from "@/content/decks/schema";
import { englishGrade, inflesz } from "@/content/reading-level";
import { strategies } from "@/content/strategies";
import { wordingFaults } from "@/content/wording";

const schemas: Record<keyof typeof decks, z.ZodType> = {
  questions: questionCard,
  gestures: gestureCard,
  "date-ideas": dateIdeaCard,
  activities: activityCard,
};
const fewest: Record<keyof typeof decks, number> = { questions: 60, gestures: 40, "date-ideas": 60, activities: 60 };

describe.each(deckName.options.map((name) => [name] as const))("the deck of %s", (name) => {
  const cards = decks[name];

  it("has enough cards that all fit the schema", () => {
    expect(cards.length).toBeGreaterThanOrEqual(fewest[name]);
    for (const card of cards) expect(schemas[name].safeParse(card)).toMatchObject({ success: true });
  });

  it("never repeats a key or a text", () => {
    for (const distinct of [
      cards.map((card) => card.key),
      cards.map((card) => card.text.en),
      cards.map((card) => card.text.es),
    ]) {
      expect(new Set(distinct).size).toBe(cards.length);
    }
  });

  it("keeps the house's wording", () => {
    const faults = cards.flatMap(({ text }) =>
      (["en", "es"] as const).flatMap((locale) =>
        wordingFaults(text[locale], locale).map((fault) => `${fault} in “${text[locale]}”`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it("reads easily in both languages", () => {
    expect(cards.filter(({ text }) => englishGrade(text.en) > 8).map(({ text }) => text.en)).toEqual([]);
    // INFLESZ is an average: on a card of a few words a single long word would decide it.
    const measurable = cards.map(({ text }) => text.es).filter((text) => text.split(" ").length >= 8);
    expect(measurable.filter((text) => inflesz(text) < 55)).toEqual([]);
    expect(inflesz(cards.map(({ text }) => text.es).join(" "))).toBeGreaterThanOrEqual(65);
  });
});

describe("the order of the decks", () => {
  it("lets questions rise in depth, with plenty at each level", () => {
    const levels = decks.questions.map((card) => card.level);
    expect(levels).toEqual([...levels].sort());
    for (const level of [1, 2, 3]) expect(levels.filter((one) => one === level).length).toBeGreaterThanOrEqual(18);
  });

  it("puts gestures without touch first, and offers or asks wherever there is touch", () => {
    const touch = decks.gestures.map((card) => card.touch);
    expect(touch.indexOf(true)).toBeGreaterThanOrEqual(30);
    expect(touch.slice(touch.indexOf(true))).not.toContain(false);
    for (const card of decks.gestures.filter((one) => one.touch)) {
      expect(card.text.en).toMatch(/\b(offer|ask)\b/i);
      expect(card.text.es).toMatch(/\b(ofrece|ofrécelo|pregunta|pide)\b/i);
    }
  });

  it("begins date ideas with what is free, at home and accessible", () => {
    expect(decks["date-ideas"].slice(0, 10)).toEqual(
      Array.from({ length: 10 }, () => expect.objectContaining({ budget: "free", atHome: true, accessible: true })),
    );
    expect(decks["date-ideas"].filter((card) => card.apart).length).toBeGreaterThanOrEqual(15);
  });

  it("holds enough cards at the levels each strategy draws from", () => {
    const blocks = strategies.flatMap((strategy) => strategy.blocks.filter((block) => block.kind === "deck"));
    for (const { deck, draw, levels } of blocks) {
      const fitting = decks[deck].filter((card) => !levels || ("level" in card && levels.includes(card.level)));
      expect(fitting.length).toBeGreaterThanOrEqual(draw * 5);
    }
    expect(new Set(blocks.map((block) => block.deck))).toEqual(new Set(deckName.options));
  });
});
