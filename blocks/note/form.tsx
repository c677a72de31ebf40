"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Switch } from "@/components/ui/switch";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { EntryCard, useMoment } from "../parts/entry";
import { Fold } from "../parts/fold";
import { Frame } from "../parts/frame";
import { SaveStatus } from "../parts/save-button";
import { TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { newEntryId, useSave } from "../parts/use-save";
import { useTick } from "../parts/use-tick";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { isMuted } from "./muted";
import { NoteWords, noteOf } from "./note-words";
import { WriteNote } from "./write";

type NoteProps = { definition: BlockOf<"note"> };

/** Notes: to write and send off for a chosen hour, and those that have come. Nobody learns whether one was read or muted. */
export function NoteForm({ definition }: NoteProps) {
  const words = useTranslations("blocks.note");
  const text = useText();
  const tool = useTool();
  useTick(30_000);
  const entries = entriesOf(tool, definition.id);
  const notes = entries.filter((entry) => entry.kind === "note" && noteOf(entry));
  const own = notes.filter(({ mine }) => mine).reverse();
  const waiting = own.filter((entry) => isWaiting(entry, tool.now()));
  const gone = own.filter((entry) => !waiting.includes(entry));
  const taking = useTakeBack({ timed: true });
  return (
    <div className="grid gap-10">
      <Frame title={text(definition.label)} text={definition.hint && text(definition.hint)}>
        {tool.delivers ? (
          <WriteNote definition={definition} />
        ) : (
          <p className="text-16 text-ink-soft">{words("rests")}</p>
        )}
        {waiting.map((entry) => (
          <OwnNote key={entry.entryId} entry={entry} taking={taking} />
        ))}
        <TakenBack taking={taking} />
        <Fold label={words("earlier")} items={gone.map((entry) => <OwnNote key={entry.entryId} entry={entry} />)} />
      </Frame>
      <Received definition={definition} entries={entries} notes={notes.filter(({ mine }) => !mine).reverse()} />
    </div>
  );
}

/** Whether a note's hour has not come yet. */
export function isWaiting(entry: ToolEntry, now: number): boolean {
  return entry.sharedAt !== null && entry.sharedAt.getTime() > now;
}

function OwnNote({ entry, taking }: { entry: ToolEntry; taking?: ReturnType<typeof useTakeBack> }) {
  const words = useTranslations("blocks.note");
  const moment = useMoment();
  return (
    <EntryCard entry={entry} reader="author" actions={taking && <TakeBackButton entry={entry} taking={taking} />}>
      <NoteWords entry={entry} />
      {entry.readers === "PRIVATE" && <p className="text-16 text-ink-soft">{words("keptBack")}</p>}
      {taking && entry.sharedAt && (
        <p className="text-16 text-ink-soft">{words("arrives", { at: moment(entry.sharedAt) })}</p>
      )}
    </EntryCard>
  );
}

type ReceivedProps = NoteProps & { entries: readonly ToolEntry[]; notes: readonly ToolEntry[] };

/** Notes that have come, or the quiet that their reader asked for. */
function Received({ definition, entries, notes }: ReceivedProps) {
  const words = useTranslations("blocks.note");
  const { state, save } = useSave();
  const setting = entries.find(({ kind, mine }) => kind === "mute" && mine);
  const muted = isMuted(entries);
  const first = useRef<string | null>(null);
  const change = (next: boolean) => {
    first.current ??= newEntryId();
    const about = { entryId: setting?.entryId ?? first.current, version: setting?.version ?? 0 };
    const draft = { ...about, block: definition.id, kind: "mute", readers: "PRIVATE" as const };
    void save({ ...draft, body: { v: 1, muted: next } });
  };
  return (
    <Frame title={words("received")}>
      {muted && <p className="text-16 text-ink-soft">{words("muted")}</p>}
      {!muted && notes.length === 0 && <p className="text-16 text-ink-soft">{words("none")}</p>}
      {!muted &&
        notes.map((entry) => (
          <EntryCard key={entry.entryId} entry={entry} reader="partner">
            <NoteWords entry={entry} />
          </EntryCard>
        ))}
      <div className="grid gap-1 border-line border-t pt-3">
        <Switch
          label={words("mute")}
          checked={muted}
          disabled={state.kind === "pending"}
          onChange={({ target }) => change(target.checked)}
        />
        <VisibilityLabel visibility="PRIVATE" />
        {state.kind === "failed" && <SaveStatus state={state} />}
      </div>
    </Frame>
  );
}
