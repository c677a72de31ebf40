"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { PlaceField } from "@/components/places/place-field";
import { useFieldWords } from "@/components/session/error-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { ComboboxOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PracticeFields } from "@/server/features/practices/schema";

type PracticeStepProps = {
  form: UseFormReturn<PracticeFields>;
  zones: readonly ComboboxOption[];
  countries: readonly ComboboxOption[];
  onDone: () => void;
};

/** What the practice is called, who founds it, and where it lies. */
export function PracticeStep({ form, zones, countries, onDone }: PracticeStepProps) {
  const words = useTranslations("signUp.practice");
  const fault = useFieldWords();
  const { errors } = form.formState;
  return (
    <form method="post" noValidate onSubmit={form.handleSubmit(onDone)} className="grid gap-5">
      <Field label={words("name")} hint={words("nameHint")} error={fault(errors.name?.message)}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="organization" />}
      </Field>
      <Field label={words("displayName")} hint={words("displayNameHint")} error={fault(errors.displayName?.message)}>
        {(control) => <Input {...control} {...form.register("displayName")} autoComplete="name" />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <PlaceField control={form.control} name="timeZone" label={words("zone")} options={zones} />
        <PlaceField control={form.control} name="country" label={words("country")} options={countries} />
      </div>
      <Checkbox {...form.register("treats")} label={words("treats")} hint={words("treatsHint")} />
      <Button type="submit" size="large" wide>
        {words("submit")}
      </Button>
    </form>
  );
}
