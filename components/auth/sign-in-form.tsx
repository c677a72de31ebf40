"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { type SignInFields, signInFields } from "@/server/features/sessions/schema";
import { chosen } from "./chosen";
import { type DemoAccount, demoPassword } from "./demo-accounts";
import { DemoList } from "./demo-list";
import { keepNext } from "./kept-next";
import { LetterStep } from "./letter-step";
import { PasswordStep } from "./password-step";
import { SecondFactorStep } from "./second-factor-step";
import { useArrive } from "./use-arrive";
import { useProof } from "./use-proof";

type SignInFormProps = {
  /** A path of this site, already judged by `safeNext`. */
  next: string;
  /** Whether the demo's accounts are offered. */
  demo: boolean;
  /** What the button of the organisation's own provider calls it; null where there is none. */
  organisation: string | null;
};

/** Signing in by password, passkey, mail or organisation, and the second step, all in one place; what was typed stays. */
export function SignInForm({ next, demo, organisation }: SignInFormProps) {
  const [letterTo, setLetterTo] = useState<string | null>(null);
  const form = useForm<SignInFields>({
    resolver: zodResolver(signInFields),
    defaultValues: { email: "", password: "", remember: false },
  });
  const proof = useProof(useArrive(next));
  const fill = ({ email }: DemoAccount) => {
    form.reset({ email, password: demoPassword, remember: form.getValues("remember") });
    document.querySelector<HTMLElement>("#sign-in-submit")?.focus();
  };
  const first = !proof.challenge && letterTo === null;
  const sent = (email: string) => {
    keepNext(next);
    setLetterTo(email);
  };
  const forget = () => {
    proof.startOver();
    setLetterTo(null);
  };
  return (
    <>
      <Card className="p-5 sm:p-7">
        {proof.challenge && <SecondFactorStep proof={proof} challenge={proof.challenge} />}
        {!proof.challenge && letterTo !== null && (
          <LetterStep email={letterTo} remember={chosen(form.getValues("remember"))} proof={proof} onBack={forget} />
        )}
        {first && <PasswordStep form={form} proof={proof} next={next} organisation={organisation} onLetter={sent} />}
      </Card>
      {demo && first && <DemoList onChoose={fill} />}
    </>
  );
}
