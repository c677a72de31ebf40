"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFieldWords } from "@/components/session/error-words";
import { namesInWords } from "@/components/staff/people";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { AssignFormState } from "./use-assign";

/** Names in a sentence: one alone, or the two. */
export function useBothNames(names: readonly string[]): string {
  return namesInWords(useFormatter(), ...names);
}

/** The therapist's words to whoever does it. */
export function NoteField({ form, names }: { form: AssignFormState; names: readonly string[] }) {
  const words = useTranslations("staff.assign");
  const field = useFieldWords();
  const readers = useBothNames(names);
  return (
    <Field label={words("note")} hint={words("noteHint")} optional error={field(form.formState.errors.note?.message)}>
      {(control) => (
        <Textarea
          {...control}
          {...form.register("note")}
          footer={
            readers && (
              <VisibilityLabel visibility={names.length > 1 ? "SHARED" : "THERAPIST"}>
                {words("readNote", { names: readers, count: names.length })}
              </VisibilityLabel>
            )
          }
        />
      )}
    </Field>
  );
}
