"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { checked } from "../body";
import { OwnWords } from "../parts/own-words";
import { choicesOf, ReadersChoice } from "../parts/readers-choice";
import { SaveButton } from "../parts/save-button";
import type { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { dueChoices, dueOn } from "./due";
import { ledger } from "./schema";

/** A promise that is being written. */
export const composing = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  what: z.string(),
  due: z.enum(dueChoices).nullable(),
  date: z.string(),
});
export type Composing = z.infer<typeof composing>;

export const nothingYet = (): Composing => ({
  entryId: newEntryId(),
  readers: null,
  what: "",
  due: null,
  date: "",
});

type ComposeProps = { definition: BlockOf<"ledger">; draft: ReturnType<typeof useDraft<Composing>> };

/** A new promise: who may read it, what, by when. */
export function ComposePromise({ definition, draft }: ComposeProps) {
  const words = useTranslations("blocks.ledger");
  const parts = useTranslations("blocks.parts");
  const text = useText();
  const fault = useFault();
  const tool = useTool();
  const { value, change } = draft;
  const { faults, submit, state } = useSubmit(definition, draft);
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ReadersChoice
        name={`${definition.id}-readers`}
        choices={choicesOf(tool, definition, "promise")}
        value={value.readers}
        onChange={(readers) => change({ ...value, readers })}
        error={faults.readers && parts("chooseReaders")}
      />
      {value.readers && (
        <div className="grid animate-rise gap-5">
          {draft.restored && <p className="text-16 text-ink-soft">{parts("restored")}</p>}
          <OwnWords
            label={text(definition.promise)}
            value={value.what}
            onChange={(what) => change({ ...value, what })}
            readers={value.readers}
            error={fault(faults.what)}
            rows={2}
          />
          <Due definition={definition} value={value} onChange={change} faults={faults} />
        </div>
      )}
      <SaveButton state={state} saved={words("added")}>
        {words("add")}
      </SaveButton>
    </form>
  );
}

type Faults = Partial<Record<keyof Composing, string>>;
type DueProps = Pick<ComposeProps, "definition"> & {
  value: Composing;
  onChange: (next: Composing) => void;
  faults: Faults;
};

function Due({ definition, value, onChange, faults }: DueProps) {
  const words = useTranslations("blocks.ledger");
  const text = useText();
  const fault = useFault();
  const { today } = useTool();
  return (
    <div className="grid gap-4">
      <Segmented
        name={`${definition.id}-due`}
        legend={text(definition.byWhen)}
        value={value.due}
        onValueChange={(due) => onChange({ ...value, due })}
        error={fault(faults.due)}
        options={dueChoices.map((choice) => ({ value: choice, label: words(`due.${choice}`) }))}
      />
      {value.due === "date" && (
        <Field label={words("date")} error={fault(faults.date)}>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              min={today}
              value={value.date}
              onChange={(event) => onChange({ ...value, date: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function useSubmit(definition: BlockOf<"ledger">, { value, reset }: ComposeProps["draft"]) {
  const tool = useTool();
  const { state, save } = useSave();
  const [faults, setFaults] = useState<Faults>({});
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(value, tool.today);
    setFaults(found);
    if (Object.keys(found).length > 0 || !value.readers || !value.due) return;
    const body = { v: 1, what: value.what, by: dueOn(value.due, tool.today, value.date), state: "open" };
    const draft = { entryId: value.entryId, version: 0, block: definition.id, kind: "promise" };
    if (!(await save({ ...draft, readers: value.readers, body }))) return;
    reset();
  };
  return { faults, submit, state };
}

/** What is missing in a promise, by field: keys of errors.json's `field`. */
export function faultsOf(value: Composing, today: string): Faults {
  if (!value.readers) return { readers: "chooseReaders" };
  const { faults } = checked(ledger.entries.promise.body.pick({ what: true }), { what: value.what });
  const date = value.due === "date" && (value.date === "" ? "required" : value.date < today ? "fromTodayOn" : null);
  return {
    ...(faults?.what ? { what: faults.what } : {}),
    ...(value.due ? {} : { due: "required" }),
    ...(date ? { date } : {}),
  };
}
