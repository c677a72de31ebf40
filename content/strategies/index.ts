import type { Strategy } from "@/content/schema";
import { apologiseAndForgive } from "@/content/strategies/apologise-and-forgive";
import { beCurious } from "@/content/strategies/be-curious";
import { beTransparent } from "@/content/strategies/be-transparent";
import { beVulnerable } from "@/content/strategies/be-vulnerable";
import { celebrateSmallWins } from "@/content/strategies/celebrate-small-wins";
import { checkInRegularly } from "@/content/strategies/check-in-regularly";
import { doThingsTogether } from "@/content/strategies/do-things-together";
import { keepSmallPromises } from "@/content/strategies/keep-small-promises";
import { listenActively } from "@/content/strategies/listen-actively";
import { makeQualityTime } from "@/content/strategies/make-quality-time";
import { sayI } from "@/content/strategies/say-i";
import { smallGestures } from "@/content/strategies/small-gestures";

/** The strategy library, in the order it is shown: trust, communication, intimacy, emotional connection. */
export const strategies: readonly Strategy[] = [
  keepSmallPromises,
  beTransparent,
  apologiseAndForgive,
  listenActively,
  sayI,
  checkInRegularly,
  makeQualityTime,
  smallGestures,
  beVulnerable,
  beCurious,
  celebrateSmallWins,
  doThingsTogether,
];

/** The keys of the library, in the same order. */
export const strategyKeys: readonly string[] = strategies.map((strategy) => strategy.key);

const byKey = new Map(strategies.map((strategy) => [strategy.key, strategy]));

/** The strategy with this key, or undefined when the library has none. */
export function strategyByKey(key: string): Strategy | undefined {
  return byKey.get(key);
}
