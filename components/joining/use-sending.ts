"use client";

import { platformAuthenticatorIsAvailable } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { redeemTicket } from "@/components/auth/next-auth";
import { appError, trpc } from "@/components/trpc/client";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { currentConsent } from "@/content/consent";
import type { Accepted } from "@/server/features/joining/schema";
import { acceptanceOf, type JoinFields } from "./fields";
import type { JoinFlowProps } from "./join-flow";
import { forgetKept } from "./kept";
import { type StepName, stepOfField } from "./steps";
import { useNewPasskey } from "./use-new-passkey";

/** What is shown before the portal: the offer of a passkey, or the codes that stand in for a lost one. */
export type Stop = { next: string; recoveryCodes: string[] };

type Joined = Extract<Accepted, { state: "joined" }>;

type Sending = Pick<JoinFlowProps, "invitation" | "onOver"> & {
  form: UseFormReturn<JoinFields>;
  go: (step: StepName) => void;
};

/** The requests of the way: may the login be so, and joining itself. Faults go back to the step that asks. */
export function useSending({ invitation, form, go, onOver }: Sending) {
  const router = useRouter();
  const [fault, setFault] = useState<ReturnType<typeof appError>["code"] | null>(null);
  const [result, setResult] = useState<Joined | null>(null);
  const [stop, setStop] = useState<Stop | null>(null);
  const passkey = useNewPasskey(invitation.token);
  const { mutateAsync: checkLogin, isPending: checking } = trpc.join.check.useMutation({ networkMode: "always" });
  const { mutateAsync: acceptAll, isPending: accepting } = trpc.join.accept.useMutation({ networkMode: "always" });
  const refuse = (error: unknown) => {
    const { code, fields } = appError(error);
    passkey.settle(code);
    setFault(fields ? null : code);
    const step = showFaults(form, code, fields ?? {});
    if (step) go(step);
    return false;
  };
  const check = async () => {
    const { how, email, password } = form.getValues();
    setFault(null);
    if (how === "session") return true;
    const input = { token: invitation.token, email, password: how === "passkey" ? null : password };
    return checkLogin(input).then(() => true, refuse);
  };
  const accept = async () => {
    setFault(null);
    try {
      const fields = form.getValues();
      const made = fields.how === "passkey" ? await passkey.make(fields.email) : null;
      if (fields.how === "passkey" && !made) return;
      const answer = await acceptAll(acceptanceOf(invitation, fields, currentConsent.version, made));
      if (answer.state !== "joined") return onOver(answer);
      forgetKept();
      rememberChoice("locale", fields.locale);
      setResult(answer);
      await enter(answer, router, setStop);
    } catch (error) {
      refuse(error);
    }
  };
  const choosePassword = () => {
    passkey.forget();
    form.setValue("how", "new");
    go("login");
  };
  const pending = checking || accepting || passkey.pending || result !== null;
  return { check, accept, fault, noPasskey: passkey.none, choosePassword, result, stop, pending };
}

/** Puts the faults that the server saw beside their fields. @returns the step that asks for the first of them */
function showFaults(form: UseFormReturn<JoinFields>, code: string, fields: Record<string, string>): StepName | null {
  for (const [name, message] of Object.entries(fields)) {
    form.setError(name.split(".").at(-1) as keyof JoinFields, { message });
  }
  if (code === "SIGNED_OUT") form.setValue("how", "new");
  const [first] = Object.keys(fields);
  return first ? stepOfField(first) : code === "SIGNED_OUT" ? "login" : null;
}

/**
 * Goes into the portal: signed in already, or by the ticket; a ticket that came too late leads to the sign-in. Whoever came
 * with a passkey first sees the codes that stand in for it; with a password, on a device that can hold one, the offer of one.
 */
async function enter(
  answer: Joined,
  router: ReturnType<typeof useRouter>,
  stopAt: (stop: Stop) => void,
): Promise<void> {
  const { next, recoveryCodes } = answer;
  if (answer.mustSignIn) return;
  const inside = answer.ticket === null || (await redeemTicket(answer.ticket));
  const isNew = answer.ticket !== null && inside;
  if (recoveryCodes.length > 0) return stopAt({ next, recoveryCodes });
  if (isNew && (await platformAuthenticatorIsAvailable().catch(() => false))) return stopAt({ next, recoveryCodes });
  router.replace(inside ? next : `/sign-in?next=${encodeURIComponent(next)}`);
  router.refresh();
}
