import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { note } from "./schema";

/** Each note in its words. Who mutes notes is in no summary. */
export const noteSummary: Summary<BlockOf<"note">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const notes = reading(note.entries.note.body, entries, "note").map(({ entry, body }) =>
    summaryLine(entry, label, body.words),
  );
  return inOrder([...notes, ...oldLines(oldOnes(note.entries, entries), label)]);
};
