"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { bodyOf } from "../body";

import { OwnWords } from "../parts/own-words";
import { choicesOf, onlyChoice, ReadersChoice } from "../parts/readers-choice";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { repair } from "./schema";

const answers = ["heard", "notYet", "somethingElse"] as const;
const answering = z.object({
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  answer: z.enum(answers).nullable(),
  words: z.string(),
});
type Answering = z.infer<typeof answering>;

/** An answer's body in today's shape, or null. */
export function answerOf(entry: ToolEntry) {
  return bodyOf(repair.entries.answer.body, entry.body);
}

type WordsProps = { definition: BlockOf<"repair">; entry: ToolEntry };

/** A stored answer. */
export function AnswerWords({ definition, entry }: WordsProps) {
  const text = useText();
  const stored = answerOf(entry);
  if (!stored) return null;
  return (
    <div className="grid gap-1">
      <p className="font-semibold text-17">{text(definition.answers[stored.answer])}</p>
      {stored.words && <p className="whitespace-pre-line break-words text-17">{stored.words}</p>}
    </div>
  );
}

type AnswerProps = { definition: BlockOf<"repair">; apologyId: string; entry?: ToolEntry; onDone?: () => void };

/** Three answers that are all good ones, and none is owed. */
export function AnswerForm({ definition, apologyId, entry, onDone }: AnswerProps) {
  const words = useTranslations("blocks.repair");
  const parts = useTranslations("blocks.parts");
  const text = useText();
  const tool = useTool();
  const { draft, faults, submit, state } = useAnswering(definition, apologyId, entry, onDone);
  const { value, change } = draft;
  const choices = choicesOf(tool, definition, "answer");
  const readers = onlyChoice(choices) ?? value.readers;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <p className="text-16 text-ink-soft">{words("answerText")}</p>
      <ReadersChoice
        name={`${definition.id}-answer-readers`}
        choices={choices}
        value={readers}
        onChange={(next) => change({ ...value, readers: next })}
        error={faults.includes("readers") ? parts("chooseReaders") : undefined}
      />
      <RadioCards
        name={`${definition.id}-answer`}
        legend={words("answer")}
        value={value.answer}
        onValueChange={(answer) => change({ ...value, answer })}
        error={faults.includes("answer") ? words("chooseAnswer") : undefined}
        options={answers.map((answer) => ({ value: answer, label: text(definition.answers[answer]) }))}
      />
      {readers && (
        <OwnWords
          label={words("answerWords")}
          optional
          value={value.words}
          onChange={(next) => change({ ...value, words: next })}
          readers={readers}
        />
      )}
      <SaveButton state={state}>{words("giveAnswer")}</SaveButton>
      {onDone && (
        <Button variant="quiet" size="large" wide onClick={onDone}>
          {parts("cancel")}
        </Button>
      )}
    </form>
  );
}

function useAnswering(
  definition: BlockOf<"repair">,
  apologyId: string,
  entry: ToolEntry | undefined,
  onDone: (() => void) | undefined,
) {
  const tool = useTool();
  const { state, save } = useSave();
  const stored = entry && answerOf(entry);
  const start = (): Answering => ({
    readers: entry?.readers ?? null,
    answer: stored?.answer ?? null,
    words: stored?.words ?? "",
  });
  const draft = useDraft<Answering>(`${definition.id}.answer.${apologyId}`, answering, start);
  const [faults, setFaults] = useState<("readers" | "answer")[]>([]);
  const entryId = useRef<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { answer, words } = draft.value;
    const readers = onlyChoice(choicesOf(tool, definition, "answer")) ?? draft.value.readers;
    setFaults([...(readers ? [] : ["readers" as const]), ...(answer ? [] : ["answer" as const])]);
    if (!readers || !answer) return;
    entryId.current ??= entry?.entryId ?? newEntryId();
    const about = { entryId: entryId.current, version: entry?.version ?? 0, block: definition.id, slot: apologyId };
    if (!(await save({ ...about, kind: "answer", readers, body: { v: 1, answer, words } }))) return;
    draft.reset();
    onDone?.();
  };
  return { draft, faults, submit, state };
}
