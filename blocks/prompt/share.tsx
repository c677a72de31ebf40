"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type Read, reading } from "../body";
import { EntryCard, useMoment } from "../parts/entry";
import { Frame } from "../parts/frame";
import { SaveButton } from "../parts/save-button";
import { canTakeBack, TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { useTick } from "../parts/use-tick";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, useTool } from "../tool";
import { type AnswerBody, AnswerWords } from "./answer";
import { Caution } from "./caution";
import { AnswerFields } from "./fields";
import { Responses } from "./respond";
import { prompt } from "./schema";
import { useAnswer } from "./use-answer";

type Definition = BlockOf<"prompt">;
type Answer = Read<AnswerBody>;

/** An answer in one card with its parts: kept, given to the therapist, or shared, at once or after its hold. */
export function ShareForm({ definition }: { definition: Definition }) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  const tool = useTool();
  const taking = useTakeBack();
  const [writing, setWriting] = useState(false);
  const all = entriesOf(tool, definition.id);
  const answers = reading(prompt.entries.answer.body, all, "answer");
  const own = answers.filter(({ entry }) => entry.mine && entry.ordinal === tool.ordinal);
  const earlier = answers.filter(({ entry }) => entry.mine && entry.ordinal !== tool.ordinal);
  const theirs = answers.filter(({ entry }) => !entry.mine);
  useTick(own.some(({ entry }) => canTakeBack(tool, entry)) ? 30_000 : null);
  return (
    <Frame title={text(definition.label)}>
      {own.map((answer) => (
        <OwnAnswer key={answer.entry.entryId} definition={definition} answer={answer} taking={taking} />
      ))}
      <TakenBack taking={taking} />
      {own.length === 0 || writing ? (
        <Compose definition={definition} onDone={() => setWriting(false)} />
      ) : (
        <Button variant="ghost" size="large" className="justify-self-start" onClick={() => setWriting(true)}>
          {words("another")}
        </Button>
      )}
      {theirs.toReversed().map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader="author">
          <AnswerWords definition={definition} body={body} />
          <Responses definition={definition} entry={entry} entries={all} />
        </EntryCard>
      ))}
      <Earlier definition={definition} answers={earlier} />
    </Frame>
  );
}

type OwnProps = { definition: Definition; answer: Answer; taking: ReturnType<typeof useTakeBack> };

/** One's own answer: while it is held it says until when it can be changed or taken back. */
export function OwnAnswer({ definition, answer, taking }: OwnProps) {
  const words = useTranslations("blocks.parts");
  const tool = useTool();
  const [editing, setEditing] = useState(false);
  const { entry, body } = answer;
  const open = canTakeBack(tool, entry, definition.collect);
  const carried = entry.readers !== "SHARED" || tool.delivers;
  const editable = open || entry.readers === "THERAPIST";
  if (editing && editable && carried)
    return <Compose definition={definition} own={answer} onDone={() => setEditing(false)} />;
  return (
    <EntryCard
      entry={entry}
      reader="author"
      actions={
        editable && (
          <>
            {carried && (
              <Button variant="quiet" onClick={() => setEditing(true)}>
                {words("change")}
              </Button>
            )}
            {open && <TakeBackButton entry={entry} taking={taking} />}
          </>
        )
      }
    >
      <AnswerWords definition={definition} body={body} />
      <HeldUntil entry={entry} />
      <Responses definition={definition} entry={entry} entries={entriesOf(tool, definition.id)} />
    </EntryCard>
  );
}

function HeldUntil({ entry }: { entry: Answer["entry"] }) {
  const words = useTranslations("blocks.prompt");
  const tool = useTool();
  const moment = useMoment();
  if (entry.readers !== "SHARED" || !entry.sharedAt || entry.sharedAt.getTime() <= tool.now()) return null;
  return (
    <p className="rounded-m bg-primary-wash px-4 py-3 text-16">
      {words("heldUntil", { time: moment(entry.sharedAt), name: tool.partnerName ?? "none" })}
    </p>
  );
}

type ComposeProps = { definition: Definition; own?: Answer; onDone: () => void };

/** The answer while it is written. */
export function Compose({ definition, own, onDone }: ComposeProps) {
  const words = useTranslations("blocks.prompt");
  const parts = useTranslations("blocks.parts");
  const answer = useAnswer(definition, own);
  const shares = answer.readers === "SHARED";
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 rounded-l border border-line bg-surface p-4.5 shadow-card sm:p-5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (await answer.send()) onDone();
      }}
    >
      {!own && <Caution definition={definition} />}
      <AnswerFields definition={definition} answer={answer} editing={own !== undefined} />
      {answer.readers && shares && definition.holdHours && (
        <p className="text-16 text-ink-soft">{words("hold", { hours: definition.holdHours })}</p>
      )}
      {answer.readers && (
        <SaveButton state={answer.state} variant={definition.collect ? "ghost" : "primary"}>
          {own ? parts("save") : words(shares ? "share" : definition.collect ? "add" : "save")}
        </SaveButton>
      )}
      {own && (
        <Button
          variant="quiet"
          size="large"
          wide
          onClick={() => {
            answer.reset();
            onDone();
          }}
        >
          {parts("cancel")}
        </Button>
      )}
    </form>
  );
}

function Earlier({ definition, answers }: { definition: Definition; answers: Answer[] }) {
  const words = useTranslations("blocks.prompt");
  if (answers.length === 0) return null;
  return (
    <details className="grid gap-3">
      <summary className="link inline-flex min-h-11 items-center">{words("earlier")}</summary>
      <div className="mt-2 grid gap-3">
        {answers.toReversed().map(({ entry, body }) => (
          <EntryCard key={entry.entryId} entry={entry} reader="author">
            <AnswerWords definition={definition} body={body} />
          </EntryCard>
        ))}
      </div>
    </details>
  );
}
