"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";
import { useWeekday } from "./weekday-names";

const weekdays = [0, 1, 2, 3, 4, 5, 6];
const toggled = (days: readonly number[], day: number) =>
  weekdays.filter((one) => (one === day ? !days.includes(day) : days.includes(one)));

type WeekdayBoxesProps = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: readonly number[];
  onChange: (days: number[]) => void;
  onBlur: () => void;
};

/** Days of the week to choose, each a pill. */
export function WeekdayBoxes({ legend, hint, error, value, onChange, onBlur }: WeekdayBoxesProps) {
  const name = useWeekday();
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold text-16">{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-14 text-ink-soft">{hint}</p>}
      <div className="flex flex-wrap gap-2">
        {weekdays.map((day) => (
          <label key={day} className={dayClass}>
            <input
              type="checkbox"
              className="sr-only"
              aria-label={name(day, "long")}
              checked={value.includes(day)}
              onChange={() => onChange(toggled(value, day))}
              onBlur={onBlur}
            />
            <span aria-hidden>{name(day, "short")}</span>
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-2">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

const dayClass = clsx(
  "grid min-h-11 min-w-13 cursor-pointer place-items-center rounded-full border border-line-control bg-surface px-3 text-16 text-ink-soft",
  "hover:text-ink has-checked:border-primary has-checked:bg-primary-wash has-checked:font-semibold has-checked:text-primary",
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
);
