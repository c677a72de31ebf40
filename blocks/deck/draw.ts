import { ofLevels } from "./filters";

/** Anything with a key, and a depth where its deck has levels. */
interface Drawable {
  key: string;
  level?: number;
}

/** A number from a text (FNV-1a, 32 bit), the same on every device. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}

/** A sequence of numbers from 0 to below 1 that its seed decides (mulberry32). */
function sequence(seed: string): () => number {
  let state = numberOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The cards in an order that the seed decides (Fisher–Yates); the deck's own order does not matter. */
export function shuffled<Card extends Drawable>(cards: readonly Card[], seed: string): Card[] {
  const order = [...cards].sort((one, other) => (one.key < other.key ? -1 : 1));
  const next = sequence(seed);
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(next() * (last + 1));
    const [one, other] = [order[last], order[chosen]];
    if (one && other) [order[last], order[chosen]] = [other, one];
  }
  return order;
}

/**
 * The hand of a window: the same for whoever has the same seed, and no card comes back before the deck is through.
 * @param ordinal the window, counted from 0
 * @param count how many cards; fewer where the deck has fewer
 */
export function handOf<Card extends Drawable>(
  cards: readonly Card[],
  { seed, ordinal, count }: { seed: string; ordinal: number; count: number },
): Card[] {
  const size = Math.min(count, cards.length);
  if (size === 0) return [];
  let left: Card[] = [];
  let hand: Card[] = [];
  for (let window = 0, round = 0; window <= ordinal; window++) {
    hand = left.splice(0, size);
    if (hand.length < size) {
      const fresh = shuffled(cards, `${seed}:${round++}`);
      const added = fresh.filter((card) => !hand.includes(card)).slice(0, size - hand.length);
      left = fresh.filter((card) => !added.includes(card));
      hand = [...hand, ...added];
    }
  }
  return hand;
}

/**
 * A hand that rises in depth: as many cards of each level as fit, the lighter ones first and more of them. With fewer cards
 * than levels, whatever comes of any of them.
 */
export function risingHand<Card extends Drawable>(
  cards: readonly Card[],
  draw: { seed: string; ordinal: number; count: number; levels?: readonly number[] },
): Card[] {
  const within = ofLevels(cards, draw.levels);
  const levels = [...new Set(draw.levels ?? [])]
    .sort((one, other) => one - other)
    .filter((level) => within.some((card) => card.level === level));
  if (levels.length < 2 || draw.count < levels.length) return handOf(within, draw);
  return levels.flatMap((level, index) => {
    const count = Math.floor(draw.count / levels.length) + (index < draw.count % levels.length ? 1 : 0);
    const ofLevel = within.filter((card) => card.level === level);
    return handOf(ofLevel, { seed: `${draw.seed}:${level}`, ordinal: draw.ordinal, count });
  });
}
