"use client";

import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { JoinFields } from "./fields";

/** Words on how to be reached; who reads them stands in the frame. */
export function SafeContact({ note }: { note?: string }) {
  const words = useTranslations("joining.contact");
  const field = useFieldWords();
  const { register, formState } = useFormContext<Pick<JoinFields, "safeContact">>();
  return (
    <Field label={words("label")} hint={words("example")} optional error={field(formState.errors.safeContact?.message)}>
      {(control) => (
        <Textarea
          {...control}
          {...register("safeContact")}
          autoComplete="off"
          footer={
            <p className="flex items-start gap-2 text-15 text-ink-soft">
              <LockKeyhole aria-hidden size={16} className="mt-1 shrink-0" />
              <span>
                {words("readers")} {note}
              </span>
            </p>
          }
        />
      )}
    </Field>
  );
}
