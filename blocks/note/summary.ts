import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { note } from "./schema";

/** Each note in its words. Who mutes notes is in no summary; whoever does meets none of the other's in their own. */
export const noteSummary: Summary<BlockOf<"note">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const muted = reading(note.entries.mute.body, entries, "mute").some(({ entry, body }) => entry.mine && body.muted);
  const heard = reading(note.entries.note.body, entries, "note").filter(({ entry }) => entry.mine || !muted);
  const notes = heard.map(({ entry, body }) => summaryLine(entry, label, body.words));
  return inOrder([...notes, ...oldLines(oldOnes(note.entries, entries), label)]);
};
