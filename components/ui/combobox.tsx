"use client";

import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import { controlClass } from "./control-class";
import type { ControlWiring } from "./field";
import { Input } from "./input";

export type ComboboxOption = { value: string; label: string };

type ComboboxProps = ControlWiring & {
  value: string;
  options: readonly ComboboxOption[];
  onChange: (value: string) => void;
  onBlur?: () => void;
  name?: string;
  ref?: Ref<HTMLInputElement>;
};

/** More than these are found by typing on. */
const shownAtMost = 60;

/** A choice among hundreds: type a part of its name, or walk with the arrows (WAI-ARIA combobox with a list). Put it in a Field. */
export function Combobox({ value, options, onChange, onBlur, name, ref, ...control }: ComboboxProps) {
  const words = useTranslations("common.combobox");
  const list = useId();
  const chosen = options.find((one) => one.value === value)?.label ?? "";
  const { typed, found, active, open, close, type, press } = useFinder(options, chosen, value, onChange);
  return (
    <div className="relative">
      <Input
        {...control}
        name={name}
        ref={ref}
        role="combobox"
        aria-expanded={open && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? chosen}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => type(typed ?? "")}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => {
          close();
          onBlur?.();
        }}
        className="pr-10"
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2 text-ink-soft"
      />
      <span role="status" className="sr-only">
        {open && words("results", { count: found.length })}
      </span>
      {open && (
        <Options
          id={list}
          found={found}
          active={active}
          value={value}
          onPick={(picked) => {
            onChange(picked);
            close();
          }}
        />
      )}
    </div>
  );
}

type OptionsProps = {
  id: string;
  found: readonly ComboboxOption[];
  active: number;
  value: string;
  onPick: (value: string) => void;
};

function Options({ id, found, active, value, onPick }: OptionsProps) {
  const words = useTranslations("common.combobox");
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active row comes into view
  useEffect(() => row.current?.scrollIntoView({ block: "nearest" }), [active]);
  if (found.length === 0)
    return <div className={clsx(listClass, "px-4 py-3 text-15 text-ink-soft")}>{words("none")}</div>;
  return (
    <div id={id} role="listbox" className={listClass}>
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={one.value}
          id={`${id}-${index}`}
          ref={index === active ? row : undefined}
          role="option"
          aria-selected={one.value === value}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(one.value)}
          className={clsx(optionClass, index === active && "bg-primary-wash")}
        >
          <span className="grow">{one.label}</span>
          {one.value === value && <Check aria-hidden size={16} className="shrink-0 text-primary" />}
        </div>
      ))}
    </div>
  );
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[_/]/g, " ").toLowerCase();

/** Those whose name holds every typed word, in their order; whoever begins so comes first. */
export function findOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const fits = options.filter(({ label }) => words.every((word) => plain(label).includes(word)));
  const begins = ({ label }: ComboboxOption) => plain(label).startsWith(words.join(" "));
  return [...fits.filter(begins), ...fits.filter((one) => !begins(one))].slice(0, shownAtMost);
}

/** What was typed and what it finds. Null: nothing is typed, the field shows what is chosen. */
function useFinder(
  options: readonly ComboboxOption[],
  chosen: string,
  value: string,
  onChange: (value: string) => void,
) {
  const [typed, setTyped] = useState<string | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const open = typed !== null;
  const found = open ? around(options, typed, value) : [];
  const start = Math.max(0, typed ? 0 : found.findIndex((one) => one.value === value));
  const active = Math.min(moved ?? start, Math.max(0, found.length - 1));
  const close = () => {
    setTyped(null);
    setMoved(null);
  };
  const type = (text: string) => {
    setTyped(text === chosen ? "" : text);
    setMoved(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) return type("");
      return setMoved(Math.max(0, Math.min(found.length - 1, active + step)));
    }
    if (!open || (event.key !== "Escape" && event.key !== "Enter")) return;
    // Enter chooses from the list, and never sends the form from here: what is typed may have found nothing.
    event.preventDefault();
    const picked = found[active];
    if (event.key === "Enter" && picked) onChange(picked.value);
    close();
  };
  return { typed, found, active, open, close, type, press };
}

/** With nothing typed yet: the neighbourhood of what is chosen, so that the arrows walk on from there. */
function around(options: readonly ComboboxOption[], typed: string, value: string): ComboboxOption[] {
  if (typed.trim()) return findOptions(options, typed);
  const from = Math.max(0, options.findIndex((one) => one.value === value) - shownAtMost / 2);
  return options.slice(from, from + shownAtMost);
}

const listClass = clsx(
  controlClass,
  "absolute top-full left-0 z-30 mt-1 max-h-72 overflow-y-auto p-1.5 shadow-lift focus-visible:outline-none",
);
const optionClass =
  "flex min-h-10 cursor-pointer items-center gap-2 rounded-s px-2.5 py-1.5 text-15 hover:bg-primary-wash";
