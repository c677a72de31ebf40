"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { emailAddress } from "@/server/features/sessions/schema";
import { keptEmail } from "./kept-words";
import { LetterSent } from "./letter-step";
import { ResetForm } from "./reset-form";
import { SendAgain } from "./send-again";

/** Asks for the mail, and then takes its digits and the new password. */
export function ResetPanel() {
  const words = useTranslations("auth.letter");
  const [email, setEmail] = useState<string | null>(null);
  return (
    <Card className="grid gap-5 p-5 sm:p-7">
      {email === null ? (
        <AskForm onAsked={setEmail} />
      ) : (
        <>
          <LetterSent email={email} />
          <ResetForm email={email} />
          <div className="flex flex-wrap justify-center gap-x-2">
            <SendAgain kind="RESET" email={email} />
            <Button variant="quiet" onClick={() => setEmail(null)}>
              {words("otherAddress")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

const fields = z.object({ email: emailAddress });

function AskForm({ onAsked }: { onAsked: (email: string) => void }) {
  const words = useTranslations("auth.reset");
  const fieldWords = useFieldWords();
  const faultOf = useFault();
  const request = trpc.session.requestLetter.useMutation({ onSuccess: (_, sent) => onAsked(sent.email) });
  const form = useForm<z.infer<typeof fields>>({ resolver: zodResolver(fields), defaultValues: { email: "" } });
  const { setValue } = form;
  useEffect(() => setValue("email", keptEmail()), [setValue]);
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit(({ email }) => request.mutate({ kind: "RESET", email }))}
      className="grid gap-5"
    >
      <FaultNote fault={request.error && faultOf(request.error)} />
      <Field label={words("email")} error={fieldWords(form.formState.errors.email?.message)}>
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
      <Button type="submit" size="large" wide pending={request.isPending}>
        {words("ask")}
      </Button>
    </form>
  );
}
