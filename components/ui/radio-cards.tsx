import clsx from "clsx";
import type { ReactNode } from "react";
import { ChoiceGroup, type ChoiceProps, radioProps } from "./choice-group";

export type RadioCard<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** An icon of 18 px, hidden from screen readers. */
  icon?: ReactNode;
  /** One line that explains the choice. */
  text?: ReactNode;
  disabled?: boolean;
};

/** A choice in full-width cards with icon and words: who may read this, for whom an exercise is. */
export function RadioCards<Value extends string>({
  options,
  columns,
  ...group
}: ChoiceProps<Value> & { options: readonly RadioCard<Value>[]; columns?: boolean }) {
  return (
    <ChoiceGroup {...group}>
      <div className={clsx("grid gap-2", columns && "sm:auto-cols-fr sm:grid-flow-col")}>
        {options.map((option, index) => (
          <label key={option.value} className={cardClass}>
            <input {...radioProps(group, option.value, index === 0)} disabled={option.disabled} className="sr-only" />
            {option.icon && (
              <span
                aria-hidden
                className="grid size-5 shrink-0 place-items-center text-ink-soft group-has-checked:text-primary"
              >
                {option.icon}
              </span>
            )}
            <span>
              <span className="block font-medium text-16 leading-snug group-has-checked:text-primary">
                {option.label}
              </span>
              {option.text && <span className="mt-0.5 block text-14 text-ink-soft">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}

const cardClass = clsx(
  "group relative flex min-h-12 items-center gap-3 rounded-m border border-line-control bg-surface px-3.5 py-2.5 transition-colors",
  "hover:border-ink-faint has-checked:border-primary has-checked:bg-primary-wash has-checked:inset-ring-1 has-checked:inset-ring-primary",
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
  "has-disabled:cursor-not-allowed has-disabled:opacity-55",
);
