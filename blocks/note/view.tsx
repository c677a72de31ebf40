"use client";

import type { ViewProps } from "../block-tool";
import { EntryCard, NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { isMuted } from "./muted";
import { NoteWords, noteOf } from "./note-words";

/** Notes to read only. Whoever has muted the other's does not meet them here either. */
export function NoteView({ definition, entries, reader }: ViewProps<BlockOf<"note">>) {
  const text = useText();
  const muted = isMuted(entries);
  const shown = entries.filter((entry) => entry.kind === "note" && noteOf(entry) && !(muted && !entry.mine));
  return (
    <Frame title={text(definition.label)}>
      {shown.length === 0 && <NothingYet />}
      {shown.map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <NoteWords entry={entry} />
        </EntryCard>
      ))}
    </Frame>
  );
}
