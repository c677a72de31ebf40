import { bodyOf } from "../body";
import type { ToolEntry } from "../tool";
import { note } from "./schema";

/** A note in today's shape, or null. */
export function noteOf(entry: ToolEntry) {
  return bodyOf(note.entries.note.body, entry.body);
}

/** The words of a note, in the hand of whoever wrote it. */
export function NoteWords({ entry }: { entry: ToolEntry }) {
  const stored = noteOf(entry);
  return stored && <p className="display whitespace-pre-line break-words text-20">{stored.words}</p>;
}
