"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { checked } from "../body";
import { choicesOf, onlyChoice, ReadersChoice } from "../parts/readers-choice";
import { SaveButton } from "../parts/save-button";
import type { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { planOf } from "./agreement";
import { plan } from "./schema";

/** A plan that is being made. */
export const planning = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  fields: z.record(z.string(), z.string()),
  day: z.string(),
  time: z.string(),
  minutes: z.number(),
});
export type Planning = z.infer<typeof planning>;

/** Where a new plan or the change of one begins. */
export function planStart(entry?: ToolEntry): Planning {
  const stored = entry && planOf(entry);
  const [day = "", time = ""] = (stored?.at ?? "").split("T");
  return {
    entryId: entry?.entryId ?? newEntryId(),
    readers: entry?.readers ?? null,
    fields: stored?.fields ?? {},
    day,
    time: time.slice(0, 5),
    minutes: stored?.minutes ?? 60,
  };
}

type WriteProps = {
  definition: BlockOf<"plan">;
  draft: ReturnType<typeof useDraft<Planning>>;
  entry?: ToolEntry;
  onSaved?: () => void;
  onCancel?: (() => void) | undefined;
};

/** Who may read it, what is planned, and when where that is known. */
export function WritePlan({ definition, draft, entry, onSaved, onCancel }: WriteProps) {
  const words = useTranslations("blocks.plan");
  const parts = useTranslations("blocks.parts");
  const tool = useTool();
  const { value, change, restored } = draft;
  const choices = choicesOf(tool, definition, "plan");
  const readers = onlyChoice(choices) ?? value.readers;
  const { faults, submit, state } = useSubmit(definition, draft, entry, onSaved);
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ReadersChoice
        name={`${definition.id}-readers-${entry?.entryId ?? "new"}`}
        choices={choices}
        value={readers}
        onChange={(next) => change({ ...value, readers: next })}
        error={faults.readers ? parts("chooseReaders") : undefined}
      />
      {readers && (
        <div className="grid animate-rise gap-5">
          {restored && <p className="text-16 text-ink-soft">{parts("restored")}</p>}
          <Fields definition={definition} value={value} onChange={change} fault={faults.fields} />
          <When value={value} onChange={change} fault={faults.at} />
          <VisibilityLabel visibility={readers} partner={tool.partnerName ?? undefined} />
        </div>
      )}
      <SaveButton state={state}>{words(entry ? "saveChange" : "keep")}</SaveButton>
      {onCancel && (
        <Button variant="quiet" size="large" wide onClick={onCancel}>
          {parts("cancel")}
        </Button>
      )}
    </form>
  );
}

type PartProps = { value: Planning; onChange: (next: Planning) => void; fault: string | undefined };

function Fields({ definition, value, onChange, fault }: PartProps & Pick<WriteProps, "definition">) {
  const text = useText();
  const say = useFault();
  return (
    <div className="grid gap-4">
      {definition.fields.map(({ key, label, hint }) => (
        <Field key={key} label={text(label)} hint={hint && text(hint)}>
          {(wiring) => (
            <Textarea
              {...wiring}
              rows={1}
              className="[&_textarea]:min-h-11.5"
              value={(Object.hasOwn(value.fields, key) && value.fields[key]) || ""}
              onChange={({ target }) => onChange({ ...value, fields: { ...value.fields, [key]: target.value } })}
            />
          )}
        </Field>
      ))}
      {fault && <FieldError>{say(fault)}</FieldError>}
    </div>
  );
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240] as const;

function When({ value, onChange, fault }: PartProps) {
  const words = useTranslations("blocks.plan");
  const choices = [...new Set([...lengths, value.minutes])].sort((one, other) => one - other);
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-semibold text-16">{words("when")}</legend>
      <div className="grid gap-3 xs:grid-cols-2">
        <Field label={words("day")} optional>
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={value.day}
              onChange={({ target }) => onChange({ ...value, day: target.value })}
            />
          )}
        </Field>
        <Field label={words("time")} optional error={fault && words("bothOrNeither")}>
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
      {value.day && value.time && (
        <Field label={words("long")}>
          {(wiring) => (
            <Select
              {...wiring}
              value={value.minutes}
              onChange={({ target }) => onChange({ ...value, minutes: Number(target.value) })}
            >
              {choices.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {words("minutes", { count: minutes })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </fieldset>
  );
}

function useSubmit(
  definition: BlockOf<"plan">,
  { value, reset }: WriteProps["draft"],
  entry: ToolEntry | undefined,
  onSaved: (() => void) | undefined,
) {
  const tool = useTool();
  const { state, save } = useSave();
  const [faults, setFaults] = useState<{ readers?: boolean; fields?: string; at?: string }>({});
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const readers = onlyChoice(choicesOf(tool, definition, "plan")) ?? value.readers;
    const half = (value.day === "") !== (value.time === "");
    const at = value.day && value.time ? `${value.day}T${value.time}` : null;
    const read = checked(plan.entries.plan.body, { v: 1, fields: value.fields, at, minutes: value.minutes });
    setFaults({
      ...(readers ? {} : { readers: true }),
      ...(read.faults ? { fields: Object.values(read.faults)[0] ?? "other" } : {}),
      ...(half ? { at: "bothOrNeither" } : {}),
    });
    if (!readers || read.faults || half) return;
    const about = { entryId: value.entryId, version: entry?.version ?? 0, block: definition.id, kind: "plan" };
    if (!(await save({ ...about, readers, body: read.data }))) return;
    reset();
    onSaved?.();
  };
  return { faults, submit, state };
}
