import type { ToolCard } from "../cards";

export type Level = NonNullable<ToolCard["level"]>;

/** What a person is in the mood for today; stored nowhere and known to nobody else. */
export interface Filters {
  /** At most so many minutes; null for any. */
  minutes: number | null;
  /** At most so much money; null for any. */
  budget: "free" | "low" | null;
  /** Of this depth alone; null for any. */
  level: Level | null;
  apart: boolean;
  accessible: boolean;
}

export const noFilters: Filters = { minutes: null, budget: null, level: null, apart: false, accessible: false };

export const minuteChoices = [30, 60, 120] as const;
export const budgetChoices = ["free", "low"] as const;

const costs = ["free", "low", "some"];

/** Whether a card fits. A card that does not know something of itself is not left out for it, but for access. */
export function fits(card: ToolCard, { minutes, budget, level, apart, accessible }: Filters): boolean {
  if (minutes !== null && (card.minutes ?? 0) > minutes) return false;
  if (budget !== null && costs.indexOf(card.budget ?? "free") > costs.indexOf(budget)) return false;
  if (level !== null && card.level !== undefined && card.level !== level) return false;
  if (apart && !card.apart) return false;
  return !accessible || card.accessible === true;
}

/**
 * Ideas in the order in which they are shown: first what is free, at home and easy on the body, then what lacks one of these,
 * and so on. Among equals, and in decks that know nothing of homes, the order stays as it was.
 */
export function nearestFirst<Card extends ToolCard>(cards: readonly Card[]): Card[] {
  const lacks = ({ budget, atHome, accessible }: ToolCard) =>
    atHome === undefined ? 0 : [budget === "free", atHome, accessible === true].filter((fact) => !fact).length;
  return cards.toSorted((one, other) => lacks(one) - lacks(other));
}

/** The cards of the depths that a definition asks for; all of them where it asks for none, or where cards have none. */
export function ofLevels<Card extends { level?: number }>(
  cards: readonly Card[],
  levels: readonly number[] | undefined,
): readonly Card[] {
  if (!levels || levels.length === 0) return cards;
  return cards.filter(({ level }) => level === undefined || levels.includes(level));
}

/** The depths that the cards of a deck have, from the lightest on. */
export function levelsIn(cards: readonly ToolCard[]): Level[] {
  const found = new Set(cards.map(({ level }) => level));
  return ([1, 2, 3] as const).filter((level) => found.has(level));
}

/** Which filters make a difference in a deck. */
export function filtersOf(cards: readonly ToolCard[]): Record<keyof Filters, boolean> {
  return {
    minutes: cards.some((card) => card.minutes !== undefined),
    budget: cards.some((card) => card.budget !== undefined),
    level: levelsIn(cards).length > 1,
    apart: cards.some((card) => card.apart),
    accessible: cards.some((card) => card.accessible),
  };
}
