"use client";

import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import type { MailFields } from "./fields";
import { WeekdayBoxes } from "./weekday-boxes";

/** The weekdays on which planned emails may come. */
export function DayFields() {
  const words = useTranslations("reminders.settings");
  const fieldWords = useFieldWords();
  const { control, formState } = useFormContext<MailFields>();
  return (
    <Controller
      control={control}
      name="days"
      render={({ field: { value, onChange, onBlur } }) => (
        <WeekdayBoxes
          {...{ value, onChange, onBlur }}
          legend={words("days")}
          error={fieldWords(formState.errors.days?.message)}
        />
      )}
    />
  );
}
