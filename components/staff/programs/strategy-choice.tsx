"use client";

import { useId } from "react";
import { AreaMark } from "@/components/ui/area-mark";
import type { Pickable } from "@/server/features/programs/schema";

const atMost = 2;

type ChoiceProps = {
  strategies: readonly Pickable[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  legend: string;
  hint: string;
};

/** One or two strategies of those that may be assigned, as boxes to tick. */
export function StrategyChoice({ strategies, chosen, onChange, legend, hint }: ChoiceProps) {
  const id = useId();
  const full = chosen.length >= atMost;
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="font-semibold text-15">{legend}</legend>
      <p id={`${id}-hint`} className="mb-2 text-14 text-ink-soft">
        {hint}
      </p>
      <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
        {strategies.map((one) => (
          <label key={one.key} className={boxClass}>
            <input
              type="checkbox"
              checked={chosen.includes(one.key)}
              disabled={full && !chosen.includes(one.key)}
              onChange={() => toggle(one.key)}
              className="size-4.5 shrink-0 accent-primary"
            />
            <AreaMark area={one.area} />
            <span className="min-w-0">{one.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const boxClass =
  "flex min-h-11 items-center gap-2.5 rounded-m border border-line-control bg-surface px-3 py-1.5 text-15 has-checked:border-primary has-checked:bg-primary-wash " +
  "has-disabled:opacity-55";
