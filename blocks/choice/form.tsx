"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { checked, reading } from "../body";
import { EntryCard } from "../parts/entry";
import { Frame } from "../parts/frame";
import { choicesOf, onlyChoice, ReadersChoice } from "../parts/readers-choice";
import { SaveButton, SaveStatus } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { useOwn } from "../parts/use-own";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { Readers } from "../spec";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { choice } from "./schema";
import { Chosen } from "./view";

type Definition = BlockOf<"choice">;

const shape = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  values: z.array(z.string()),
});

/** One or several of a short list, and what the partner chose to say. */
export function ChoiceForm({ definition }: { definition: Definition }) {
  const text = useText();
  const tool = useTool();
  const own = useOwn(definition.id, "chosen");
  const [editing, setEditing] = useState(false);
  const all = reading(choice.entries.chosen.body, entriesOf(tool, definition.id), "chosen");
  const mine = all.find(({ entry }) => entry === own);
  const theirs = all.filter(({ entry }) => !entry.mine).at(-1);
  return (
    <Frame title={text(definition.label)}>
      {mine && !editing ? (
        <EntryCard
          entry={mine.entry}
          reader="author"
          actions={(mine.entry.readers !== "SHARED" || tool.delivers) && <Change onClick={() => setEditing(true)} />}
        >
          <Chosen definition={definition} values={mine.body.values} />
        </EntryCard>
      ) : (
        <Compose
          definition={definition}
          own={mine?.entry}
          values={mine?.body.values ?? []}
          onDone={() => setEditing(false)}
        />
      )}
      {theirs && (
        <EntryCard entry={theirs.entry} reader="author">
          <Chosen definition={definition} values={theirs.body.values} />
        </EntryCard>
      )}
    </Frame>
  );
}

function Change({ onClick }: { onClick: () => void }) {
  const words = useTranslations("blocks.parts");
  return (
    <Button variant="quiet" onClick={onClick}>
      {words("change")}
    </Button>
  );
}

type ComposeProps = { definition: Definition; own?: ToolEntry; values: string[]; onDone: () => void };

function Compose({ definition, own, values, onDone }: ComposeProps) {
  const words = useTranslations("blocks.parts");
  const fault = useFault();
  const tool = useTool();
  const choices = choicesOf(tool, definition, "chosen");
  const draft = useDraft(`${definition.id}.chosen`, shape, () => ({
    entryId: newEntryId(),
    readers: own?.readers ?? onlyChoice(choices),
    values,
  }));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { state, save, clear } = useSave();
  const change = (next: Partial<z.infer<typeof shape>>) => {
    clear();
    setFaults({});
    draft.change({ ...draft.value, ...next });
  };
  const kept = draft.value.readers;
  const readers = own?.readers ?? (kept && choices.includes(kept) ? kept : onlyChoice(choices));
  const send = async () => {
    const body = checked(choice.entries.chosen.body, { v: 1, values: draft.value.values });
    if (!readers) return setFaults({ readers: "chooseReaders" });
    if (body.faults) return setFaults({ values: "chooseOne" });
    const { entryId, version } = own ?? { entryId: draft.value.entryId, version: 0 };
    if (!(await save({ entryId, version, block: definition.id, kind: "chosen", readers, body: body.data }))) return;
    draft.reset();
    onDone();
  };
  return (
    <form
      method="post"
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {!own && (
        <ReadersChoice
          name={`${definition.id}-readers`}
          choices={choices}
          value={readers}
          onChange={(next: Readers) => change({ readers: next })}
          error={fault(faults.readers)}
        />
      )}
      {readers && (
        <div className="grid gap-4">
          <Options
            definition={definition}
            values={draft.value.values}
            onChange={(next) => change({ values: next })}
            error={fault(faults.values)}
          />
          <VisibilityLabel visibility={readers} partner={tool.partnerName ?? undefined} />
          <SaveButton state={state} variant="ghost">
            {words("save")}
          </SaveButton>
        </div>
      )}
      {!readers && <SaveStatus state={state} />}
      {own && (
        <Button
          variant="quiet"
          size="large"
          wide
          onClick={() => {
            draft.reset();
            onDone();
          }}
        >
          {words("cancel")}
        </Button>
      )}
    </form>
  );
}

type OptionsProps = {
  definition: Definition;
  values: string[];
  onChange: (values: string[]) => void;
  error?: string;
};

function Options({ definition, values, onChange, error }: OptionsProps) {
  const text = useText();
  const words = useTranslations("blocks.choice");
  if (!definition.multiple) {
    return (
      <RadioCards
        name={`${definition.id}-values`}
        legend={words("one")}
        value={values[0] ?? null}
        onValueChange={(value) => onChange([value])}
        error={error}
        options={definition.options.map(({ value, label }) => ({ value, label: text(label) }))}
      />
    );
  }
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="mb-2 font-semibold text-16">{words("several")}</legend>
      {definition.options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={text(label)}
          checked={values.includes(value)}
          onChange={({ target }) =>
            onChange(target.checked ? [...values, value] : values.filter((one) => one !== value))
          }
        />
      ))}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
