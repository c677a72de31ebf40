import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCards } from "@/content/decks/load";
import { entryOf, inTool, moment } from "@/tests/factories/tools";
import type { ToolCard } from "../cards";
import type { BlockOf } from "../registry";
import type { Tool, ToolEntry } from "../tool";
import { filtersOf, fits, levelsIn, noFilters } from "./filters";
import { Match } from "./match";
import { OwnGesture } from "./own-gesture";
import { PickOne } from "./pick-one";
import { Questions } from "./questions";
import { deckSummary } from "./summary";

const both = (text: string) => ({ en: text, es: text });
const card = (key: string, more: Partial<ToolCard> = {}): ToolCard => ({ key, text: both(`Card ${key}`), ...more });
const base = { kind: "deck" as const, id: "cards", label: both("Cards"), draw: 3 };
const theirs = { position: 2 as const, mine: false };
const said = (kind: string, slot: string | null, given: Partial<ToolEntry> = {}, body: unknown = { v: 1 }) =>
  entryOf({ block: "cards", kind, slot, body, readers: "SHARED", sharedAt: moment, ...given });
const text = (markup: string) => markup.replace(/<[^>]+>/g, " ");

describe("questions that open to both", () => {
  const definition: BlockOf<"deck"> = { ...base, deck: "questions", play: "answer-mutual", draw: 1 };
  const cards = [card("fear", { level: 2 })];
  const seen = (entries: ToolEntry[], given: Partial<Tool> = {}) =>
    inTool(<Questions definition={definition} cards={cards} entries={entries} />, { entries, ...given });
  const answer = (words: string, given: Partial<ToolEntry> = {}) => said("answer", "fear", given, { v: 1, words });

  it("can be looked at before anybody says yes, and passed", () => {
    const first = seen([]);
    for (const words of ["Card fear", "Deeper", "I will answer", "Pass"]) expect(first).toContain(words);
    expect(first).not.toContain("<textarea");
  });

  it("says only that the answer is kept until both have answered", () => {
    const kept = text(seen([answer("The dark")]));
    expect(kept).toContain("Your answer is kept. It opens when you both have answered.");
    expect(kept).not.toMatch(/waiting|Alex has|not answered/);
  });

  it("looks the same after a pass, an answer taken back and a window that is over", () => {
    const rests = "This one rests.";
    const passed = text(seen([said("pass", "fear", { readers: "PRIVATE" })], { writable: false }));
    const over = text(seen([], { writable: false }));
    const answered = text(seen([answer("The dark")], { writable: false }));
    for (const one of [passed, over, answered]) expect(one).toContain(rests);
    expect(passed).toBe(over);
    expect(answered).toBe(over);
  });

  it("shows both answers at once and freezes them", () => {
    const open = seen([
      answer("The dark", { revealedAt: moment }),
      answer("Being alone", { ...theirs, revealedAt: moment }),
    ]);
    for (const words of ["The dark", "Being alone", "Alex"]) expect(open).toContain(words);
    expect(open).not.toContain("<button");
  });

  it("asks a card that comes back anew, and leaves what was kept before at rest", () => {
    const again = seen([answer("The dark"), said("pass", "fear", { readers: "PRIVATE" })], { ordinal: 27 });
    expect(again).toContain("I will answer");
    expect(again).not.toContain("The dark");
  });

  it("keeps an answer that has not opened out of everybody's summary but its author's", () => {
    const own = deckSummary(
      definition,
      [answer("The dark")],
      "en",
      (key) => cards.find((one) => one.key === key)?.text,
    );
    expect(own.map((line) => [line.label, line.text])).toEqual([["Card fear", "The dark"]]);
    expect(deckSummary(definition, [answer("The dark", { mine: false })], "en")).toEqual([]);
  });
});

