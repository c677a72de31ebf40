"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { AreaMark } from "@/components/ui/area-mark";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Pickable } from "@/server/features/programs/schema";

const atMost = 2;

type PickerProps = {
  strategies: readonly Pickable[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** The strategies of a week: chosen ones with a way out, and a list to add from while there is room. */
export function WeekStrategyPicker({ strategies, chosen, onChange }: PickerProps) {
  const words = useTranslations("programs.editor");
  const left = strategies.filter((one) => !chosen.includes(one.key));
  return (
    <div className="grid gap-2">
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((key) => {
            const one = strategies.find((strategy) => strategy.key === key);
            const title = one?.title ?? words("goneStrategy");
            return (
              <li
                key={key}
                className="inline-flex items-center gap-2 rounded-full border border-line-control py-1 pr-1 pl-3.5"
              >
                {one && <AreaMark area={one.area} />}
                <span className="font-medium text-15">{title}</span>
                <button
                  type="button"
                  aria-label={words("removeStrategy", { title })}
                  onClick={() => onChange(chosen.filter((other) => other !== key))}
                  className="grid size-8 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
                >
                  <X aria-hidden size={15} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {chosen.length < atMost && (
        <Field label={words("strategies")} hint={words("strategiesHint")}>
          {(control) => (
            <Select
              {...control}
              value=""
              onChange={(event) => event.target.value && onChange([...chosen, event.target.value])}
              className="max-w-96"
            >
              <option value="">{words("addStrategy")}</option>
              {left.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
