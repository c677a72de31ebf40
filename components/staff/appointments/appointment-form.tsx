"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { type FieldValues, type Path, type UseFormReturn, useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AppointmentFields, appointmentFields, lengths } from "@/server/features/appointments/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields, showFieldFaults } from "../licences/field-faults";

type FormProps = {
  /** What the form is for, spoken. */
  label: string;
  submit: string;
  values: AppointmentFields;
  /** Today in the practice's zone. */
  today: string;
  mutation: { isPending: boolean; error: unknown };
  onSend: (fields: AppointmentFields) => void;
  onClose: () => void;
};

/** Day, hour and length of one appointment. */
export function AppointmentForm({ label, submit, values, today, mutation, onSend, onClose }: FormProps) {
  const words = useTranslations("appointments");
  const common = useTranslations("common");
  const field = useFieldWords();
  const form = useForm<AppointmentFields>({ resolver: zodResolver(appointmentFields), defaultValues: values });
  useServerFaults(form, mutation.error);
  const { errors } = form.formState;
  return (
    <form method="post" noValidate aria-label={label} onSubmit={form.handleSubmit(onSend)} className="mt-3 grid gap-4">
      <div className="grid items-start gap-3 @lg:grid-cols-3">
        <Field label={words("on")} error={field(errors.on?.message)}>
          {(control) => <Input {...control} {...form.register("on")} type="date" min={today} required />}
        </Field>
        <TimeField form={form} name="time" error={errors.time?.message} />
        <LengthField form={form} name="minutes" />
      </div>
      <FaultBanner error={beyondFields(mutation.error)} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" pending={mutation.isPending}>
          {submit}
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Puts what only the server could see beside its field, once for each answer. */
export function useServerFaults<Fields extends FieldValues>(form: UseFormReturn<Fields>, error: unknown): void {
  useEffect(() => {
    if (error) showFieldFaults(form, error);
  }, [form, error]);
}

type PartProps<Fields extends FieldValues> = { form: UseFormReturn<Fields>; name: Path<Fields>; error?: string };

/** An hour on the practice's clock. */
export function TimeField<Fields extends FieldValues>({ form, name, error }: PartProps<Fields>) {
  const words = useTranslations("appointments");
  const field = useFieldWords();
  return (
    <Field label={words("time")} error={field(error)}>
      {(control) => <Input {...control} {...form.register(name)} type="time" required />}
    </Field>
  );
}

/** How long it takes; a length of its own stays in the list. */
export function LengthField<Fields extends FieldValues>({ form, name }: PartProps<Fields>) {
  const words = useTranslations("appointments");
  const present = Number(form.formState.defaultValues?.[name as string]);
  const offered = [...new Set([...lengths, present])].sort((a, b) => a - b);
  return (
    <Field label={words("length")}>
      {(control) => (
        <Select {...control} {...form.register(name, { valueAsNumber: true })}>
          {offered.map((count) => (
            <option key={count} value={count}>
              {words("minutes", { count })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
