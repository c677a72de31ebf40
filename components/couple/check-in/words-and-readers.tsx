"use client";

import { useTranslations } from "next-intl";
import { type Control, Controller, type UseFormRegister, useFormState, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import { readers, type Visibility, VisibilityIcon, VisibilityLabel } from "@/components/ui/visibility-label";
import { wordsLimit } from "@/server/features/check-ins/schema";
import type { FormValues, SentValues } from "./values";

type WordsProps = {
  control: Control<FormValues, unknown, SentValues>;
  register: UseFormRegister<FormValues>;
  partnerName: string | null;
};

/** Who may read, chosen first; then the words, with their readers inside the frame. */
export function WordsAndReaders({ control, register, partnerName }: WordsProps) {
  const words = useTranslations("couple.checkIn");
  const names = useTranslations("common.readers");
  const fieldWords = useFieldWords();
  const [visibility, text] = useWatch({ control, name: ["visibility", "words"] });
  const { errors } = useFormState({ control, name: "words" });
  const partner = partnerName ?? undefined;
  const choices: Visibility[] = partnerName ? ["PRIVATE", "THERAPIST", "SHARED"] : ["PRIVATE", "THERAPIST"];
  const explained = {
    PRIVATE: words("onlyYou"),
    THERAPIST: undefined,
    SHARED: words("shared", { name: partnerName ?? "" }),
  };
  const left = wordsLimit - text.length;
  return (
    <div className="grid gap-5">
      <Controller
        control={control}
        name="visibility"
        render={({ field }) => (
          <RadioCards
            {...field}
            legend={words("readers")}
            hint={words("readersHint")}
            onValueChange={field.onChange}
            options={choices.map((value) => ({
              value,
              label: readers(names, value, partner),
              text: value === visibility ? explained[value] : undefined,
              icon: <VisibilityIcon visibility={value} size={18} />,
            }))}
          />
        )}
      />
      {visibility && (
        <Field label={words("words")} optional error={fieldWords(errors.words?.message)} className="animate-rise">
          {(wiring) => (
            <Textarea
              {...wiring}
              {...register("words")}
              rows={4}
              footer={
                <span className="flex flex-wrap justify-between gap-x-4">
                  <VisibilityLabel visibility={visibility} partner={partner} />
                  {left < 300 && <span className="figures text-ink-soft">{words("left", { count: left })}</span>}
                </span>
              }
            />
          )}
        </Field>
      )}
    </div>
  );
}
