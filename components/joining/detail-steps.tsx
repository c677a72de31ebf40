"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { JoinFields } from "./fields";
import { LivingPlace } from "./living-place";
import { SafeContact } from "./safe-contact";
import { StepHeading } from "./step-heading";

/** A name and how to speak of them. */
export function YouStep({ staff }: { staff: boolean }) {
  const words = useTranslations("joining.you");
  return (
    <>
      <StepHeading title={words(staff ? "staffTitle" : "title")} />
      <NameFields hint={words(staff ? "staffNameHint" : "nameHint")} />
    </>
  );
}

/** Name and pronouns, in any form that holds them. */
export function NameFields({ hint }: { hint: string }) {
  const words = useTranslations("joining.you");
  const field = useFieldWords();
  const { register, formState } = useFormContext<Pick<JoinFields, "name" | "pronouns">>();
  return (
    <>
      <Field label={words("name")} hint={hint} error={field(formState.errors.name?.message)}>
        {(control) => <Input {...control} {...register("name")} autoComplete="name" maxLength={120} />}
      </Field>
      <Field
        label={words("pronouns")}
        hint={words("pronounsHint")}
        optional
        error={field(formState.errors.pronouns?.message)}
      >
        {(control) => <Input {...control} {...register("pronouns")} autoComplete="off" maxLength={60} />}
      </Field>
    </>
  );
}

/** Of age, and where. */
export function PlaceStep() {
  const words = useTranslations("joining.place");
  const field = useFieldWords();
  const { register, formState } = useFormContext<JoinFields>();
  const fault = field(formState.errors.adult?.message);
  return (
    <>
      <StepHeading title={words("title")} text={words("text")} />
      <LivingPlace />
      <div>
        <Checkbox
          label={words("adult")}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? "adult-fault" : undefined}
          {...register("adult")}
        />
        {fault && <FieldError id="adult-fault">{fault}</FieldError>}
      </div>
    </>
  );
}

/** How to be reached, for the therapist alone. */
export function ContactStep() {
  const words = useTranslations("joining.contact");
  return (
    <>
      <StepHeading title={words("title")} text={words("text")} />
      <SafeContact note={words("kept")} />
    </>
  );
}
