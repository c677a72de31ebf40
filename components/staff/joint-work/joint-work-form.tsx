"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Controller, type UseFormReturn, useForm } from "react-hook-form";
import { Temporal } from "temporal-polyfill";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { StaffViewer } from "@/server/features/people/schema";
import { type SafetyFields, safetyFields, safetyStanding } from "@/server/features/safety/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields, showFieldFaults } from "../licences/field-faults";

type FormProps = { viewer: Pick<StaffViewer, "practiceId" | "today">; coupleId: string; onDone: () => void };
type FormState = UseFormReturn<SafetyFields>;

/** How far off the day to look again is offered: half a year for joint work, four weeks for the others. */
const offeredWeeks = { JOINT: 26, INDIVIDUAL_ONLY: 4, NOT_YET: 4 };

/** What holds, whether each was asked alone, and until when. */
export function JointWorkForm({ viewer: { practiceId, today }, coupleId, onDone }: FormProps) {
  const words = useTranslations("jointWork");
  const router = useRouter();
  const toast = useToast();
  const [clientId] = useState(() => uuidv4());
  const form = useForm<SafetyFields>({
    resolver: zodResolver(safetyFields),
    defaultValues: { eachAlone: false, lookAgainOn: "", note: "" },
  });
  const record = trpc.safety.record.useMutation({
    onSuccess: () => {
      toast({ text: words("saved") });
      router.refresh();
      onDone();
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const submit = form.handleSubmit((fields) => record.mutate({ practiceId, coupleId, clientId, ...fields }));
  const send = (event: FormEvent) => {
    event.stopPropagation(); // the window may stand in another form
    return submit(event);
  };
  return (
    <form method="post" noValidate onSubmit={send} className="grid gap-5">
      <StandingField form={form} today={today} />
      {form.watch("standing") && <Details form={form} today={today} />}
      <FaultBanner error={beyondFields(record.error)} />
      <Button type="submit" size="large" wide pending={record.isPending}>
        {words("save")}
      </Button>
    </form>
  );
}

function StandingField({ form, today }: { form: FormState; today: string }) {
  const words = useTranslations("jointWork");
  const field = useFieldWords();
  const offered = (weeks: number) => Temporal.PlainDate.from(today).add({ weeks }).toString();
  return (
    <Controller
      control={form.control}
      name="standing"
      render={({ field: { name, ref, value, onChange }, fieldState }) => (
        <RadioCards
          {...{ name, ref, value }}
          legend={words("legend")}
          error={field(fieldState.error?.message)}
          onValueChange={(standing) => {
            onChange(standing);
            form.clearErrors();
            form.setValue("lookAgainOn", offered(offeredWeeks[standing]));
          }}
          options={safetyStanding.options.map((one) => ({
            value: one,
            label: words(`standing.${one}`),
            text: words(`standingText.${one}`),
          }))}
        />
      )}
    />
  );
}

function Details({ form, today }: { form: FormState; today: string }) {
  const words = useTranslations("jointWork");
  const field = useFieldWords();
  const { errors } = form.formState;
  return (
    <>
      <div>
        <Checkbox {...form.register("eachAlone")} label={words("eachAlone")} hint={words("eachAloneHint")} />
        {errors.eachAlone && <FieldError>{field(errors.eachAlone.message)}</FieldError>}
      </div>
      <Field label={words("lookAgainOn")} error={field(errors.lookAgainOn?.message)}>
        {(control) => <Input {...control} {...form.register("lookAgainOn")} type="date" min={today} required />}
      </Field>
      <Field label={words("note")} optional error={field(errors.note?.message)}>
        {(control) => (
          <Textarea
            {...control}
            {...form.register("note")}
            footer={<VisibilityLabel visibility="THERAPIST">{words("noteReaders")}</VisibilityLabel>}
          />
        )}
      </Field>
      {form.watch("standing") !== "JOINT" && <p className="text-14 text-ink-soft">{words("running")}</p>}
    </>
  );
}
