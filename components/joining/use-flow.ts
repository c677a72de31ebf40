"use client";

import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { type ResolverResult, type UseFormReturn, useForm } from "react-hook-form";
import type { appError } from "@/components/trpc/client";
import type { Accepted } from "@/server/features/joining/schema";
import { emptyFields, type JoinFields, passkeyLoginSchema, stepSchemas } from "./fields";
import type { JoinFlowProps } from "./join-flow";
import { keep, resumeAt, takeKept } from "./kept";
import { type StepName, stepAfter, stepBefore } from "./steps";
import { type Stop, useSending } from "./use-sending";

/** The state of the steps. */
export interface Flow {
  form: UseFormReturn<JoinFields>;
  step: StepName | "welcome";
  /** The page was loaded anew on the way: the password is asked for again. */
  resumed: boolean;
  begin: () => void;
  back: () => void;
  submit: (event: React.FormEvent) => void;
  pending: boolean;
  fault: ReturnType<typeof appError>["code"] | null;
  /** The device made no passkey: the person broke off, or it cannot. */
  noPasskey: boolean;
  /** Goes back to the login to choose a password. */
  choosePassword: () => void;
  result: Extract<Accepted, { state: "joined" }> | null;
  /** Joined, with one more thing to see before going on to this address. */
  stop: Stop | null;
}

/** One form through all steps, each judged by its own rules; what was typed stays whatever happens. */
export function useFlow({ invitation, zones, onOver }: JoinFlowProps): Flow {
  const locale = useLocale() === "es" ? "es" : "en";
  const [kept] = useState(() => (takeKept()?.token === invitation.token ? takeKept() : null));
  const [step, setStep] = useState(() => resumeAt(kept, invitation));
  const present = useRef(step);
  present.current = step;
  const form = useForm<JoinFields>({
    defaultValues: startingFields(invitation, locale, zones, kept?.fields),
    resolver: (values) => judge(present.current, values),
  });
  const go = (next: StepName | "welcome") => {
    setStep(next);
    keep(invitation.token, next, form.getValues());
    window.scrollTo(0, 0);
  };
  const sending = useSending({ invitation, form, go, onOver });
  const submit = form.handleSubmit(async () => {
    if (step === "welcome") return;
    if (step === "login" && !(await sending.check())) return;
    const next = stepAfter(step, invitation);
    if (next) go(next);
    else await sending.accept();
  });
  return {
    form,
    step,
    resumed: kept?.fields !== undefined,
    begin: () => go("login"),
    back: () => step !== "welcome" && go(stepBefore(step, invitation)),
    submit,
    ...sending,
  };
}

/** A step is judged alone: later ones are still empty. */
function judge(step: StepName | "welcome", values: JoinFields): ResolverResult<JoinFields> {
  const nothing = step === "welcome" || (step === "login" && values.how === "session");
  const schema = step === "login" && values.how === "passkey" ? passkeyLoginSchema : null;
  const result = nothing ? null : (schema ?? stepSchemas[step]).safeParse(values);
  if (!result || result.success) return { values, errors: {} };
  const faults = result.error.issues.map(({ path, message }) => [path.join("."), { type: "rule", message }]);
  return { values: {}, errors: Object.fromEntries(faults.toReversed()) };
}

function startingFields(
  invitation: JoinFlowProps["invitation"],
  locale: "en" | "es",
  zones: string[],
  kept: Partial<JoinFields> | undefined,
): JoinFields {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const empty = emptyFields(invitation, locale, zones.includes(device) ? device : invitation.timeZone);
  const how = invitation.signedInAs ? "session" : kept?.how === "passkey" ? "passkey" : "new";
  return { ...empty, ...kept, locale, how };
}
