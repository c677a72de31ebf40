"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { coupleName } from "@/components/staff/people";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import {
  type EmergencyFields,
  emergencyDays,
  emergencyFields,
  emergencyReason,
  type Therapist,
} from "@/server/features/clinicians/schema";
import { FaultBanner } from "../fault-banner";
import { TherapistSelect } from "./therapist-select";

type EmergencyFormProps = {
  practiceId: string;
  coupleId: string;
  couple: { one: string; two: string };
  therapists: readonly Therapist[];
};

const lengths = Array.from({ length: emergencyDays.most }, (_, index) => index + emergencyDays.least);
const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase();

/** Emergency access to a couple that nobody present treats: who, why, for how long, and the couple's names typed. */
export function EmergencyForm(props: EmergencyFormProps) {
  const words = useTranslations("people.access.emergency");
  const format = useFormatter();
  const field = useFieldWords();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const { form, open, pending, error } = useOpening(props);
  const { one, two } = props.couple;
  const names = coupleName(format, { one, two });
  const confirmed = plain(typed) === plain(names);
  const submit = (event: React.FormEvent) => {
    setTried(true);
    if (confirmed) return open(event);
    event.preventDefault();
    void form.trigger();
  };
  return (
    <SectionCard title={words("title")} text={words("text")}>
      <form method="post" noValidate className="grid gap-5" onSubmit={submit}>
        <WhoAndWhy form={form} therapists={props.therapists} />
        <Field
          label={words("confirm", { names })}
          hint={words("confirmHint")}
          error={tried && !confirmed ? field("typeToConfirm") : undefined}
        >
          {(control) => (
            <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
          )}
        </Field>
        <FaultBanner error={error} />
        <Button type="submit" variant="danger" pending={pending} className="justify-self-start">
          {words("submit")}
        </Button>
      </form>
    </SectionCard>
  );
}

function WhoAndWhy({ form, therapists }: { form: UseFormReturn<EmergencyFields>; therapists: readonly Therapist[] }) {
  const words = useTranslations("people.access");
  const field = useFieldWords();
  const { errors } = form.formState;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TherapistSelect
          label={words("emergency.who")}
          control={form.register("personId")}
          error={field(errors.personId?.message)}
          therapists={therapists}
        />
        <Field label={words("emergency.days")}>
          {(control) => (
            <Select {...control} {...form.register("days", { valueAsNumber: true })}>
              {lengths.map((days) => (
                <option key={days} value={days}>
                  {words("emergency.daysValue", { days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <RadioCards
        name="reason"
        legend={words("emergency.why")}
        error={field(errors.reason?.message)}
        value={form.watch("reason") ?? null}
        onValueChange={(reason) => form.setValue("reason", reason, { shouldValidate: true })}
        options={emergencyReason.options.map((value) => ({ value, label: words(`reason.${value}`) }))}
      />
    </>
  );
}

function useOpening({ practiceId, coupleId, therapists }: EmergencyFormProps) {
  const words = useTranslations("people.access.emergency");
  const router = useRouter();
  const toast = useToast();
  const [clientId] = useState(() => uuidv4());
  const form = useForm<EmergencyFields>({
    resolver: zodResolver(emergencyFields),
    defaultValues: { personId: "", days: emergencyDays.offered },
  });
  const opening = trpc.clinicians.openEmergency.useMutation({
    onSuccess: (_, { personId }) => {
      const name = therapists.find((one) => one.personId === personId)?.name ?? "";
      toast({ text: words("done", { name }) });
      router.refresh();
    },
  });
  const open = form.handleSubmit((fields) => opening.mutate({ practiceId, coupleId, clientId, ...fields }));
  return { form, open, pending: opening.isPending || opening.isSuccess, error: opening.error };
}
