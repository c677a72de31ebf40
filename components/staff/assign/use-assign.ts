"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";
import { type AssignFields, type AssignForm, assignFields } from "@/server/features/homework/schema";
import { showFieldFaults } from "../licences/field-faults";
import { places } from "../places";
import { keepAssignDraft, takeAssignDraft } from "./assign-draft";

export type AssignFormState = UseFormReturn<AssignFields>;
export type Strategy = AssignForm["strategies"][number];

type Assigning = {
  form: AssignFormState;
  choose: (strategy: Strategy) => void;
  clear: () => void;
  send: (event: React.FormEvent) => void;
  pending: boolean;
  error: unknown;
};

/** The form's state. Its client id is made once, so that sending twice assigns once; nothing typed is lost to an error. */
export function useAssign(page: AssignForm): Assigning {
  const words = useTranslations("staff.assign");
  const router = useRouter();
  const toast = useToast();
  const [clientId, setClientId] = useState(() => uuidv4());
  const { practiceId, today } = page.viewer;
  const { coupleId } = page;
  const both = page.partners.map(({ personId }) => personId);
  const form = useForm<AssignFields>({ resolver: zodResolver(assignFields), defaultValues: emptyFields(both, today) });
  const titleOf = (key: string) => page.strategies.find((strategy) => strategy.key === key)?.title ?? "";
  const assign = trpc.homework.assign.useMutation({
    onSuccess: (_, { strategyKey }) => {
      takeAssignDraft(coupleId);
      toast({ text: words("done", { title: titleOf(strategyKey) }) });
      router.push(places.couple(practiceId, coupleId));
    },
    onError: (error, sent) => {
      keepAssignDraft(coupleId, sent.clientId, sent);
      showFieldFaults(form, error);
    },
  });
  const { reset } = form;
  useEffect(() => {
    const draft = takeAssignDraft(coupleId);
    if (!draft) return;
    setClientId(draft.clientId);
    reset(draft.fields);
  }, [coupleId, reset]);
  const choose = ({ key, mode, cadence }: Strategy) => {
    form.setValue("strategyKey", key, { shouldValidate: true });
    form.setValue("mode", mode);
    form.setValue("cadence", cadence);
    form.setValue("personIds", mode === "JUST_YOU" ? [] : both);
  };
  return {
    form,
    choose,
    clear: () => form.setValue("strategyKey", ""),
    send: form.handleSubmit((fields) => assign.mutate({ practiceId, coupleId, clientId, ...fields })),
    pending: assign.isPending || assign.isSuccess,
    error: assign.error,
  };
}

function emptyFields(personIds: string[], today: string): AssignFields {
  return {
    strategyKey: "",
    mode: "TOGETHER",
    personIds,
    knownToBoth: false,
    cadence: { every: "week", times: 1 },
    startsOn: today,
    endsOn: null,
    untilAppointment: true,
    note: "",
    plan: { why: "", when: "", obstacle: "", tiny: "", hour: "", confidence: null },
  };
}
