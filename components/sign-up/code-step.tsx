"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { CodeInput } from "@/components/auth/code-input";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { useProof } from "@/components/auth/use-proof";
import { useFieldWords } from "@/components/session/error-words";
import { type Fault, FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { newPassword, sixDigits } from "@/server/features/sessions/schema";
import type { SignUpFields } from "@/server/features/sign-up/schema";
import { useWaiting } from "./handover";

type CodeStepProps = {
  email: string;
  form: UseFormReturn<SignUpFields>;
  again: (fields: SignUpFields) => Promise<Fault | null>;
  onOther: () => void;
  /** The address is proven: nothing waits any more. */
  onDone: () => void;
};

/** The mail is on its way: its digits are typed here, or its link is opened elsewhere. */
export function CodeStep({ email, form, again, onOther, onDone }: CodeStepProps) {
  const words = useTranslations("signUp.sent");
  const typed = useWatch({ control: form.control, name: "password" });
  // After a reload the password is gone: it lies in no storage.
  const [known] = useState(typed);
  const gone = useWaiting(email, typed, onDone);
  if (gone) {
    return (
      <div role="status">
        <h2 className="display text-24">{words("elsewhere")}</h2>
        <p className="mt-1 text-16 text-ink-soft">{words("elsewhereText")}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      <div role="status">
        <h2 className="display text-24">{words("title")}</h2>
        <p className="mt-1 text-16 text-ink-soft">{words("text", { email })}</p>
      </div>
      <DigitsForm
        email={email}
        known={known}
        onPassword={(password) => form.setValue("password", password)}
        onDone={onDone}
      />
      <div className="grid gap-2 border-line border-t pt-4">
        <p className="text-14 text-ink-soft">{words("spam")}</p>
        <Again email={email} password={typed} again={again} />
        <Button variant="quiet" onClick={onOther}>
          {words("other")}
        </Button>
      </div>
    </div>
  );
}

const digits = z.object({ code: sixDigits, password: newPassword });

type DigitsFormProps = Pick<CodeStepProps, "email" | "onDone"> & {
  /** The password that was typed before; empty after a reload. */
  known: string;
  onPassword: (password: string) => void;
};

function DigitsForm({ email, known, onPassword, onDone }: DigitsFormProps) {
  const words = useTranslations("signUp.sent");
  const account = useTranslations("signUp.account");
  const field = useFieldWords();
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(digits), defaultValues: { code: "", password: known } });
  const password = useWatch({ control: form.control, name: "password" });
  const confirm = trpc.signUp.confirm.useMutation();
  const proof = useProof(() => {
    onDone();
    router.replace("/sign-up/practice");
  });
  const { errors } = form.formState;
  const fault = field(proof.fault?.fields?.password ?? errors.password?.message);
  const send = form.handleSubmit(async ({ code }) => {
    onPassword(password);
    const taken = await proof.run(() => confirm.mutateAsync({ proof: { email, code }, password }));
    if (!taken) form.setFocus("code", { shouldSelect: true });
  });
  return (
    <form method="post" noValidate onSubmit={send} className="grid gap-5">
      <FaultNote fault={proof.fault} />
      <Field label={words("code")} hint={words("codeHint")} error={field(errors.code?.message)}>
        {(control) => <CodeInput {...control} {...form.register("code")} />}
      </Field>
      {(!known || fault) && (
        <div className="grid gap-2">
          {!known && <p className="text-14 text-ink-soft">{words("passwordAgain")}</p>}
          <NewPasswordField
            {...form.register("password")}
            label={account("password")}
            value={password}
            hints={[email]}
            error={fault}
          />
        </div>
      )}
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}

/** One more mail; after a reload there is nothing to send it with, so one begins again. */
function Again({ email, password, again }: Pick<CodeStepProps, "email" | "again"> & { password: string }) {
  const words = useTranslations("signUp.sent");
  const [fault, setFault] = useState<Fault | null>(null);
  const [state, setState] = useState<"idle" | "pending" | "sent">("idle");
  if (!password) return null;
  const send = async () => {
    setState("pending");
    const refused = await again({ email, password });
    setFault(refused);
    setState(refused ? "idle" : "sent");
  };
  return (
    <>
      <FaultNote fault={fault} />
      {state === "sent" && (
        <Banner tone="positive" live>
          {words("sentAgain")}
        </Banner>
      )}
      <Button variant="ghost" pending={state === "pending"} onClick={send}>
        {words("again")}
      </Button>
    </>
  );
}
