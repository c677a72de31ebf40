"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { countries } from "@/content/countries";
import { usStates } from "@/content/us-states";
import type { JoinFields } from "./fields";

/** Country, and the state where states license therapists. */
export function LivingPlace() {
  const words = useTranslations("joining.place");
  const field = useFieldWords();
  const { register, watch, formState } = useFormContext<Pick<JoinFields, "country" | "region">>();
  const named = useCountries();
  return (
    <>
      <Field label={words("country")} error={field(formState.errors.country?.message)}>
        {(control) => (
          <Select {...control} {...register("country")} autoComplete="country">
            <option value="">{words("choose")}</option>
            {named.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {watch("country") === "US" && (
        <Field label={words("region")} error={field(formState.errors.region?.message)}>
          {(control) => (
            <Select {...control} {...register("region")} autoComplete="address-level1">
              <option value="">{words("choose")}</option>
              {Object.entries(usStates).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}

/** Countries by their names in the page's language. */
function useCountries() {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    return countries
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((one, other) => one.name.localeCompare(other.name, locale));
  }, [locale]);
}
