"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { CodeInput } from "@/components/auth/code-input";
import { askPasskey } from "@/components/auth/passkeys";
import { PasswordInput } from "@/components/auth/password-input";
import { FactorForm } from "@/components/auth/second-factor-step";
import type { Proof } from "@/components/auth/use-proof";
import { useFieldWords } from "@/components/session/error-words";
import { type Fault, FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PinPad } from "./pin-pad";
import type { Way } from "./ways";

type WayProps = {
  proof: Proof;
  onRefused: () => void;
  /** Whether there is an authenticator app; else only recovery codes stand in. */
  app: boolean;
};

/** The form of one way to unlock. */
export function WayForm({ way, ...rest }: WayProps & { way: Way }) {
  switch (way) {
    case "pin":
      return <ByPin {...rest} />;
    case "passkey":
      return <ByPasskey {...rest} />;
    case "password":
      return <ByPassword {...rest} />;
    case "code":
      return <ByCode {...rest} />;
    case "recovery":
      return <ByRecovery {...rest} />;
  }
}

/** A refusal in the words of this page: no address was asked for, so none is named. */
function useUnlockFault(way: Way, { fault }: Proof): Fault | null {
  const words = useTranslations("account.unlock");
  if (fault?.code !== "WRONG_SIGN_IN") return fault;
  return { ...fault, title: words(`wrong.${way === "passkey" ? "passkey" : "password"}`), text: words("wrong.text") };
}

function ByPin({ proof, onRefused }: WayProps) {
  const words = useTranslations("account.unlock");
  const unlock = trpc.session.unlock.useMutation();
  const give = async (pin: string) => {
    const taken = await proof.run(() => unlock.mutateAsync({ by: "pin", pin }));
    if (!taken) onRefused();
    return taken;
  };
  const { fault } = proof;
  const pinFault =
    fault?.code === "WRONG_CODE" ? { ...fault, title: words("wrong.pin"), text: words("wrong.pinText") } : fault;
  return (
    <div className="grid gap-4">
      <FaultNote fault={pinFault} />
      <PinPad label={words("pin")} disabled={proof.pending} onPin={give} />
    </div>
  );
}

function ByPasskey({ proof }: WayProps) {
  const words = useTranslations("account.unlock");
  const question = trpc.session.unlockPasskey.useMutation();
  const unlock = trpc.session.unlock.useMutation();
  const go = () =>
    proof.run(async () => {
      const answer = await askPasskey(await question.mutateAsync());
      return answer && unlock.mutateAsync({ by: "passkey", answer });
    });
  return (
    <div className="grid gap-4">
      <FaultNote fault={useUnlockFault("passkey", proof)} />
      <p className="text-16 text-ink-soft">{words("passkeyText")}</p>
      <Button size="large" wide pending={proof.pending} onClick={go}>
        <KeyRound aria-hidden size={18} />
        {words("passkey")}
      </Button>
    </div>
  );
}

const passwordFields = z.object({ password: z.string().min(1, "enterPassword").max(256, "tooLong") });

function ByPassword({ proof }: WayProps) {
  const words = useTranslations("account.unlock");
  const fieldWords = useFieldWords();
  const unlock = trpc.session.unlock.useMutation();
  const form = useForm({ resolver: zodResolver(passwordFields), defaultValues: { password: "" } });
  const { setFocus } = form;
  useEffect(() => setFocus("password"), [setFocus]);
  const submit = form.handleSubmit(async ({ password }) => {
    if (!(await proof.run(() => unlock.mutateAsync({ by: "password", password })))) setFocus("password");
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <FaultNote fault={useUnlockFault("password", proof)} />
      <Field label={words("password")} error={fieldWords(form.formState.errors.password?.message)}>
        {(control) => <PasswordInput {...control} {...form.register("password")} />}
      </Field>
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}

function ByCode({ proof, app }: WayProps) {
  const unlock = trpc.session.unlock.useMutation();
  return <FactorForm proof={proof} app={app} give={(code) => unlock.mutateAsync({ by: "code", code })} />;
}

const recoveryFields = z.object({ code: z.string().trim().min(8, "enterCode").max(12, "enterCode") });

function ByRecovery({ proof }: WayProps) {
  const words = useTranslations("account.unlock");
  const fieldWords = useFieldWords();
  const unlock = trpc.session.unlock.useMutation();
  const form = useForm({ resolver: zodResolver(recoveryFields), defaultValues: { code: "" } });
  const submit = form.handleSubmit(async ({ code }) => {
    if (!(await proof.run(() => unlock.mutateAsync({ by: "recovery", code }))))
      form.setFocus("code", { shouldSelect: true });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <FaultNote fault={proof.fault} />
      <Field
        label={words("recovery")}
        hint={words("recoveryHint")}
        error={fieldWords(form.formState.errors.code?.message)}
      >
        {(control) => <CodeInput {...control} {...form.register("code")} />}
      </Field>
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}
