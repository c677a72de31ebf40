"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { checked } from "../body";
import { civilAt } from "../civil";
import { OwnWords } from "../parts/own-words";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { note } from "./schema";
import { arrivalOf, arrivals, arrivalsAt } from "./times";

const writing = z.object({
  entryId: z.string(),
  words: z.string(),
  when: z.enum(arrivals).nullable(),
  day: z.string(),
  time: z.string(),
});
type Writing = z.infer<typeof writing>;
const nothingYet = (): Writing => ({ entryId: newEntryId(), words: "", when: null, day: "", time: "" });

/** A note: a way to begin, the words, and the hour at which it arrives. */
export function WriteNote({ definition }: { definition: BlockOf<"note"> }) {
  const words = useTranslations("blocks.note");
  const parts = useTranslations("blocks.parts");
  const fault = useFault();
  const { draft, faults, submit, state } = useWriting(definition);
  const { value, change, restored } = draft;
  const place = useRef<HTMLDivElement>(null);
  const begin = (starter: string) => {
    change({ ...value, words: value.words.trim() ? `${value.words.trimEnd()}\n${starter} ` : `${starter} ` });
    place.current?.querySelector("textarea")?.focus();
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {restored && <p className="text-16 text-ink-soft">{parts("restored")}</p>}
      <Starters definition={definition} onBegin={begin} />
      <div ref={place}>
        <OwnWords
          label={words("words")}
          value={value.words}
          onChange={(next) => change({ ...value, words: next })}
          readers="SHARED"
          error={fault(faults.words)}
        />
      </div>
      <When definition={definition} value={value} onChange={change} faults={faults} />
      <SaveButton state={state} saved={words("left")}>
        {words("leave")}
      </SaveButton>
    </form>
  );
}

function Starters({ definition, onBegin }: { definition: BlockOf<"note">; onBegin: (starter: string) => void }) {
  const words = useTranslations("blocks.note");
  const text = useText();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold text-16">{words("begin")}</legend>
      <div className="flex flex-wrap gap-2">
        {definition.starters.map((starter) => (
          <button
            key={`${starter.en} ${starter.es}`}
            type="button"
            onClick={() => onBegin(text(starter))}
            className="min-h-11 rounded-full border border-line-control bg-surface px-4 py-1.5 text-left text-16 transition-colors hover:border-ink-faint hover:bg-sunken"
          >
            {words("starter", { text: text(starter) })}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

type Faults = Partial<Record<"words" | "when" | "at", string>>;
type WhenProps = {
  definition: BlockOf<"note">;
  value: Writing;
  onChange: (next: Writing) => void;
  faults: Faults;
};

function When({ definition, value, onChange, faults }: WhenProps) {
  const words = useTranslations("blocks.note");
  const tool = useTool();
  const choices = arrivalsAt(tool.now(), tool.timeZone);
  return (
    <div className="grid gap-4">
      <RadioCards
        name={`${definition.id}-when`}
        legend={words("when")}
        value={value.when && choices.includes(value.when) ? value.when : null}
        onValueChange={(when) => onChange({ ...value, when })}
        error={faults.when && words("chooseWhen")}
        options={choices.map((choice) => ({ value: choice, label: words(`at.${choice}`) }))}
      />
      {value.when === "time" && (
        <div className="grid animate-rise gap-3 xs:grid-cols-2">
          <Field label={words("day")}>
            {(wiring) => (
              <Input
                {...wiring}
                type="date"
                min={civilAt(tool.now(), tool.timeZone).day}
                value={value.day}
                onChange={({ target }) => onChange({ ...value, day: target.value })}
              />
            )}
          </Field>
          <Field label={words("time")} error={faults.at && words("future")}>
            {(wiring) => (
              <Input
                {...wiring}
                type="time"
                value={value.time}
                onChange={({ target }) => onChange({ ...value, time: target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}

function useWriting(definition: BlockOf<"note">) {
  const tool = useTool();
  const draft = useDraft<Writing>(`${definition.id}.note`, writing, nothingYet);
  const { state, save } = useSave();
  const [faults, setFaults] = useState<Faults>({});
  useEffect(() => {
    // Fetched before it is needed: a note can be sent off where the connection comes and goes.
    void import("temporal-polyfill").catch(() => undefined);
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { value } = draft;
    const found = faultsOf(value, tool.now(), tool.timeZone);
    setFaults(found);
    const { when } = value;
    if (Object.keys(found).length > 0 || !when) return;
    const about = { entryId: value.entryId, version: 0, block: definition.id, kind: "note" };
    const body = { v: 1, words: value.words.trim() };
    const timed = async () => {
      const deliverAt = await arrivalOf(when, tool.now(), tool.timeZone, `${value.day}T${value.time}`);
      return { ...about, readers: "SHARED" as const, deliverAt, body };
    };
    if (await save(timed)) draft.reset();
  };
  return { draft, faults, submit, state };
}

/** What is missing in a note, by field. "when" and "at" have their own words beside the field. */
export function faultsOf(value: Writing, now: number, timeZone: string): Faults {
  const { faults } = checked(note.entries.note.body, { v: 1, words: value.words });
  const here = civilAt(now, timeZone);
  const past = `${value.day}T${value.time}` <= `${here.day}T${here.time}`;
  const known = value.when !== null && arrivalsAt(now, timeZone).includes(value.when);
  return {
    ...(faults?.words ? { words: faults.words } : {}),
    ...(known ? {} : { when: "chooseWhen" }),
    ...(value.when === "time" && (value.day === "" || value.time === "" || past) ? { at: "future" } : {}),
  };
}
