import { bodyOf } from "../body";
import type { ToolEntry } from "../tool";
import { deck } from "./schema";

/**
 * Where a question stands for whoever looks. "rests" is one and the same for a pass, an answer taken back and a window that is
 * over, so that nobody learns which it was.
 */
export type QuestionState =
  | { kind: "open" }
  | { kind: "kept"; own: ToolEntry }
  | { kind: "revealed"; answers: ToolEntry[] }
  | { kind: "rests"; pass: ToolEntry | null };

const on = (entries: readonly ToolEntry[], kind: string, card: string) =>
  entries.filter((entry) => entry.kind === kind && entry.slot === card);

/**
 * The state of a question. @param entries of the window in which it is asked: a card that comes back is asked anew
 * @param live whether its window is open and it can be answered now
 */
export function questionState(entries: readonly ToolEntry[], card: string, live: boolean): QuestionState {
  const answers = on(entries, "answer", card);
  if (answers.some(({ revealedAt }) => revealedAt)) return { kind: "revealed", answers };
  const pass = on(entries, "pass", card).find(({ mine }) => mine) ?? null;
  if (pass || !live) return { kind: "rests", pass };
  const own = answers.find(({ mine }) => mine);
  return own ? { kind: "kept", own } : { kind: "open" };
}

/** The cards whose gate has opened, by the hour at which it did, latest first. */
export function openedCards(entries: readonly ToolEntry[], kind: "answer" | "yes"): string[] {
  const at = new Map<string, number>();
  for (const { kind: found, slot, revealedAt } of entries) {
    if (found === kind && slot !== null && revealedAt) at.set(slot, revealedAt.getTime());
  }
  return [...at].sort(([, one], [, other]) => other - one).map(([slot]) => slot);
}

/** What one has already said to each card of a match deck. */
export function picksOf(entries: readonly ToolEntry[]): Map<string, ToolEntry> {
  const picks = new Map<string, ToolEntry>();
  for (const entry of entries) {
    if (entry.mine && entry.slot !== null && (entry.kind === "yes" || entry.kind === "no"))
      picks.set(entry.slot, entry);
  }
  return picks;
}

/** Whether touch is left out of the gestures, with the entry that says so. */
export function touchFilter(entries: readonly ToolEntry[]): { out: boolean; entry: ToolEntry | null } {
  const entry = entries.find(({ kind, mine }) => kind === "filter" && mine) ?? null;
  return { out: (entry && bodyOf(deck.entries.filter.body, entry.body)?.touch === false) ?? false, entry };
}