describe("a gesture to pick", () => {
  const definition: BlockOf<"deck"> = { ...base, deck: "gestures", play: "pick-one" };
  const cards = [card("hug", { touch: true }), card("tea", { touch: false }), card("song", { touch: false })];
  const seen = (entries: ToolEntry[]) =>
    inTool(<PickOne definition={definition} cards={cards} entries={entries} />, { entries });

  it("puts those without touch first", () => {
    const hand = seen([]);
    expect(hand.indexOf("Card hug")).toBeGreaterThan(hand.indexOf("Card tea"));
    expect(hand.indexOf("Card hug")).toBeGreaterThan(hand.indexOf("Card song"));
  });

  it("leaves touch out for whoever says not now, and tells nobody", () => {
    const hand = seen([said("filter", null, { readers: "PRIVATE" }, { v: 1, touch: false })]);
    expect(hand).not.toContain("Card hug");
    expect(hand).toContain("Only you");
    expect(text(hand)).toContain("Touch: not now");
  });

  it("shows what was picked, a card or words of one's own", () => {
    const picked = (body: unknown) => said("pick", null, { readers: "PRIVATE" }, body);
    expect(seen([picked({ v: 1, card: "tea", words: "" })])).toContain("Card tea");
    expect(seen([picked({ v: 1, card: null, words: "Warm socks" })])).toContain("Warm socks");
  });
});

describe("a gesture of one's own", () => {
  const definition: BlockOf<"deck"> = { ...base, deck: "gestures", play: "pick-one" };
  const drawn = (readers: "PRIVATE" | "THERAPIST" | null, locale: "en" | "es" = "en") =>
    inTool(
      <OwnGesture definition={definition} readers={readers} pending={false} onPick={async () => true} />,
      {},
      locale,
    );

  it("is written only once it is said who may read it", () => {
    expect(drawn(null)).toContain("Choose first who may read it.");
    expect(drawn(null)).not.toContain("<textarea");
  });

  it("says beside its field who may read it, in either language", () => {
    expect(drawn("PRIVATE")).toContain("<textarea");
    expect(text(drawn("PRIVATE"))).toMatch(/My own gesture.*Only you/s);
    expect(text(drawn("THERAPIST"))).toContain("You and your therapist");
    expect(text(drawn("PRIVATE", "es"))).toContain("Solo tú");
  });
});

describe("picks made alone", () => {
  const definition: BlockOf<"deck"> = { ...base, deck: "activities", play: "match" };
  const cards = ["a", "b", "c", "d"].map((key) => card(key));
  const seen = (entries: ToolEntry[], given: Partial<Tool> = {}) =>
    inTool(<Match definition={definition} cards={cards} entries={entries} />, { entries, ...given });

  it("shows only what both picked", () => {
    const matched = seen([
      said("yes", "a", { revealedAt: moment }),
      said("yes", "a", { ...theirs, revealedAt: moment }),
      said("yes", "b"),
      said("no", "c", { readers: "PRIVATE" }),
    ]);
    const list = matched.slice(matched.indexOf("What you both picked"));
    expect(list).toContain("Card a");
    expect(list).not.toMatch(/Card [bc]/);
  });

  it("looks the same whatever the other has picked alone", () => {
    expect(text(seen([]))).toContain("What you both pick shows up here.");
  });

  it("gives both the same cards in the same order", () => {
    const first = (position: 1 | 2) => /Card \w/.exec(seen([], { position }))?.[0];
    expect(first(1)).toBe(first(2));
    expect(first(1)).toBeDefined();
  });

  it("rests where nothing reaches the other", () => {
    expect(text(seen([], { delivers: false })).trim()).toBe("This one rests.");
  });
});

