import { useTranslations } from "next-intl";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import type { DisclosureFields } from "@/server/features/disclosures/schema";
import type { Partner } from "@/server/features/people/schema";

export type FormFields = DisclosureFields & { withdrawn: boolean };

type FieldsetProps = {
  form: UseFormReturn<FormFields>;
  partners: Partner[];
  today: string;
  /** Whom it concerns cannot be corrected; that it never took place can be said. */
  correcting: boolean;
};

/** Whom, when, to whom, what and why. */
export function DisclosureFieldset({ form, partners, today, correcting }: FieldsetProps) {
  const words = useTranslations("disclosures.form");
  const faults = useFaults(form);
  return (
    <>
      {!correcting && (
        <Controller
          control={form.control}
          name="personId"
          render={({ field: { name, value, onChange, ref } }) => (
            <Segmented
              {...{ name, value, ref }}
              onValueChange={onChange}
              legend={words("person")}
              error={faults.personId}
              options={partners.map((one) => ({ value: one.personId, label: one.name }))}
            />
          )}
        />
      )}
      <Field label={words("date")} error={faults.disclosedOn}>
        {(control) => <Input {...control} type="date" max={today} {...form.register("disclosedOn")} />}
      </Field>
      <Field label={words("recipient")} hint={words("recipientHint")} error={faults.recipient}>
        {(control) => <Input {...control} autoComplete="off" {...form.register("recipient")} />}
      </Field>
      <Field label={words("address")} optional error={faults.address}>
        {(control) => <Input {...control} autoComplete="off" {...form.register("address")} />}
      </Field>
      <Field label={words("what")} hint={words("whatHint")} error={faults.what}>
        {(control) => <Textarea {...control} {...form.register("what")} />}
      </Field>
      <Field label={words("why")} hint={words("whyHint")} error={faults.why}>
        {(control) => <Textarea {...control} {...form.register("why")} />}
      </Field>
      {correcting && <Checkbox label={words("withdrawn")} {...form.register("withdrawn")} />}
    </>
  );
}

/** The words of each field's fault. */
function useFaults(form: UseFormReturn<FormFields>): Partial<Record<keyof FormFields, string>> {
  const words = useTranslations("disclosures.form");
  const field = useFieldWords();
  const entries = Object.entries(form.formState.errors).map(([name, fault]) => {
    const message = fault?.message;
    return [name, message === "future" ? words("future") : field(message)] as const;
  });
  return Object.fromEntries(entries);
}
