"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { type Absence, type AbsenceFields, type AbsencePage, absenceFields } from "@/server/features/absences/schema";
import { FaultBanner } from "../fault-banner";
import { coupleName, namesOf } from "../people";

type AbsenceFormProps = {
  page: AbsencePage;
  /** The plan to change; a new one where left out. */
  absence?: Absence;
  onClose?: () => void;
};
type State = UseFormReturn<AbsenceFields>;

/** From when until when, and who covers each couple. Nobody is a choice of its own: replies wait. */
export function AbsenceForm({ page, absence, onClose }: AbsenceFormProps) {
  const words = useTranslations("people.absence");
  const common = useTranslations("common");
  const { form, send, pending, error } = useAbsence({ page, absence, onClose });
  return (
    <SectionCard title={words(absence ? "changeTitle" : "newTitle")} text={words("newText")}>
      <form method="post" noValidate className="grid gap-5" onSubmit={send}>
        <Days form={form} page={page} begun={absence?.begun ?? false} />
        {page.couples.length > 0 && <Covers form={form} page={page} />}
        {page.couples.length > 0 && <Homework form={form} />}
        <FaultBanner error={error} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" pending={pending}>
            {words(absence ? "save" : "plan")}
          </Button>
          {onClose && (
            <Button variant="quiet" onClick={onClose}>
              {common("cancel")}
            </Button>
          )}
        </div>
      </form>
    </SectionCard>
  );
}

function Days({ form, page, begun }: { form: State; page: AbsencePage; begun: boolean }) {
  const words = useTranslations("people.absence");
  const field = useFieldWords();
  const { errors } = form.formState;
  const startsOn = form.watch("startsOn");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label={words("startsOn")} error={errors.startsOn && field("required")}>
        {(control) => (
          <Input
            {...control}
            {...form.register("startsOn")}
            type="date"
            min={begun ? undefined : page.today}
            required
          />
        )}
      </Field>
      <Field
        label={words("endsOn")}
        error={errors.endsOn && field(errors.endsOn.message === "endsBeforeStart" ? "endsBeforeStart" : "required")}
      >
        {(control) => (
          <Input {...control} {...form.register("endsOn")} type="date" min={startsOn || page.today} required />
        )}
      </Field>
    </div>
  );
}

function Covers({ form, page }: { form: State; page: AbsencePage }) {
  const words = useTranslations();
  const format = useFormatter();
  const covers = form.watch("covers");
  const setAll = (personId: string) =>
    form.setValue(
      "covers",
      covers.map((row) => ({ ...row, personId: personId || null })),
    );
  const set = (coupleId: string, personId: string) =>
    form.setValue(
      "covers",
      covers.map((row) => (row.coupleId === coupleId ? { ...row, personId: personId || null } : row)),
    );
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-semibold text-15">{words("people.absence.who")}</legend>
      {page.couples.length > 1 && (
        <Field label={words("people.absence.everyone")}>
          {(control) => (
            <Select {...control} value="choose" onChange={(event) => setAll(event.target.value)}>
              <option value="choose" disabled>
                {words("people.absence.oneByOne")}
              </option>
              <Therapists page={page} />
            </Select>
          )}
        </Field>
      )}
      <div className="grid gap-4 lg:grid-cols-2">
        {page.couples.map(({ coupleId, partners }) => {
          const { one, two } = namesOf(partners);
          const chosen = covers.find((row) => row.coupleId === coupleId)?.personId ?? "";
          return (
            <Field key={coupleId} label={coupleName(format, { one, two })}>
              {(control) => (
                <Select {...control} value={chosen} onChange={(event) => set(coupleId, event.target.value)}>
                  <Therapists page={page} />
                </Select>
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

/** What becomes of standing homework where nobody covers: it rests unless said otherwise. */
function Homework({ form }: { form: State }) {
  const words = useTranslations("people.absence.homework");
  const id = useId();
  const choices = [
    { value: "rests", label: words("restsChoice"), text: words("restsText") },
    { value: "goesOn", label: words("goesOnChoice"), text: words("goesOnText") },
  ] as const;
  return (
    <RadioCards
      name={`homework-${id}`}
      legend={words("legend")}
      hint={words("hint")}
      options={choices}
      value={form.watch("homeworkRests") ? "rests" : "goesOn"}
      onValueChange={(value) => form.setValue("homeworkRests", value === "rests")}
    />
  );
}

function Therapists({ page }: { page: AbsencePage }) {
  const words = useTranslations("people.absence");
  return (
    <>
      <option value="">{words("nobody")}</option>
      {page.therapists.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
    </>
  );
}

function useAbsence({ page, absence, onClose }: AbsenceFormProps) {
  const words = useTranslations("people.absence");
  const router = useRouter();
  const toast = useToast();
  const { practiceId } = page.viewer;
  const [clientId, setClientId] = useState(() => uuidv4());
  const covers = absence?.covers ?? page.couples.map(({ coupleId }) => ({ coupleId, personId: null }));
  const { startsOn = "", endsOn = "", homeworkRests = true } = absence ?? {};
  const form = useForm<AbsenceFields>({
    resolver: zodResolver(absenceFields),
    defaultValues: { startsOn, endsOn, covers, homeworkRests },
  });
  const done = (text: string) => {
    toast({ text });
    onClose?.();
    form.reset();
    setClientId(uuidv4());
    router.refresh();
  };
  const plan = trpc.absences.plan.useMutation({ onSuccess: () => done(words("plannedToast")) });
  const change = trpc.absences.change.useMutation({ onSuccess: () => done(words("changedToast")) });
  const send = form.handleSubmit((fields) => {
    if (absence) change.mutate({ practiceId, absenceId: absence.absenceId, ...fields });
    else plan.mutate({ practiceId, clientId, ...fields });
  });
  return { form, send, pending: plan.isPending || change.isPending, error: plan.error ?? change.error };
}
