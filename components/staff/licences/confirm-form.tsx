"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Controller, useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import { type ConfirmFields, confirmFields, type LicenceCard } from "@/server/features/licences/schema";
import { beyondFields, showFieldFaults } from "./field-faults";

type ConfirmProps = {
  licence: LicenceCard;
  practiceId: string;
  /** The sole practitioner attests their own: there is nothing to choose. */
  own?: boolean;
  onDone?: () => void;
  /** What else can be done, beside the button. */
  children?: ReactNode;
};

/** How a licence was confirmed and what was found: without both it is not verified. */
export function ConfirmForm({ licence, practiceId, own = false, onDone, children }: ConfirmProps) {
  const words = useTranslations("licences.queue");
  const field = useFieldWords();
  const router = useRouter();
  const toast = useToast();
  const form = useForm<ConfirmFields>({
    resolver: zodResolver(confirmFields),
    defaultValues: { reference: "", ...(own ? { confirmation: "ATTESTED" } : {}) },
  });
  const decide = trpc.licences.decide.useMutation({
    onSuccess: () => {
      toast({ text: own ? words("attested") : words("verified", { name: licence.name }) });
      onDone?.();
      router.refresh();
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const { licenceId } = licence;
  const { errors } = form.formState;
  const send = form.handleSubmit((fields) => decide.mutate({ practiceId, licenceId, verdict: "VERIFIED", ...fields }));
  return (
    <form method="post" noValidate onSubmit={send} className="grid gap-4">
      {!own && <How form={form} name={`confirmation-${licenceId}`} />}
      <Field
        label={words("reference")}
        hint={words(own ? "attestHint" : "referenceHint")}
        error={field(errors.reference?.message)}
      >
        {(control) => <Input {...control} {...form.register("reference")} autoComplete="off" />}
      </Field>
      <FaultBanner error={beyondFields(decide.error)} />
      <div className="flex flex-wrap items-center gap-2.5">
        <Button type="submit" pending={decide.isPending}>
          {words(own ? "attest" : "verify")}
        </Button>
        {children}
      </div>
    </form>
  );
}

const ways = ["BOARD_WEBSITE", "PHONE", "DOCUMENT"] as const;

function How({ form, name }: { form: ReturnType<typeof useForm<ConfirmFields>>; name: string }) {
  const words = useTranslations("licences.queue");
  const field = useFieldWords();
  return (
    <Controller
      control={form.control}
      name="confirmation"
      render={({ field: { value, onChange, ref }, fieldState: { error } }) => (
        <RadioCards
          {...{ name, ref }}
          legend={words("how")}
          value={value === "ATTESTED" ? null : (value ?? null)}
          onValueChange={onChange}
          error={error && field(error.message === "licenceOverDecide" ? error.message : "chooseConfirmation")}
          options={ways.map((way) => ({
            value: way,
            label: words(`confirmation.${way}`),
            text: words(`confirmationText.${way}`),
          }))}
        />
      )}
    />
  );
}
