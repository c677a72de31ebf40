"use client";

import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";

type PlaceFieldProps<Values extends FieldValues> = {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  hint?: string;
  options: readonly ComboboxOption[];
};

/** A time zone or a country in a form: searched by name. */
export function PlaceField<Values extends FieldValues>({ control, name, ...rest }: PlaceFieldProps<Values>) {
  const words = useFieldWords();
  const { field, fieldState } = useController({ control, name });
  const { label, hint, options } = rest;
  return (
    <Field label={label} hint={hint} error={words(fieldState.error?.message)}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={field.ref}
          name={field.name}
          value={field.value}
          options={options}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    </Field>
  );
}
