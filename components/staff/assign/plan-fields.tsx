"use client";

import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { AssignFormState } from "./use-assign";

type PlanProps = {
  form: AssignFormState;
  /** The strategy's own tiny version, which holds where none is written. */
  tiny: string;
  /** Who reads it, in words. */
  readers: string;
  /** Shown unfolded, where somebody came to change it. */
  open?: boolean;
};

/** The four prompts that make homework likelier to be done, behind one fold: assigning takes less than a minute without. */
export function PlanFields({ form, tiny, readers, open }: PlanProps) {
  const words = useTranslations("assigning.plan");
  return (
    <details open={open} className="group rounded-l border border-line bg-surface px-5 py-4">
      <summary className="cursor-pointer list-none rounded-s">
        <span className="block font-semibold text-15 underline decoration-line-strong underline-offset-4 group-open:no-underline">
          {words("fold")}
        </span>
        <span className="block text-14 text-ink-soft">{words("foldText")}</span>
      </summary>
      <div className="mt-4 grid gap-5">
        <VisibilityLabel visibility="SHARED">
          {readers ? words("readers", { names: readers }) : words("readersSome")}
        </VisibilityLabel>
        <PlanText form={form} name="why" hint={words("whyHint")} />
        <div className="grid items-start gap-5 @lg:grid-cols-[minmax(0,1fr)_12rem]">
          <PlanText form={form} name="when" hint={words("whenHint")} />
          <Field label={words("hour")} optional>
            {(control) => <Input {...control} {...form.register("plan.hour")} type="time" />}
          </Field>
        </div>
        <PlanText form={form} name="obstacle" />
        <PlanText form={form} name="tiny" hint={words("tinyHint", { text: tiny })} />
        <Confidence form={form} />
      </div>
    </details>
  );
}

type TextProps = { form: AssignFormState; name: "why" | "when" | "obstacle" | "tiny"; hint?: string };

function PlanText({ form, name, hint }: TextProps) {
  const words = useTranslations("assigning.plan");
  const field = useFieldWords();
  const fault = form.formState.errors.plan?.[name]?.message;
  return (
    <Field label={words(name)} hint={hint} optional error={field(fault)}>
      {(control) => <Textarea {...control} {...form.register(`plan.${name}`)} rows={2} />}
    </Field>
  );
}

function Confidence({ form }: { form: AssignFormState }) {
  const words = useTranslations("assigning.plan");
  return (
    <Controller
      control={form.control}
      name="plan.confidence"
      render={({ field: { name, ref, value, onChange } }) => (
        <div>
          <ScaleButtons
            {...{ name, ref }}
            legend={words("confidence")}
            hint={words("confidenceHint")}
            value={value ?? null}
            onValueChange={onChange}
            low={words("low")}
            high={words("high")}
          />
          {typeof value === "number" && (
            <Button variant="quiet" size="small" className="mt-1 -ml-3" onClick={() => onChange(null)}>
              {words("clear")}
            </Button>
          )}
        </div>
      )}
    />
  );
}
