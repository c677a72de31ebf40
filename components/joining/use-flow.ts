"use client";

import { platformAuthenticatorIsAvailable } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { type ResolverResult, type UseFormReturn, useForm } from "react-hook-form";
import { redeemTicket } from "@/components/auth/next-auth";
import { appError, trpc } from "@/components/trpc/client";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { currentConsent } from "@/content/consent";
import type { Accepted } from "@/server/features/joining/schema";
import { acceptanceOf, emptyFields, type JoinFields, stepSchemas } from "./fields";
import type { JoinFlowProps } from "./join-flow";
import { forgetKept, keep, resumeAt, takeKept } from "./kept";
import { type StepName, stepAfter, stepBefore, stepOfField } from "./steps";

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
  result: Extract<Accepted, { state: "joined" }> | null;
  /** Joined, on a device that could hold a passkey: offered before going on to this address. */
  offered: string | null;
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
  const result = nothing ? null : stepSchemas[step].safeParse(values);
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
  const how = invitation.signedInAs ? "session" : "new";
  return { ...empty, ...kept, locale, how };
}

type Sending = Pick<JoinFlowProps, "invitation" | "onOver"> & {
  form: UseFormReturn<JoinFields>;
  go: (step: StepName) => void;
};

/** The two requests of the way: may the login be so, and joining itself. Faults go back to the step that asks. */
function useSending({ invitation, form, go, onOver }: Sending) {
  const router = useRouter();
  const [fault, setFault] = useState<Flow["fault"]>(null);
  const [result, setResult] = useState<Flow["result"]>(null);
  const [offered, setOffered] = useState<string | null>(null);
  const { mutateAsync: checkLogin, isPending: checking } = trpc.join.check.useMutation({ networkMode: "always" });
  const { mutateAsync: acceptAll, isPending: accepting } = trpc.join.accept.useMutation({ networkMode: "always" });
  const refuse = (error: unknown) => {
    const { code, fields } = appError(error);
    const [first] = Object.keys(fields ?? {});
    for (const [name, message] of Object.entries(fields ?? {})) {
      const field = name.split(".").at(-1) as keyof JoinFields;
      form.setError(field, { message });
    }
    if (code === "SIGNED_OUT") form.setValue("how", "new");
    setFault(first ? null : code);
    if (first || code === "SIGNED_OUT") go(first ? stepOfField(first) : "login");
    return false;
  };
  const check = async () => {
    const { how, email, password } = form.getValues();
    setFault(null);
    if (how === "session") return true;
    return checkLogin({ token: invitation.token, email, password }).then(() => true, refuse);
  };
  const accept = async () => {
    setFault(null);
    try {
      const fields = form.getValues();
      const answer = await acceptAll(acceptanceOf(invitation, fields, currentConsent.version));
      if (answer.state !== "joined") return onOver(answer);
      forgetKept();
      rememberChoice("locale", fields.locale);
      setResult(answer);
      await enter(answer, router, setOffered);
    } catch (error) {
      refuse(error);
    }
  };
  return { check, accept, fault, result, offered, pending: checking || accepting || result !== null };
}

/**
 * Goes into the portal: signed in already, or by the ticket; a ticket that came too late leads to the sign-in. A new login
 * on a device that can hold a passkey is asked on the way whether it wants one.
 */
async function enter(
  answer: NonNullable<Flow["result"]>,
  router: ReturnType<typeof useRouter>,
  offer: (next: string) => void,
): Promise<void> {
  if (answer.mustSignIn) return;
  const inside = answer.ticket === null || (await redeemTicket(answer.ticket));
  const isNew = answer.ticket !== null && inside;
  if (isNew && (await platformAuthenticatorIsAvailable().catch(() => false))) return offer(answer.next);
  router.replace(inside ? answer.next : `/sign-in?next=${encodeURIComponent(answer.next)}`);
  router.refresh();
}
