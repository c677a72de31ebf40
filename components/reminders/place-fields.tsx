"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { locales } from "@/messages/locales";
import type { MailFields } from "./fields";

/** Where one lives by the clock, and which language one reads. */
export function PlaceFields({ zones }: { zones: string[] }) {
  const words = useTranslations("reminders.settings");
  const languages = useTranslations("common.language");
  const fieldWords = useFieldWords();
  const { register, formState } = useFormContext<MailFields>();
  return (
    <>
      <Field label={words("zone")} error={fieldWords(formState.errors.timeZone?.message)}>
        {(control) => (
          <Select {...control} {...register("timeZone")} defaultValue={formState.defaultValues?.timeZone}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words("language")} hint={words("languageHint")}>
        {(control) => (
          <Select {...control} {...register("locale")} defaultValue={formState.defaultValues?.locale}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {languages(locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
