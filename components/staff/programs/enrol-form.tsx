"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { GraduationCap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import {
  type EnrolFields,
  enrolFields,
  type EnrolForm as Page,
  type ProgramChoice,
} from "@/server/features/programs/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields, showFieldFaults } from "../licences/field-faults";
import { useCivilDay } from "../moment";
import { places } from "../places";
import { daysOf } from "./days";
import { EnrolNotices } from "./enrol-notices";
import { ProgramWeeks } from "./program-weeks";

/** Choosing a program and its first day, with the weeks that follow from it. */
export function EnrolForm({ page }: { page: Page }) {
  const words = useTranslations("programs.enrol");
  const { form, send, pending, error } = useEnrol(page);
  const chosen = page.programs.find((one) => one.key === form.watch("programKey"));
  return (
    <form
      method="post"
      noValidate
      onSubmit={send}
      className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]"
    >
      <div className="grid gap-5">
        <FaultBanner error={beyondFields(error)} />
        <Choice form={form} page={page} />
        <StartField form={form} page={page} />
        {page.standing.supervisor && (
          <Banner icon={<GraduationCap size={18} />}>
            {words("supervised", { name: page.standing.supervisor.name })}
          </Banner>
        )}
        <EnrolNotices page={page} chosen={chosen} />
        <Button type="submit" pending={pending} className="justify-self-start">
          {words("send")}
        </Button>
      </div>
      {chosen && <Preview chosen={chosen} startsOn={form.watch("startsOn")} />}
    </form>
  );
}

/** The form's state. Its client id is made once, so that sending twice enrols once. */
function useEnrol(page: Page) {
  const words = useTranslations("programs.enrol");
  const router = useRouter();
  const toast = useToast();
  const day = useCivilDay();
  const [clientId] = useState(() => uuidv4());
  const ids = { practiceId: page.viewer.practiceId, coupleId: page.coupleId };
  const form = useForm<EnrolFields>({
    resolver: zodResolver(enrolFields),
    defaultValues: { programKey: page.programs[0]?.key ?? "", startsOn: page.today },
  });
  const enrol = trpc.programs.enrol.useMutation({
    onSuccess: (_, sent) => {
      const title = page.programs.find((one) => one.key === sent.programKey)?.title ?? "";
      toast({ text: words("done", { title, date: day(sent.startsOn) }) });
      router.push(places.coupleProgram(ids.practiceId, ids.coupleId));
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const send = form.handleSubmit((fields) => enrol.mutate({ ...ids, clientId, ...fields }));
  return { form, send, pending: enrol.isPending || enrol.isSuccess, error: enrol.error };
}

type FormProps = { form: UseFormReturn<EnrolFields>; page: Page };

function Choice({ form, page }: FormProps) {
  const words = useTranslations("programs");
  const field = useFieldWords();
  const options = page.programs.map((one) => ({
    value: one.key,
    label: one.title,
    text: (
      <>
        <span className="block text-ink">{one.promise}</span>
        {[words("weeks", { count: one.weeks.length }), one.own ? words("own") : ""].filter(Boolean).join(" · ")}
      </>
    ),
  }));
  return (
    <RadioCards
      legend={words("enrol.choose")}
      name="program"
      value={form.watch("programKey")}
      onValueChange={(key) => form.setValue("programKey", key, { shouldValidate: true })}
      options={options}
      error={field(form.formState.errors.programKey?.message)}
    />
  );
}

function StartField({ form, page }: FormProps) {
  const words = useTranslations("programs.enrol");
  const field = useFieldWords();
  return (
    <Field
      label={words("startsOn")}
      hint={words("startsOnHint")}
      error={field(form.formState.errors.startsOn?.message)}
    >
      {(control) => (
        <Input {...control} {...form.register("startsOn")} type="date" min={page.today} className="max-w-48" />
      )}
    </Field>
  );
}

function Preview({ chosen, startsOn }: { chosen: ProgramChoice; startsOn: string }) {
  const words = useTranslations("programs.enrol");
  const day = useCivilDay();
  const days = daysOf(chosen.weeks, startsOn);
  const when = (index: number) => {
    const on = days[index];
    if (on) return words("opens", { date: day(on) });
    return words(chosen.weeks[index]?.opens === "THERAPIST" ? "atWord" : "after");
  };
  return (
    <SectionCard title={words("preview")} text={words("previewHint")}>
      <p className="mb-5 text-15 text-ink-soft">{chosen.summary}</p>
      <ProgramWeeks weeks={chosen.weeks} when={when} heading="h3" />
    </SectionCard>
  );
}
