"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { sixDigits } from "@/server/features/sessions/schema";
import { CodeInput } from "./code-input";
import { SendAgain } from "./send-again";
import type { Proof } from "./use-proof";

type LetterStepProps = { email: string; remember: true | undefined; proof: Proof; onBack: () => void };

const fields = z.object({ code: sixDigits });

/** A mail is on its way: its link or its digits go on from here. The words are the same whether anyone gets one. */
export function LetterStep({ email, remember, proof, onBack }: LetterStepProps) {
  const words = useTranslations("auth.letter");
  const fieldWords = useFieldWords();
  const signIn = trpc.session.signInByLetter.useMutation();
  const form = useForm<z.input<typeof fields>>({ resolver: zodResolver(fields), defaultValues: { code: "" } });
  const submit = form.handleSubmit(async ({ code }) => {
    if (!(await proof.run(() => signIn.mutateAsync({ proof: { email, code }, remember }))))
      form.setFocus("code", { shouldSelect: true });
  });
  return (
    <div className="grid gap-5">
      <LetterSent email={email} />
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <FaultNote fault={proof.fault} />
        <Field label={words("code")} error={fieldWords(form.formState.errors.code?.message)}>
          {(control) => <CodeInput {...control} {...form.register("code")} />}
        </Field>
        <Button type="submit" size="large" wide pending={proof.pending}>
          {words("submit")}
        </Button>
      </form>
      <div className="flex flex-wrap justify-center gap-x-2">
        <SendAgain kind="SIGN_IN" email={email} />
        <Button variant="quiet" onClick={onBack}>
          {words("back")}
        </Button>
      </div>
    </div>
  );
}

/** What has just been asked for, where to look for it, and how long it is good. */
export function LetterSent({ email }: { email: string }) {
  const words = useTranslations("auth.letter");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="grid gap-2">
      <span aria-hidden className="grid size-11 place-items-center rounded-full bg-primary-wash text-primary">
        <MailCheck size={20} />
      </span>
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-20 outline-none">
        {words("title")}
      </h2>
      <p className="break-words text-15 text-ink-soft">{words("text", { email })}</p>
    </header>
  );
}
