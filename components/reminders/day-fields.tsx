"use client";

import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { FieldError } from "@/components/ui/field";
import type { MailFields } from "./fields";

const weekdays = [0, 1, 2, 3, 4, 5, 6];
/** A Monday: only the names of its week are shown. */
const monday = Date.UTC(2024, 0, 1);
const toggled = (days: readonly number[], day: number) =>
  weekdays.filter((one) => (one === day ? !days.includes(day) : days.includes(one)));

/** The weekdays on which planned emails may come. */
export function DayFields() {
  const words = useTranslations("reminders.settings");
  const format = useFormatter();
  const fieldWords = useFieldWords();
  const { control, formState } = useFormContext<MailFields>();
  const error = fieldWords(formState.errors.days?.message);
  const name = (day: number, weekday: "short" | "long") =>
    format.dateTime(monday + day * 86_400_000, { weekday, timeZone: "UTC" });
  return (
    <Controller
      control={control}
      name="days"
      render={({ field }) => (
        <fieldset>
          <legend className="mb-1.5 font-semibold text-16">{words("days")}</legend>
          <div className="flex flex-wrap gap-2">
            {weekdays.map((day) => (
              <label key={day} className={dayClass}>
                <input
                  type="checkbox"
                  className="sr-only"
                  aria-label={name(day, "long")}
                  checked={field.value.includes(day)}
                  onChange={() => field.onChange(toggled(field.value, day))}
                  onBlur={field.onBlur}
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
      )}
    />
  );
}

const dayClass = clsx(
  "grid min-h-11 min-w-13 cursor-pointer place-items-center rounded-full border border-line-control bg-surface px-3 text-16 text-ink-soft",
  "hover:text-ink has-checked:border-primary has-checked:bg-primary-wash has-checked:font-semibold has-checked:text-primary",
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
);
