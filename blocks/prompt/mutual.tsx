"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type Read, reading } from "../body";
import { EntryCard } from "../parts/entry";
import { Frame } from "../parts/frame";
import { SaveButton, SaveStatus } from "../parts/save-button";
import { canTakeBack, TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { useOwn } from "../parts/use-own";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { type AnswerBody, AnswerWords } from "./answer";
import { Caution } from "./caution";
import { AnswerFields } from "./fields";
import { prompt } from "./schema";
import { useAnswer } from "./use-answer";

type Definition = BlockOf<"prompt">;
type Answer = Read<AnswerBody>;

/** A question that both answer alone; both answers open at once, and nothing says before whether there is another one. */
export function MutualForm({ definition }: { definition: Definition }) {
  const text = useText();
  const tool = useTool();
  const taking = useTakeBack();
  const [editing, setEditing] = useState(false);
  const all = entriesOf(tool, definition.id);
  const pass = useOwn(definition.id, "pass");
  const answers = reading(prompt.entries.answer.body, all, "answer").filter(
    ({ entry }) => entry.ordinal === tool.ordinal,
  );
  const own = answers.find(({ entry }) => entry.mine);
  const revealed = answers.filter(({ entry }) => entry.revealedAt !== null);
  return (
    <Frame title={text(definition.label)}>
      {revealed.map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader="author">
          <AnswerWords definition={definition} body={body} />
        </EntryCard>
      ))}
      {own && !own.entry.revealedAt && !editing && (
        <Confirmed definition={definition} answer={own} taking={taking} onEdit={() => setEditing(true)} />
      )}
      {pass && !own && <Rests pass={pass} taking={taking} />}
      {!tool.delivers && !own && !pass && <ToThinkAbout definition={definition} />}
      {tool.delivers && !pass && (!own || editing) && !own?.entry.revealedAt && (
        <ComposeMutual definition={definition} own={own} onDone={() => setEditing(false)} />
      )}
      {!pass && <TakenBack taking={taking} />}
    </Frame>
  );
}

/** While nothing may reach the partner, the question is there to think about. */
function ToThinkAbout({ definition }: { definition: Definition }) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  return (
    <>
      <p className="text-16 text-ink-soft">{words("toThinkAbout")}</p>
      <ul className="grid list-disc gap-1.5 pl-5 text-17">
        {definition.parts.flatMap(({ key, label, hint }) => {
          const said = label ?? hint;
          return said ? [<li key={key}>{text(said)}</li>] : [];
        })}
      </ul>
    </>
  );
}

type ConfirmedProps = {
  definition: Definition;
  answer: Answer;
  taking: ReturnType<typeof useTakeBack>;
  onEdit: () => void;
};

function Confirmed({ definition, answer, taking, onEdit }: ConfirmedProps) {
  const words = useTranslations("blocks.prompt");
  const parts = useTranslations("blocks.parts");
  const tool = useTool();
  return (
    <EntryCard
      entry={answer.entry}
      reader="author"
      actions={
        canTakeBack(tool, answer.entry, true) && (
          <>
            {tool.delivers && (
              <Button variant="quiet" onClick={onEdit}>
                {parts("change")}
              </Button>
            )}
            <TakeBackButton entry={answer.entry} taking={taking} />
          </>
        )
      }
    >
      <AnswerWords definition={definition} body={answer.body} />
      <p className="rounded-m bg-primary-wash px-4 py-3 text-16">{words("confirmed")}</p>
    </EntryCard>
  );
}

function Rests({ pass, taking }: { pass: ToolEntry; taking: ReturnType<typeof useTakeBack> }) {
  const words = useTranslations("blocks.prompt");
  return (
    <div role="status" className="grid gap-2 rounded-l bg-sunken p-4.5 text-16">
      <p>{words("rests")}</p>
      <TakeBackButton entry={pass} taking={taking}>
        {words("answerAfterAll")}
      </TakeBackButton>
    </div>
  );
}

type ComposeProps = { definition: Definition; own?: Answer; onDone: () => void };

/** First the words, then how they will be read, then the confirmation. */
function ComposeMutual({ definition, own, onDone }: ComposeProps) {
  const words = useTranslations("blocks.prompt");
  const answer = useAnswer(definition, own);
  const [shown, setShown] = useState<AnswerBody | null>(null);
  const passing = useSave();
  const pass = () =>
    passing.save({
      entryId: newEntryId(),
      version: 0,
      block: definition.id,
      kind: "pass",
      readers: "PRIVATE",
      body: { v: 1 },
    });
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4 rounded-l border border-line bg-surface p-4.5 shadow-card sm:p-5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!shown) return setShown(answer.check());
        if (await answer.send()) onDone();
        setShown(null);
      }}
    >
      {shown ? (
        <>
          <h3 className="font-semibold text-16 text-ink-soft">{words("preview")}</h3>
          <AnswerWords definition={definition} body={shown} />
          <p className="text-16 text-ink-soft">{words("beforeConfirm")}</p>
          <SaveButton state={answer.state}>{words("confirm")}</SaveButton>
          <Button variant="quiet" size="large" wide onClick={() => setShown(null)}>
            {words("back")}
          </Button>
        </>
      ) : (
        <>
          <Caution definition={definition} />
          <AnswerFields definition={definition} answer={answer} editing={own !== undefined} />
          <Button type="submit" size="large" wide>
            {words("lookAtIt")}
          </Button>
          {own ? (
            <Button variant="quiet" size="large" wide onClick={onDone}>
              {words("leaveAsIs")}
            </Button>
          ) : (
            <Button variant="quiet" size="large" wide pending={passing.state.kind === "pending"} onClick={pass}>
              {words("pass")}
            </Button>
          )}
          {answer.state.kind === "failed" && <SaveStatus state={answer.state} />}
          {passing.state.kind === "failed" && <SaveStatus state={passing.state} />}
        </>
      )}
    </form>
  );
}
