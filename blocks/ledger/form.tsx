"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Fold } from "../parts/fold";
import { Frame } from "../parts/frame";
import { SaveStatus } from "../parts/save-button";
import { canTakeBack, TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { useDraft } from "../parts/use-draft";
import { usePartner } from "../parts/use-partner";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { ComposePromise, type Composing, composing, nothingYet } from "./compose";
import { near, noticeOf, PromiseCard, promiseOf } from "./promise";

type LedgerProps = { definition: BlockOf<"ledger"> };

/** The promise ledger: promises of one's own to mark, and those the partner has shared to notice. No counts anywhere. */
export function LedgerForm({ definition }: LedgerProps) {
  const words = useTranslations("blocks.ledger");
  const partner = usePartner();
  const tool = useTool();
  const draft = useDraft<Composing>(`${definition.id}.promise`, composing, nothingYet);
  const compose = useRef<HTMLDivElement>(null);
  const entries = entriesOf(tool, definition.id);
  const own = near(
    entries.filter(({ mine }) => mine),
    tool.now(),
  );
  const theirs = near(
    entries.filter(({ mine }) => !mine),
    tool.now(),
  );
  const again = (entry: ToolEntry) => {
    draft.change({ ...nothingYet(), readers: entry.readers, what: promiseOf(entry)?.what ?? "" });
    compose.current?.scrollIntoView({ block: "start" });
    compose.current?.focus({ preventScroll: true });
  };
  const taking = useTakeBack();
  const card = (entry: ToolEntry) => (
    <OwnPromise key={entry.entryId} {...{ definition, entry, entries, again, taking }} />
  );
  const theirCard = (entry: ToolEntry) => <TheirPromise key={entry.entryId} {...{ definition, entry, entries }} />;
  return (
    <div className="grid gap-10">
      <Frame title={words("title")} text={words("text")}>
        <div ref={compose} tabIndex={-1} className="scroll-mt-20 outline-none">
          <ComposePromise definition={definition} draft={draft} />
        </div>
        {own.shown.map(card)}
        <TakenBack taking={taking} />
        <Fold label={words("earlier")} items={own.earlier.map(card)} />
      </Frame>
      {theirs.shown.length + theirs.earlier.length > 0 && (
        <Frame title={words("theirs", partner)}>
          {theirs.shown.map(theirCard)}
          <Fold label={words("earlier")} items={theirs.earlier.map(theirCard)} />
        </Frame>
      )}
    </div>
  );
}

type CardProps = LedgerProps & { entry: ToolEntry; entries: readonly ToolEntry[] };
type OwnProps = CardProps & { again: (entry: ToolEntry) => void; taking: ReturnType<typeof useTakeBack> };

const outcomes = ["kept", "renegotiated", "missed"] as const;

/** A promise of one's own. Pressing the mark that it has takes the mark away. */
function OwnPromise({ definition, entry, entries, again, taking }: OwnProps) {
  const words = useTranslations("blocks.ledger");
  const partner = usePartner();
  const text = useText();
  const tool = useTool();
  const { state, save } = useSave();
  const promise = promiseOf(entry);
  const mark = (outcome: (typeof outcomes)[number]) => {
    const next = promise?.state === outcome ? "open" : outcome;
    const { entryId, version, block, kind } = entry;
    const readers = entry.readers === "SHARED" && !tool.delivers ? "THERAPIST" : entry.readers;
    void save({ entryId, version, block, kind, readers, body: { ...promise, state: next } });
  };
  const marks = promise && (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-2 font-semibold text-16">{words("how")}</legend>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          variant="ghost"
          className="min-h-11 px-4! aria-pressed:bg-primary-wash aria-pressed:inset-ring-primary"
          aria-pressed={promise.state === outcome}
          onClick={() => mark(outcome)}
        >
          {text(definition.states[outcome])}
        </Button>
      ))}
    </fieldset>
  );
  const gone = canTakeBack(tool, entry) && <TakeBackButton entry={entry} taking={taking} />;
  return (
    <PromiseCard definition={definition} entry={entry} reader="author" actions={gone}>
      {noticeOf(entries, entry) && <Noticed>{words("partnerNoticed", partner)}</Noticed>}
      {marks}
      {promise?.state === "renegotiated" && (
        <div className="grid justify-items-start gap-1">
          <p className="text-16 text-ink-soft">{words("care")}</p>
          <Button variant="quiet" className="-ml-3 min-h-11" onClick={() => again(entry)}>
            {words("again")}
          </Button>
        </div>
      )}
      {promise?.state === "missed" && <p className="text-16 text-ink-soft">{words("missedText")}</p>}
      {state.kind === "failed" && <SaveStatus state={state} />}
    </PromiseCard>
  );
}

/** A promise of the partner's: all that can be said to it is that it was noticed. */
function TheirPromise({ definition, entry, entries }: CardProps) {
  const words = useTranslations("blocks.ledger");
  const text = useText();
  const { state, save, takeBack } = useSave();
  const notice = noticeOf(entries, entry);
  const entryId = useRef<string | null>(null);
  const add = async () => {
    entryId.current ??= newEntryId();
    const slot = entry.entryId;
    const draft = { entryId: entryId.current, version: 0, block: definition.id, kind: "noticed", slot };
    if (await save({ ...draft, readers: "SHARED", body: { v: 1 } })) entryId.current = null;
  };
  const action = notice ? (
    <>
      <Noticed>{words("youNoticed")}</Noticed>
      <Button variant="quiet" className="min-h-11" onClick={() => takeBack(notice)}>
        {words("unnotice")}
      </Button>
    </>
  ) : (
    <Button variant="ghost" className="min-h-11" pending={state.kind === "pending"} onClick={add}>
      <Eye aria-hidden size={17} />
      {text(definition.noticed)}
    </Button>
  );
  return (
    <PromiseCard definition={definition} entry={entry} reader="author" actions={action}>
      {state.kind === "failed" && <SaveStatus state={state} />}
    </PromiseCard>
  );
}

function Noticed({ children }: { children: string }) {
  return (
    <p className="inline-flex grow items-center gap-2 text-16">
      <Eye aria-hidden size={17} className="shrink-0 text-primary" />
      {children}
    </p>
  );
}
