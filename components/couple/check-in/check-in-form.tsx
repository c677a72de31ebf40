"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Control, Controller, useForm, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Button } from "@/components/ui/button";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { Segmented } from "@/components/ui/segmented";
import { submitInput } from "@/server/features/check-ins/schema";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { DraftStore } from "./draft-store";
import { SendFailure } from "./send-failure";
import type { Stage } from "./stage";
import { useSend } from "./use-send";
import { type FormValues, formSchema, type SentValues, sameValues } from "./values";
import { WordsAndReaders } from "./words-and-readers";

type FormStage = Extract<Stage, { kind: "form" }>;

type FormProps = {
  stage: FormStage;
  viewer: PartnerViewer;
  occurrenceId: string;
  store: DraftStore;
  onSent: (stored: OwnCheckIn) => void;
  onStage: (next: Stage) => void;
  /** Leaves a change undone; absent for a first answer. */
  onCancel?: () => void;
};

const results = submitInput.shape.result.options;

/** The check-in: one choice is enough to send. Everything typed is kept on the phone until it has arrived. */
export function CheckInForm({ stage, viewer, occurrenceId, store, onSent, onStage, onCancel }: FormProps) {
  const words = useTranslations("couple.checkIn");
  const { target } = stage;
  const form = useForm<FormValues, unknown, SentValues>({
    resolver: zodResolver(formSchema),
    defaultValues: stage.start,
  });
  const kept = useKeptDraft(form.control, stage, store);
  const { send, retry, failure, pending } = useSend({
    coupleId: viewer.coupleId,
    occurrenceId,
    onSent,
    onConflict: (stored, mine) => onStage({ kind: "both", stored, mine, clientId: target.clientId }),
    onClosed: (mine) => onStage({ kind: "closed", mine }),
  });
  const cancel = () => {
    store.remove();
    onCancel?.();
  };
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((values) => send(values, target))}
      className="grid gap-8 [&_input]:scroll-mb-36 [&_textarea]:scroll-mb-36"
    >
      {stage.restored && <p className="-mt-2 text-ink-soft">{words("restored")}</p>}
      <Result control={form.control} />
      <Rating control={form.control} name="difficulty" />
      <Rating control={form.control} name="usefulness" />
      <WordsAndReaders control={form.control} register={form.register} partnerName={viewer.partnerName} />
      <div className="sticky bottom-0 z-10 -mx-5 -mb-6 grid gap-3 bg-paper px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
        {failure && <SendFailure failure={failure} onRetry={retry} kept={kept} />}
        <Button type="submit" size="large" wide pending={pending}>
          {words(target.editing ? "saveChanges" : "send")}
        </Button>
      </div>
      <div className="grid gap-2">
        {kept && !failure && <p className="text-center text-16 text-ink-soft">{words("kept")}</p>}
        {onCancel && (
          <Button variant="quiet" size="large" wide onClick={cancel}>
            {words("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Keeps what is typed on the phone, from the first change on. @returns whether it is kept. */
function useKeptDraft(control: Control<FormValues, unknown, SentValues>, stage: FormStage, store: DraftStore): boolean {
  const values = useWatch({ control }) as FormValues;
  const [kept, setKept] = useState(stage.restored);
  const last = useRef(stage.start);
  useEffect(() => {
    if (sameValues(values, last.current)) return;
    last.current = values;
    if (sameValues(values, stage.initial)) {
      store.remove();
      return setKept(false);
    }
    store.save({ ...values, ...stage.target }).then(setKept);
  }, [values, stage, store]);
  return kept;
}

function Result({ control }: { control: Control<FormValues, unknown, SentValues> }) {
  const words = useTranslations("couple");
  const fieldWords = useFieldWords();
  return (
    <Controller
      control={control}
      name="result"
      render={({ field, fieldState }) => (
        <Segmented
          {...field}
          legend={words("checkIn.result")}
          legendHidden
          onValueChange={field.onChange}
          error={fieldWords(fieldState.error?.message)}
          options={results.map((value) => ({ value, label: words(`homework.result.${value}`) }))}
        />
      )}
    />
  );
}

type RatingProps = { control: Control<FormValues, unknown, SentValues>; name: "difficulty" | "usefulness" };

function Rating({ control, name }: RatingProps) {
  const words = useTranslations("couple.checkIn");
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <ScaleButtons
          {...field}
          optional
          legend={words(name)}
          low={words(`${name}Low`)}
          high={words(`${name}High`)}
          onValueChange={field.onChange}
        />
      )}
    />
  );
}
