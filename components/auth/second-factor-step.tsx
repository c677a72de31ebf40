"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { factorCode, type SignInStep } from "@/server/features/sessions/schema";
import { CodeInput } from "./code-input";
import type { Proof } from "./use-proof";

/** The second step of a sign-in: a code of the app, or a recovery code. Needs the messages `auth`. */
export function SecondFactorStep({ proof, challenge }: { proof: Proof; challenge: string }) {
  const words = useTranslations("auth.factor");
  const give = trpc.session.secondFactor.useMutation();
  return (
    <div className="grid gap-5">
      <header>
        <h2 className="font-semibold text-20">{words("title")}</h2>
        <p className="text-15 text-ink-soft">{words("text")}</p>
      </header>
      <FactorForm proof={proof} give={(code) => give.mutateAsync({ challenge, code })} />
      <Button variant="quiet" onClick={proof.startOver}>
        {words("back")}
      </Button>
    </div>
  );
}

type FactorFormProps = {
  proof: Proof;
  give: (code: string) => Promise<SignInStep>;
  /** False where there is no app: then only a recovery code is asked for. */
  app?: boolean;
};

const fields = z.object({ code: factorCode });

/** Six digits of the authenticator app, or one of the recovery codes; what was typed stays. */
export function FactorForm({ proof, give, app = true }: FactorFormProps) {
  const words = useTranslations("auth.factor");
  const fieldWords = useFieldWords();
  const [kind, setKind] = useState<"app" | "recovery">(app ? "app" : "recovery");
  const form = useForm<z.input<typeof fields>>({ resolver: zodResolver(fields), defaultValues: { code: "" } });
  const { setFocus } = form;
  useEffect(() => setFocus("code"), [setFocus]);
  const submit = form.handleSubmit(async ({ code }) => {
    if (!(await proof.run(() => give(code)))) setFocus("code", { shouldSelect: true });
  });
  const change = () => {
    setKind(kind === "app" ? "recovery" : "app");
    form.reset();
    setFocus("code");
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <FaultNote fault={proof.fault} />
      <Field
        label={words(`${kind}.label`)}
        hint={words(`${kind}.hint`)}
        error={fieldWords(form.formState.errors.code?.message)}
      >
        {(control) => <CodeInput {...control} {...form.register("code")} letters={kind === "recovery"} />}
      </Field>
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
      {app && (
        <Button variant="quiet" onClick={change}>
          {words(`${kind}.other`)}
        </Button>
      )}
    </form>
  );
}
