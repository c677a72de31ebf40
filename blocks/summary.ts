import type { ToolEntry } from "./tool";

/** One line of a brief or an export: what it is about, and the words or state, in the reader's language. */
export interface SummaryLine {
  label: string;
  text: string;
  /** Whose it is: 1 or 2. */
  position: 1 | 2;
  at: Date;
}

/**
 * What a block's entries come to, in words, for the brief and the export. `entries` are those of the block that the reader
 * may read; a summary adds nothing to them and compares nobody.
 */
export type Summary<Definition> = (definition: Definition, entries: ToolEntry[], locale: "en" | "es") => SummaryLine[];
