import type { Strategy } from "@/content/schema";
import { keepSmallPromises } from "@/content/strategies/keep-small-promises";
import { listenActively } from "@/content/strategies/listen-actively";

/** The strategy library, in the order it is shown. */
export const strategies: readonly Strategy[] = [keepSmallPromises, listenActively];

/** The keys of the library, in the same order. */
export const strategyKeys: readonly string[] = strategies.map((strategy) => strategy.key);

const byKey = new Map(strategies.map((strategy) => [strategy.key, strategy]));

/** The strategy with this key, or undefined when the library has none. */
export function strategyByKey(key: string): Strategy | undefined {
  return byKey.get(key);
}
