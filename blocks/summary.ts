import { readable } from "./readable";
import type { ToolEntry } from "./tool";
import type { LocalizedText } from "./words";

/** One line of a brief or an export: what it is about, and the words or state, in the reader's language. */
export interface SummaryLine {
  label: string;
  text: string;
  /** Whose it is: 1 or 2; null for what is both's alike, a talk or what both picked. */
  position: 1 | 2 | null;
  at: Date;
  /** The entry that it tells of, the first where it tells of several. */
  entryId: string;
}

/** The words on a card of the block's deck; undefined for one that the deck no longer has. */
export type CardWords = (key: string) => LocalizedText | undefined;

/**
 * What a block's entries come to, in words, for the brief and the export. `entries` are those of the block that the reader
 * may read; a summary adds nothing to them and compares nobody. `cards` knows the deck of a deck block.
 */
export type Summary<Definition> = (
  definition: Definition,
  entries: ToolEntry[],
  locale: "en" | "es",
  cards?: CardWords,
) => SummaryLine[];

/** A line of a summary for one entry. */
export function summaryLine(entry: ToolEntry, label: string, text: string): SummaryLine {
  return { label, text, position: entry.position, at: entry.createdAt, entryId: entry.entryId };
}

/** Lines for entries whose shape is no longer known: their words as they stand. Empty ones say nothing. */
export function oldLines(entries: readonly ToolEntry[], label: string): SummaryLine[] {
  return entries.flatMap((entry) => {
    const text = readable(entry.body).join("\n");
    return text === "" ? [] : [summaryLine(entry, label, text)];
  });
}

/** Lines in the order in which their entries were written. */
export function inOrder(lines: SummaryLine[]): SummaryLine[] {
  return lines.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
