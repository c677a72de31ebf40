"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { newPassword, sixDigits } from "@/server/features/sessions/schema";
import { CodeInput } from "./code-input";
import { keptNext } from "./kept-next";
import { NewPasswordField } from "./new-password-field";
import { SecondFactorStep } from "./second-factor-step";
import { useArrive } from "./use-arrive";
import { useProof } from "./use-proof";

type ResetFormProps = {
  email: string;
  /** The token of the mail's link; without it the mail's digits are asked for. */
  token?: string;
  /** Whether this browser asked: only there it is known where one wanted to go. */
  sameBrowser?: boolean;
};

const byLink = z.object({ code: z.string(), password: newPassword });
const byDigits = z.object({ code: sixDigits, password: newPassword });

/** The new password, and what choosing it brings with it. */
export function ResetForm({ email, token, sameBrowser = true }: ResetFormProps) {
  const words = useTranslations("auth.reset");
  const fieldWords = useFieldWords();
  const proof = useProof(useArrive(sameBrowser ? keptNext : "/home"));
  const reset = trpc.session.resetPassword.useMutation();
  const form = useForm<z.infer<typeof byLink>>({
    resolver: zodResolver(token ? byLink : byDigits),
    defaultValues: { code: "", password: "" },
  });
  const { errors } = form.formState;
  const password = useWatch({ control: form.control, name: "password" });
  const submit = form.handleSubmit((typed) =>
    proof.run(() =>
      reset.mutateAsync({ proof: token ? { token } : { email, code: typed.code }, password: typed.password }),
    ),
  );
  if (proof.challenge) return <SecondFactorStep proof={proof} challenge={proof.challenge} />;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FaultNote fault={proof.fault} />
      {!token && (
        <Field label={words("code")} error={fieldWords(errors.code?.message)}>
          {(control) => <CodeInput {...control} {...form.register("code")} />}
        </Field>
      )}
      {/* Password managers file the new password under the right account. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        {...form.register("password")}
        label={words("password")}
        value={password}
        hints={[email]}
        error={fieldWords(errors.password?.message ?? proof.fault?.fields?.password)}
      />
      <ul className="grid list-disc gap-1 pl-5 text-15 text-ink-soft">
        <li>{words("signedOut")}</li>
        <li>{words("stillLocked")}</li>
      </ul>
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}
