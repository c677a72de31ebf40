"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { KindChoice } from "@/server/features/reminders/schema";
import type { ChosenKind, MailFields } from "./fields";

const choices: readonly KindChoice[] = ["ON", "PAUSED", "OFF"];

/** For each kind of email whether it comes, rests until a day, or does not come. */
export function KindFields({ kinds, today }: { kinds: readonly ChosenKind[]; today: string }) {
  const words = useTranslations("reminders.settings");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-16">{words("kinds")}</legend>
      <div className="divide-y divide-line border-line border-y">
        {kinds.map((kind) => (
          <KindField key={kind} kind={kind} />
        ))}
      </div>
      <PauseField today={today} />
    </fieldset>
  );
}

function KindField({ kind }: { kind: ChosenKind }) {
  const words = useTranslations("reminders");
  const id = useId();
  const { register, formState } = useFormContext<MailFields>();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 py-2.5">
      <label htmlFor={id} className="min-w-36 grow basis-0 text-16 leading-snug">
        {words(`settings.${kind}`)}
      </label>
      <Select
        id={id}
        className="w-32"
        {...register(`kinds.${kind}`)}
        defaultValue={formState.defaultValues?.kinds?.[kind]}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words(`settings.choice.${choice}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** The last day of every pause; there only while something rests. */
function PauseField({ today }: { today: string }) {
  const words = useTranslations("reminders.settings");
  const fieldWords = useFieldWords();
  const { register, formState, control } = useFormContext<MailFields>();
  const kinds = useWatch({ control, name: "kinds" });
  if (!Object.values(kinds).includes("PAUSED")) return null;
  return (
    <Field
      className="mt-4"
      label={words("pausedUntil")}
      hint={words("pausedUntilHint")}
      error={fieldWords(formState.errors.pausedUntil?.message)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          {...register("pausedUntil", { setValueAs: (value: string | null) => value || null })}
          type="date"
          min={today}
        />
      )}
    </Field>
  );
}
