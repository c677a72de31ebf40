"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { type Fault, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Card } from "@/components/ui/card";
import type { ComboboxOption } from "@/components/ui/combobox";
import { businessAssociate } from "@/content/agreements/business-associate";
import { type PracticeFields, practiceFields } from "@/server/features/practices/schema";
import { AgreementStep } from "./agreement-step";
import { useFoundingDraft } from "./draft";
import { PracticeStep } from "./practice-step";
import { StepList } from "./step-list";

type FoundFormProps = {
  locale: "en" | "es";
  zones: readonly ComboboxOption[];
  countries: readonly ComboboxOption[];
};

/** What the practice is called and where it lies, then its agreement; sent once, however often it is sent. */
export function FoundForm({ locale, zones, countries }: FoundFormProps) {
  const words = useTranslations("signUp");
  const [step, setStep] = useState<"practice" | "agreement">("practice");
  const form = useForm<PracticeFields>({
    resolver: zodResolver(practiceFields),
    defaultValues: { name: "", displayName: "", timeZone: "", country: "", treats: true },
  });
  const draft = useFoundingDraft(form, zones, countries);
  const { found, fault, pending } = useFound(draft.forget);
  const sign = (signatory: string) => {
    const { version } = businessAssociate;
    return found({ ...form.getValues(), clientId: draft.clientId(), agreement: { version, locale, signatory } });
  };
  return (
    <div className="mx-auto grid w-full max-w-160 gap-6">
      <header className="text-center">
        <h1 className="display text-32">{words(`${step}.title`)}</h1>
        <p className="text-balance text-16 text-ink-soft">{words(`${step}.text`)}</p>
      </header>
      <StepList current={step} />
      <Card className="p-5 sm:p-7">
        {step === "practice" ? (
          <PracticeStep form={form} zones={zones} countries={countries} onDone={() => setStep("agreement")} />
        ) : (
          <AgreementStep
            locale={locale}
            practiceName={form.getValues("name")}
            fault={fault}
            pending={pending}
            onBack={() => setStep("practice")}
            onSign={sign}
          />
        )}
      </Card>
    </div>
  );
}

/** Founds the practice and goes to its first steps. */
function useFound(onFounded: () => void) {
  const router = useRouter();
  const faultOf = useFault();
  const [fault, setFault] = useState<Fault | null>(null);
  const send = trpc.practices.found.useMutation({
    networkMode: "always",
    onMutate: () => setFault(null),
    onError: (error) => setFault(faultOf(error)),
    onSuccess: ({ practiceId }) => {
      onFounded();
      router.replace(`/practice/${practiceId}/start`);
      router.refresh();
    },
  });
  return { found: send.mutate, fault, pending: send.isPending || send.isSuccess };
}
