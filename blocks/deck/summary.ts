import { bodyOf, oldOnes } from "../body";
import type { BlockOf } from "../registry";
import { type CardWords, inOrder, oldLines, type Summary, type SummaryLine, summaryLine } from "../summary";
import type { ToolEntry } from "../tool";
import { textFor } from "../words";
import { deck } from "./schema";
import { openedCards } from "./state";

/**
 * What was picked, the answers that have opened, and what both picked. An answer that has not opened is its author's alone, so
 * it stands only in the author's own summary.
 */
export const deckSummary: Summary<BlockOf<"deck">> = (definition, entries, locale, cards) => {
  const title = textFor(definition.label, locale);
  const say: CardWords = (key) => cards?.(key);
  const opened = new Set(openedCards(entries, "answer"));
  const wordsOf = (key: string | null) => {
    const text = key === null ? undefined : say(key);
    return text ? textFor(text, locale) : title;
  };
  const known = { title, wordsOf, opened };
  const lines = entries.flatMap((entry): SummaryLine[] => {
    const line = lineOf(entry, known);
    return line ? [summaryLine(entry, line.label, line.text)] : [];
  });
  return inOrder([...lines, ...matchedLines(entries, known), ...oldLines(oldOnes(deck.entries, entries), title)]);
};

type Known = { title: string; wordsOf: (key: string | null) => string; opened: ReadonlySet<string> };

function lineOf(entry: ToolEntry, { title, wordsOf, opened }: Known): Pick<SummaryLine, "label" | "text"> | null {
  if (entry.kind === "pick") {
    const picked = bodyOf(deck.entries.pick.body, entry.body);
    return picked && { label: title, text: picked.words || wordsOf(picked.card) };
  }
  if (entry.kind === "answer") {
    const answer = bodyOf(deck.entries.answer.body, entry.body);
    return answer && (entry.mine || opened.has(entry.slot ?? ""))
      ? { label: wordsOf(entry.slot), text: answer.words }
      : null;
  }
  return null;
}

/** What both picked: once, since it is both's. */
function matchedLines(entries: readonly ToolEntry[], { title, wordsOf }: Known): SummaryLine[] {
  return openedCards(entries, "yes").flatMap((card) => {
    const [entry] = entries.filter(({ kind, slot, revealedAt }) => kind === "yes" && slot === card && revealedAt);
    return entry ? [{ ...summaryLine(entry, title, wordsOf(card)), position: null }] : [];
  });
}