describe("the depth that a definition asks for", () => {
  const ofEach = ([1, 2, 3] as const).flatMap((level) =>
    Array.from({ length: 8 }, (_, index) => card(`${level}-${index}`, { level })),
  );
  const plays = { "pick-one": PickOne, match: Match, "answer-mutual": Questions };
  const shown = (definition: BlockOf<"deck">, cards: readonly ToolCard[], seed: string) => {
    const Play = plays[definition.play];
    const markup = inTool(<Play definition={definition} cards={cards} entries={[]} />, { seed });
    return [...new Set([...text(markup).matchAll(/Card (\d)-\d/g)].map(([, level]) => Number(level)))];
  };
  const anyPlay = fc.constantFrom(...(Object.keys(plays) as (keyof typeof plays)[]));
  const anyLevels = fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 3 });

  it("is the depth of every card that comes, however the deck is played", () => {
    fc.assert(
      fc.property(anyPlay, anyLevels, fc.string(), (play, levels, seed) => {
        const found = shown({ ...base, deck: "activities", play, draw: 6, levels }, ofEach, seed);
        expect(found.length).toBeGreaterThan(0);
        for (const level of found) expect(levels).toContain(level);
      }),
      { numRuns: 60 },
    );
  });

  it("is every depth where none is asked for", () => {
    const deck = { ...base, deck: "activities" as const, play: "pick-one" as const, draw: 20 };
    expect(shown(deck, ofEach, "s").sort()).toEqual([1, 2, 3]);
  });

  it("leaves decks without depths as they are", () => {
    const deck = { ...base, deck: "gestures" as const, play: "pick-one" as const, levels: [2] };
    const markup = inTool(<PickOne definition={deck} cards={[card("tea"), card("song")]} entries={[]} />);
    for (const words of ["Card tea", "Card song"]) expect(markup).toContain(words);
  });

  it("still shows what both picked before at another depth", () => {
    const deck = { ...base, deck: "activities" as const, play: "match" as const, levels: [1] };
    const entries = [said("yes", "3-0", { revealedAt: moment }), said("yes", "3-0", { ...theirs, revealedAt: moment })];
    expect(inTool(<Match definition={deck} cards={ofEach} entries={entries} />, { entries })).toContain("Card 3-0");
  });

  it("is told on each card in words, and offered among the filters where cards differ in it", () => {
    const match = { ...base, deck: "activities" as const, play: "match" as const };
    const drawn = (definition: BlockOf<"deck">, locale: "en" | "es" = "en") =>
      text(inTool(<Match definition={definition} cards={ofEach} entries={[]} />, {}, locale));
    for (const words of ["How much it asks", "For today", "Needs some planning", "Something that lasts"])
      expect(drawn(match)).toContain(words);
    for (const words of ["Cuánto pide", "Para hoy", "Hay que planearlo", "Algo que dura"])
      expect(drawn(match, "es")).toContain(words);
    const one = drawn({ ...match, levels: [3] });
    expect(one).toContain("Something that lasts");
    expect(one).not.toMatch(/How much it asks|For today/);
    const questions = drawn({ ...match, deck: "questions" });
    for (const words of ["Depth", "Light", "Deeper", "Deepest"]) expect(questions).toContain(words);
  });
});

describe("filters of cards", () => {
  it("leave in what fits the time, the money and the body", () => {
    const walk = card("walk", { minutes: 45, budget: "free", accessible: true });
    expect(fits(walk, { ...noFilters, minutes: 60, budget: "free", accessible: true })).toBe(true);
    expect(fits(walk, { ...noFilters, minutes: 30 })).toBe(false);
    expect(fits(card("dinner", { budget: "low" }), { ...noFilters, budget: "free" })).toBe(false);
    expect(fits(walk, { ...noFilters, apart: true })).toBe(false);
    expect(fits(walk, { ...noFilters, level: 3 })).toBe(true);
    expect(fits(card("course", { level: 3 }), { ...noFilters, level: 3 })).toBe(true);
    expect(fits(card("course", { level: 3 }), { ...noFilters, level: 1 })).toBe(false);
    expect(fits(card("climb"), { ...noFilters, accessible: true })).toBe(false);
  });

  it("find something in the library's decks for every choice", async () => {
    for (const deck of ["date-ideas", "activities"] as const) {
      const cards = await loadCards(deck);
      const known = filtersOf(cards);
      const minutes = fc.constantFrom(null, 30, 60, 120);
      fc.assert(
        fc.property(
          minutes,
          fc.constantFrom(null, "free" as const, "low" as const),
          fc.boolean(),
          fc.constantFrom(null, ...levelsIn(cards)),
          (time, budget, apart, level) => {
            const asked = { ...noFilters, minutes: time, budget, level, apart: apart && known.apart };
            expect(cards.some((one) => fits(one, asked))).toBe(true);
          },
        ),
      );
    }
  });
});
