"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { MailFields } from "./fields";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const toHour = (value: string | number | null) => (value === "" || value === null ? null : Number(value));

/** The hour of planned emails, and the hours in which none comes. */
export function HourFields() {
  const words = useTranslations("reminders.settings");
  const fieldWords = useFieldWords();
  const { register, formState } = useFormContext<MailFields>();
  const kept = formState.defaultValues;
  const quietError = fieldWords(formState.errors.quietTo?.message);
  return (
    <>
      <Field label={words("hour")} hint={words("hourHint")}>
        {(control) => (
          <Select {...control} {...register("hour", { setValueAs: Number })} defaultValue={kept?.hour}>
            <HourOptions />
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className="font-semibold text-16">{words("quiet")}</legend>
        <p className="mb-2 text-ink-soft">{words("quietHint")}</p>
        <div className="grid grid-cols-2 gap-3">
          {(["quietFrom", "quietTo"] as const).map((name) => (
            <Field key={name} label={words(name)}>
              {(control) => (
                <Select {...control} {...register(name, { setValueAs: toHour })} defaultValue={kept?.[name] ?? ""}>
                  <option value="">{words("none")}</option>
                  <HourOptions />
                </Select>
              )}
            </Field>
          ))}
        </div>
        {quietError && (
          <div className="mt-2">
            <FieldError>{quietError}</FieldError>
          </div>
        )}
      </fieldset>
    </>
  );
}

function HourOptions() {
  const format = useFormatter();
  return hours.map((hour) => (
    <option key={hour} value={hour}>
      {format.dateTime(hour * 3_600_000, { hour: "numeric", minute: "2-digit", timeZone: "UTC" })}
    </option>
  ));
}
