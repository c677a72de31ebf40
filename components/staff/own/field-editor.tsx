"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field as Labelled } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { Place } from "@/content/own/faults";
import type { Field, Group } from "@/content/own/shape";
import { kindAt, namesAt, useComposing } from "./composer-context";
import { ListField } from "./list-field";
import { placeId, valueAt } from "./place";
import { TextField } from "./text-field";
import { useOwnWords } from "./use-own-words";

type EditorProps<Kind extends Field["type"] = Field["type"]> = {
  field: Extract<Field, { type: Kind }>;
  place: Place;
  optional?: boolean;
};

/** The form of whatever a schema asks for at a place of the draft. */
export function FieldEditor({ field, place, optional = false }: EditorProps) {
  switch (field.type) {
    case "text":
      return <TextField place={place} optional={optional} />;
    case "number":
      return <NumberField {...{ field, place, optional }} />;
    case "flag":
      return <FlagField {...{ field, place }} />;
    case "choice":
      return <ChoiceField {...{ field, place }} />;
    case "list":
      if (field.item.type === "number") return <LevelsField field={field} place={place} />;
      return <ListField {...{ field, place, optional }} />;
    case "group":
      return <GroupField field={field} place={place} />;
    default:
      return null;
  }
}

/** What a group asks for, one below the other; `but` leaves some out. */
export function GroupFields({ field, place, but = [] }: { field: Group; place: Place; but?: readonly string[] }) {
  return Object.entries(field.fields)
    .filter(([name]) => !but.includes(name))
    .map(([name, inner]) => (
      <FieldEditor key={name} field={inner} place={[...place, name]} optional={field.optional.includes(name)} />
    ));
}

function useNamed(place: Place) {
  const { draft, change, faultAt } = useComposing();
  const { label, hint, choice, faultWords } = useOwnWords();
  const names = namesAt(place);
  const last = names.at(-1) ?? "";
  const fault = faultAt(place);
  return {
    value: valueAt(draft, place),
    change: (value: unknown) => change(place, value),
    name: label(names, kindAt(draft, place)),
    help: hint(last),
    error: fault && faultWords(fault),
    option: (value: string | number) => choice(last, String(value)),
  };
}

function GroupField({ field, place }: EditorProps<"group">) {
  const { name, help } = useNamed(place);
  return (
    <fieldset id={placeId(place)} className="grid gap-4 rounded-m border border-line p-4">
      <legend className="px-1 font-semibold text-15">{name}</legend>
      {help && <p className="-mt-2 text-14 text-ink-soft">{help}</p>}
      <GroupFields field={field} place={place} />
    </fieldset>
  );
}

/** A whole number. What is being typed and is none yet stays in the box until one leaves it. */
function NumberField({ field, place, optional }: EditorProps<"number">) {
  const { value, change, name, help, error } = useNamed(place);
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text === "" && optional) change(undefined);
    else if (text !== "" && Number.isInteger(number) && number >= field.min && number <= field.max) change(number);
  };
  return (
    <div id={placeId(place)}>
      <Labelled label={name} hint={help} error={error} optional={optional}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={field.min}
            max={field.max}
            value={typed ?? (value === undefined ? "" : String(value))}
            onChange={(event) => take(event.target.value)}
            onBlur={() => setTyped(null)}
            className="max-w-32"
          />
        )}
      </Labelled>
    </div>
  );
}

function FlagField({ place }: Omit<EditorProps<"flag">, "optional">) {
  const { value, change, name, help } = useNamed(place);
  return (
    <div id={placeId(place)}>
      <Switch label={name} hint={help} checked={value === true} onChange={(event) => change(event.target.checked)} />
    </div>
  );
}

function ChoiceField({ field, place }: Omit<EditorProps<"choice">, "optional">) {
  const { value, change, name, help, option, error } = useNamed(place);
  const options = field.values.map((one) => ({ value: one, label: option(one) }));
  if (namesAt(place).at(-1) === "key") return null;
  return (
    <div id={placeId(place)}>
      {options.length === 2 ? (
        <Segmented
          name={placeId(place)}
          legend={name}
          hint={help}
          error={error}
          value={String(value)}
          onValueChange={change}
          options={options}
        />
      ) : (
        <Labelled label={name} hint={help} error={error}>
          {(control) => (
            <Select {...control} value={String(value)} onChange={(event) => change(event.target.value)}>
              {options.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      )}
    </div>
  );
}

/** Several of a short run of numbers; none chosen leaves it out. */
function LevelsField({ field, place }: Omit<EditorProps<"list">, "optional">) {
  const common = useTranslations("common");
  const { value, change, name, help, option } = useNamed(place);
  const chosen = Array.isArray(value) ? (value as number[]) : [];
  if (field.item.type !== "number") return null;
  const { min, max } = field.item;
  const all = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const toggle = (one: number, on: boolean) => {
    const next = all.filter((level) => (level === one ? on : chosen.includes(level)));
    change(next.length === 0 ? undefined : next);
  };
  return (
    <fieldset id={placeId(place)}>
      <legend className="font-semibold text-15">
        {name} <span className="font-normal text-13 text-ink-faint">{common("optional")}</span>
      </legend>
      {help && <p className="text-14 text-ink-soft">{help}</p>}
      <div className="flex flex-wrap gap-x-6">
        {all.map((one) => (
          <Checkbox
            key={one}
            label={option(one)}
            checked={chosen.includes(one)}
            onChange={(event) => toggle(one, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
