import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handOf, risingHand, shuffled } from "./draw";
import { nearestFirst } from "./filters";

const deckOf = (size: number, level = 1) =>
  Array.from({ length: size }, (_, index) => ({ key: `l${level}-${index}`, level }));
const keys = (cards: { key: string }[]) => cards.map(({ key }) => key);
const anyDeck = fc.integer({ min: 1, max: 70 }).map((size) => deckOf(size));
const anyDraw = fc.record({ seed: fc.string(), ordinal: fc.nat(120), count: fc.integer({ min: 1, max: 20 }) });

describe("drawing cards", () => {
  it("gives both partners the same hand, in whatever order their deck came", () => {
    fc.assert(
      fc.property(anyDeck, anyDraw, (deck, draw) => {
        expect(keys(handOf([...deck].reverse(), draw))).toEqual(keys(handOf(deck, draw)));
      }),
    );
  });

  it("fills each hand with different cards", () => {
    fc.assert(
      fc.property(anyDeck, anyDraw, (deck, draw) => {
        const hand = keys(handOf(deck, draw));
        expect(hand).toHaveLength(Math.min(draw.count, deck.length));
        expect(new Set(hand).size).toBe(hand.length);
      }),
    );
  });

  it("brings no card back before the deck is through", () => {
    const sizes = fc.record({ size: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(sizes, fc.string(), ({ size, count }, seed) => {
        const deck = deckOf(size);
        const drawn = Array.from({ length: 3 * size }, (_, ordinal) =>
          keys(handOf(deck, { seed, ordinal, count })),
        ).flat();
        for (let round = 0; round < 3; round++) {
          expect(new Set(drawn.slice(round * size, (round + 1) * size)).size).toBe(size);
        }
      }),
    );
  });

  it("differs from couple to couple and from window to window", () => {
    const deck = deckOf(60);
    const orders = new Set(Array.from({ length: 50 }, (_, couple) => keys(shuffled(deck, `couple-${couple}`)).join()));
    expect(orders.size).toBe(50);
    const days = Array.from({ length: 60 }, (_, ordinal) =>
      keys(handOf(deck, { seed: "s", ordinal, count: 1 })),
    ).flat();
    expect(new Set(days).size).toBe(60);
  });

  it("lets each card come first about equally often", () => {
    const firsts = new Map<string, number>();
    for (let couple = 0; couple < 4000; couple++) {
      const first = shuffled(deckOf(8), `seed ${couple}`)[0]?.key ?? "";
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const times of firsts.values()) expect(Math.abs(times - 500)).toBeLessThan(100);
    expect(firsts.size).toBe(8);
  });

  it("rises in depth, each level through its own cards first", () => {
    const deck = [...deckOf(9, 3), ...deckOf(7, 1), ...deckOf(8, 2)];
    const hand = (ordinal: number) => risingHand(deck, { seed: "s", ordinal, count: 3, levels: [3, 2] });
    expect(hand(0).map(({ level }) => level)).toEqual([2, 2, 3]);
    const deepest = Array.from({ length: 9 }, (_, ordinal) => hand(ordinal)[2]?.key);
    expect(new Set(deepest).size).toBe(9);
  });

  it("fills a hand from the levels that a deck has, and from any card where it has none", () => {
    const plain = Array.from({ length: 9 }, (_, index) => ({ key: `plain-${index}` }));
    const asked = { seed: "s", ordinal: 0, count: 4 };
    expect(risingHand(plain, { ...asked, levels: [1, 3] })).toHaveLength(4);
    expect(risingHand(deckOf(9, 1), { ...asked, levels: [1, 3] })).toHaveLength(4);
  });

  it("keeps to the levels that were asked for", () => {
    const deck = [...deckOf(9, 3), ...deckOf(7, 1), ...deckOf(8, 2)];
    const levels = fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(levels, anyDraw, (asked, draw) => {
        for (const card of risingHand(deck, { ...draw, levels: asked })) expect(asked).toContain(card.level);
      }),
    );
  });
});

describe("ideas for time together", () => {
  const text = { en: "An idea", es: "Una idea" };
  const idea = (key: string, budget: "free" | "some", atHome: boolean, accessible: boolean) => ({
    key,
    text,
    budget,
    atHome,
    accessible,
  });

  it("begin with what is free, at home and easy on the body", () => {
    const far = idea("far", "some", false, false);
    const near = idea("near", "free", true, true);
    const other = idea("other", "free", true, true);
    const half = idea("half", "free", true, false);
    expect(nearestFirst([far, near, half, other])).toEqual([near, other, half, far]);
  });

  it("keep their order in a deck that knows nothing of homes", () => {
    const cards = [
      { key: "b", text, budget: "some" as const },
      { key: "a", text, budget: "free" as const },
    ];
    expect(nearestFirst(cards)).toEqual(cards);
  });
});
