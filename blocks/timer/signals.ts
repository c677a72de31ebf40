import { backAt, type Rules, running, type Talk } from "./fold";

/** Where a talk stands, as a word that differs from the next whenever both phones give a signal; null while none goes on. */
export function stepOf(talk: Talk | undefined): string | null {
  if (!running(talk)) return null;
  const { state } = talk;
  return [talk.startedAt, talk.turn, state.phase, state.phase === "summing" ? "" : state.since].join(".");
}

/** Whether coming from one step to another is told: not the end of a talk, which somebody has just said aloud. */
export function isTold(before: string | null, after: string | null): boolean {
  return after !== null && before !== after;
}

/**
 * Milliseconds until the clock tells of something by itself: the time of a turn is up, or that of a break. Null while no
 * clock runs, and when its hour has passed: whoever comes late is not called twice.
 */
export function untilTold(talk: Talk | undefined, now: number, rules: Rules): number | null {
  if (!running(talk)) return null;
  const { state } = talk;
  const turnUp = state.phase === "speaking" ? state.since + rules.turnMinutes * 60_000 - state.usedBefore : null;
  const at = backAt(talk, rules) ?? turnUp;
  return at !== null && at > now ? at - now : null;
}

/** What a browser takes for somebody's own doing, after which it lets a page sound. */
const taps = ["pointerup", "click", "keydown"] as const;

/** Calls `wake` with every tap and key, wherever on the page, until the answer is called. */
export function wakeOnTap(page: EventTarget, wake: () => void): () => void {
  for (const tap of taps) page.addEventListener(tap, wake, { capture: true, passive: true });
  return () => {
    for (const tap of taps) page.removeEventListener(tap, wake, { capture: true });
  };
}
