"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { useFieldWords } from "@/components/session/error-words";
import { type Fault, FaultNote, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type SignUpFields, signUpFields } from "@/server/features/sign-up/schema";
import { CodeStep } from "./code-step";

/** Where this tab remembers the address that waits for its digits, over a reload; never the password. */
const waitingPlace = "sign-up-waiting";

/** Address and password, then the digits of the mail; what was typed stays whatever happens. */
export function SignUpForm() {
  const form = useForm<SignUpFields>({
    resolver: zodResolver(signUpFields),
    defaultValues: { email: "", password: "" },
  });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { reset } = form;
  useEffect(() => {
    const waiting = window.sessionStorage.getItem(waitingPlace);
    if (!waiting) return;
    reset({ email: waiting, password: "" });
    setSentTo(waiting);
  }, [reset]);
  const { begin, fault, pending } = useBegin(form, (email) => {
    window.sessionStorage.setItem(waitingPlace, email);
    setSentTo(email);
  });
  const forget = () => window.sessionStorage.removeItem(waitingPlace);
  const startOver = () => {
    forget();
    setSentTo(null);
  };
  return (
    <Card className="p-5 sm:p-7">
      {sentTo === null ? (
        <AccountFields form={form} fault={fault} pending={pending} onSend={form.handleSubmit(begin)} />
      ) : (
        <CodeStep email={sentTo} form={form} again={begin} onOther={startOver} onDone={forget} />
      )}
    </Card>
  );
}

/** Asks for the mail. @returns whether it was asked for; a refusal stands beside its field or above the form */
function useBegin(form: UseFormReturn<SignUpFields>, onSent: (email: string) => void) {
  const faultOf = useFault();
  const [fault, setFault] = useState<Fault | null>(null);
  const ask = trpc.signUp.begin.useMutation({ networkMode: "always" });
  const begin = async (fields: SignUpFields): Promise<Fault | null> => {
    setFault(null);
    try {
      await ask.mutateAsync(fields);
      onSent(fields.email);
      return null;
    } catch (error) {
      const refused = faultOf(error);
      setFault(refused);
      const message = refused.fields?.password;
      if (message) form.setError("password", { message }, { shouldFocus: true });
      return refused;
    }
  };
  return { begin, fault, pending: ask.isPending };
}

type AccountFieldsProps = {
  form: UseFormReturn<SignUpFields>;
  fault: Fault | null;
  pending: boolean;
  onSend: () => void;
};

function AccountFields({ form, fault, pending, onSend }: AccountFieldsProps) {
  const words = useTranslations("signUp.account");
  const field = useFieldWords();
  const { errors } = form.formState;
  const [email, password] = useWatch({ control: form.control, name: ["email", "password"] });
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      className="grid gap-5"
    >
      <FaultNote fault={fault} />
      <Field label={words("email")} hint={words("emailHint")} error={field(errors.email?.message)}>
        {(control) => (
          <Input
            {...control}
            {...form.register("email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            spellCheck={false}
          />
        )}
      </Field>
      <NewPasswordField
        {...form.register("password")}
        label={words("password")}
        value={password}
        hints={[email]}
        error={field(errors.password?.message)}
      />
      <Button type="submit" size="large" wide pending={pending}>
        {words("submit")}
      </Button>
    </form>
  );
}
