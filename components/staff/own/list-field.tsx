"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { Place } from "@/content/own/faults";
import { type Field, type Group, rowKeys } from "@/content/own/shape";
import { blankOf, nameOf } from "./blank";
import { kindAt, namesAt, useComposing } from "./composer-context";
import { GroupFields } from "./field-editor";
import { IconButton } from "./icon-button";
import { focusPlace, moved, placeId, valueAt } from "./place";
import { TextField } from "./text-field";
import { useOwnWords } from "./use-own-words";

type ListProps = { field: Extract<Field, { type: "list" }>; place: Place; optional: boolean };

/** A list of texts or of small groups: rows to add, to order and to take out with a way back. */
export function ListField({ field, place, optional }: ListProps) {
  const { draft, change, faultAt } = useComposing();
  const { words, label, hint, faultWords } = useOwnWords();
  const common = useTranslations("common");
  const rows = (valueAt(draft, place) ?? []) as unknown[];
  const names = namesAt(place);
  const name = label(names, kindAt(draft, place));
  const help = hint(names.at(-1) ?? "");
  const fault = faultAt(place);
  const add = () => {
    const missing = Math.max(1, field.min - rows.length);
    const more: unknown[] = [];
    while (more.length < missing) more.push(blankOf(field.item, [...rows, ...more].map(nameOf)));
    change(place, [...rows, ...more]);
    focusPlace([...place, rows.length]);
  };
  return (
    <fieldset id={placeId(place)} className="grid gap-2.5">
      <legend className="mb-1.5 font-semibold text-15">
        {name} {optional && <span className="font-normal text-13 text-ink-faint">{common("optional")}</span>}
      </legend>
      {help && <p className="-mt-2 text-14 text-ink-soft">{help}</p>}
      {rows.length > 0 && (
        <ol className="grid gap-3">
          {rows.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand; their words may be the same
            <Row key={index} {...{ field, place, index, name, count: rows.length, optional }} />
          ))}
        </ol>
      )}
      {fault && <FieldError>{faultWords(fault)}</FieldError>}
      {!rowKeys(field) && rows.length < field.max && (
        <Button variant="quiet" size="small" className="-ml-2 justify-self-start" onClick={add}>
          <Plus aria-hidden size={15} />
          {optional && rows.length === 0
            ? words("list.optionalAdd", { list: name })
            : words("list.addTo", { list: name })}
        </Button>
      )}
    </fieldset>
  );
}

type RowProps = ListProps & { index: number; name: string; count: number };

function Row({ field, place, index, name, count, optional }: RowProps) {
  const { draft } = useComposing();
  const { words, choice } = useOwnWords();
  const at = [...place, index];
  const item = words("list.item", { list: name, position: index + 1 });
  const fixed = rowKeys(field);
  const tools = !fixed && <RowTools {...{ field, place, index, name, count, optional }} />;
  if (field.item.type === "text")
    return (
      <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1">
        <TextField place={at} name={item} nameHidden />
        {tools}
      </li>
    );
  const title = fixed ? choice("key", nameOf(valueAt(draft, at))) : item;
  return (
    <li id={placeId(at)} className="rounded-m border border-line bg-paper/60 p-3.5">
      <RowHead title={title}>{tools}</RowHead>
      <div className="grid gap-3">
        <GroupFields field={field.item as Group} place={at} but={["key", "value"]} />
      </div>
    </li>
  );
}

function RowHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-2 flex min-h-9 items-center justify-between gap-2">
      <p className="font-medium text-14 text-ink-soft">{title}</p>
      {children}
    </div>
  );
}

function RowTools({ field, place, index, name, count, optional }: RowProps) {
  const { draft, change, takeOut } = useComposing();
  const { words } = useOwnWords();
  const rows = (valueAt(draft, place) ?? []) as unknown[];
  const position = index + 1;
  const go = (to: number) => {
    change(place, moved(rows, index, to));
    focusPlace([...place, to]);
  };
  const mayGo = count > field.min || (optional && count > 0);
  return (
    <div className="flex shrink-0">
      <IconButton
        label={words("list.up", { list: name, position })}
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <ArrowUp aria-hidden size={16} />
      </IconButton>
      <IconButton
        label={words("list.down", { list: name, position })}
        disabled={position === count}
        onClick={() => go(index + 1)}
      >
        <ArrowDown aria-hidden size={16} />
      </IconButton>
      <IconButton
        label={words("list.removeLabel", { list: name, position })}
        disabled={!mayGo}
        onClick={() => takeOut(place, index, words("list.removed"))}
      >
        <Trash2 aria-hidden size={16} />
      </IconButton>
    </div>
  );
}
