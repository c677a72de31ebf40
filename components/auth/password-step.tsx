"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SignInFields } from "@/server/features/sessions/schema";
import { chosen } from "./chosen";
import { keepNext } from "./kept-next";
import { keepEmail } from "./kept-words";
import { OtherWays } from "./other-ways";
import { offerPasskeys } from "./passkeys";
import { PasswordInput } from "./password-input";
import type { Proof } from "./use-proof";

type PasswordStepProps = {
  form: UseFormReturn<SignInFields>;
  proof: Proof;
  next: string;
  organisation: string | null;
  onLetter: (email: string) => void;
};

/** Email and password, and the other ways in below. */
export function PasswordStep({ form, proof, next, organisation, onLetter }: PasswordStepProps) {
  const words = useTranslations("auth.signIn");
  const field = useFieldWords();
  const signIn = trpc.session.signIn.useMutation();
  const offer = useOfferedPasskeys(proof, () => chosen(form.getValues("remember")));
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (fields) => {
    if (!(await proof.run(() => signIn.mutateAsync({ ...fields, remember: chosen(fields.remember) }))))
      form.setFocus("password");
  });
  const described = proof.fault ? "sign-in-fault" : undefined;
  return (
    <>
      <form method="post" noValidate onSubmit={submit} className="grid gap-5">
        <FaultNote fault={proof.fault} id="sign-in-fault" />
        <Field label={words("email")} error={field(errors.email?.message)}>
          {(control) => (
            <Input
              {...control}
              {...form.register("email")}
              onFocus={offer}
              type="email"
              inputMode="email"
              autoComplete="username webauthn"
              spellCheck={false}
            />
          )}
        </Field>
        <div>
          <Field label={words("password")} error={field(errors.password?.message)}>
            {(control) => <PasswordInput {...control} {...form.register("password")} describedBy={described} />}
          </Field>
          <Link
            href="/reset"
            onClick={() => {
              keepEmail(form.getValues("email"));
              keepNext(next);
            }}
            className="link mt-1 inline-flex min-h-8 items-center text-14"
          >
            {words("forgot")}
          </Link>
        </div>
        <Checkbox
          {...form.register("remember")}
          label={words("remember")}
          hint={words("rememberHint")}
          className="-my-1"
        />
        <Button id="sign-in-submit" type="submit" size="large" wide pending={proof.pending}>
          {words("submit")}
        </Button>
      </form>
      <OtherWays form={form} proof={proof} next={next} organisation={organisation} onLetter={onLetter} />
    </>
  );
}

/** Passkeys among the suggestions of the address field, asked for once, when somebody comes to it. */
function useOfferedPasskeys(proof: Proof, remember: () => true | undefined): () => void {
  const asked = useRef(false);
  const options = trpc.session.passkeyOptions.useMutation();
  const signIn = trpc.session.passkeySignIn.useMutation();
  return () => {
    if (asked.current) return;
    asked.current = true;
    const offered = offerPasskeys(() => options.mutateAsync()).catch(() => null);
    offered.then((answer) => {
      if (answer) void proof.run(() => signIn.mutateAsync({ ...answer, remember: remember() }));
    });
  };
}
