"use client";

import type { ViewProps } from "../block-tool";
import { bodyOf, oldOnes } from "../body";
import { EntryCard, NothingYet, OldEntries } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { NoteWords, noteOf } from "./note-words";
import { note } from "./schema";

/** Notes to read only. Whoever has muted the other's does not meet them here either. */
export function NoteView({ definition, entries, reader }: ViewProps<BlockOf<"note">>) {
  const text = useText();
  const old = oldOnes(note.entries, entries);
  const muted = entries.some(
    ({ kind, mine, body }) => kind === "mute" && mine && bodyOf(note.entries.mute.body, body)?.muted,
  );
  const shown = entries.filter((entry) => entry.kind === "note" && noteOf(entry) && !(muted && !entry.mine));
  return (
    <Frame title={text(definition.label)}>
      {shown.length + old.length === 0 && <NothingYet />}
      {shown.map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <NoteWords entry={entry} />
        </EntryCard>
      ))}
      <OldEntries entries={old} reader={reader} />
    </Frame>
  );
}
