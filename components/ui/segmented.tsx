import clsx from "clsx";
import type { ReactNode } from "react";
import { ChoiceGroup, type ChoiceProps, radioProps } from "./choice-group";

export type Segment<Value extends string> = { value: Value; label: ReactNode };

/** Two to four short answers side by side, none chosen until the person chooses. */
export function Segmented<Value extends string>({
  options,
  ...group
}: ChoiceProps<Value> & { options: readonly Segment<Value>[] }) {
  return (
    <ChoiceGroup {...group}>
      <div className="grid auto-cols-fr grid-flow-col rounded-m border border-line-control bg-sunken p-1">
        {options.map((option, index) => (
          <label key={option.value} className={segmentClass}>
            <input {...radioProps(group, option.value, index === 0)} className="sr-only" />
            {option.label}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}

const segmentClass = clsx(
  "relative grid min-h-11 place-items-center rounded-[9px] px-1.5 py-1.5 text-center font-semibold text-15 text-ink-soft leading-tight transition-colors",
  "hover:text-ink has-checked:bg-surface has-checked:text-primary has-checked:shadow-card has-checked:inset-ring-[1.5px] has-checked:inset-ring-primary",
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
  "has-disabled:cursor-not-allowed has-disabled:opacity-55",
);
