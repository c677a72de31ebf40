import { addDays, type CivilDate } from "@/server/clock";
import type { Step } from "../../tools";

type Outcome = "open" | "kept" | "renegotiated" | "missed";

/** A promise that was made some days ago for a day some days later; `today` to tell that day. */
export function promise(
  today: CivilDate,
  by: 1 | 2,
  [days, due]: [days: number, due: number],
  what: string,
  state: Outcome,
  more: Partial<Step> = {},
): Step {
  const changed = state === "open" ? {} : { changed: Math.max(1, days - due) };
  const body = { what, by: addDays(today, due - days), state };
  return { by, days, block: "promises", kind: "promise", body, ...changed, ...more };
}

/** That a promise was noticed. */
export const noticed = (by: 1 | 2, days: number, to: string): Step => ({
  ...{ by, days, to, block: "promises", kind: "noticed", body: {} },
});

/** An answer to the question of the day, late in the evening. */
export const question = (by: 1 | 2, days: number, slot: string, words: string): Step => ({
  ...{ by, days, slot, block: "question-of-the-day", kind: "answer", body: { words }, time: [20 + by, 10] },
});

/** What somebody said to a card of a match deck. */
export const pick = (by: 1 | 2, days: number, block: string, slot: string, kind: "yes" | "no" = "yes"): Step => ({
  ...{ by, days, block, slot, kind, body: {} },
  ...(kind === "no" ? { readers: "PRIVATE" as const } : {}),
});

type Plan = { fields: Record<string, string>; at: string | null; minutes: number };

/** A plan, and who is in. */
export const plan = (by: 1 | 2, days: number, block: string, body: Plan, more: Partial<Step> = {}): Step => ({
  ...{ by, days, block, kind: "plan", body, ...more },
});
export const agree = (by: 1 | 2, days: number, block: string, to: string): Step => ({
  ...{ by, days, block, to, kind: "agree", body: {} },
});
