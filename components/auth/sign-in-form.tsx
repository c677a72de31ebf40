"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Eye, EyeOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { type ErrorWords, useErrorWords, useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { rememberChoice } from "@/components/ui/preference-cookie";
import { type SignInFields, signInFields } from "@/server/features/sessions/schema";
import type { DemoAccount } from "./demo-accounts";
import { demoPassword } from "./demo-accounts";
import { DemoList } from "./demo-list";
import { redeemTicket } from "./next-auth";

type SignInFormProps = {
  /** A path of this site, already judged by `safeNext`. */
  next: string;
  /** Whether the demo's accounts are offered. */
  demo: boolean;
};

/** Email and password; what was typed stays whatever happens. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const words = useTranslations("auth.signIn");
  const field = useFieldWords();
  const form = useForm<SignInFields>({
    resolver: zodResolver(signInFields),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = form.formState;
  const { fault, pending, send } = useSignIn(next, () => form.setFocus("password"));
  const fill = ({ email }: DemoAccount) => {
    form.reset({ email, password: demoPassword });
    document.querySelector<HTMLElement>("#sign-in-submit")?.focus();
  };
  return (
    <>
      <Card className="p-5 sm:p-7">
        <form noValidate onSubmit={form.handleSubmit(send)} className="grid gap-5">
          {fault && (
            <Banner tone="attention" live title={`${fault.title}.`}>
              <span id="sign-in-fault">{fault.text}</span>
            </Banner>
          )}
          <Field label={words("email")} error={field(errors.email?.message)}>
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
          <Field label={words("password")} error={field(errors.password?.message)}>
            {(control) => (
              <PasswordInput
                {...control}
                {...form.register("password")}
                describedBy={fault ? "sign-in-fault" : undefined}
              />
            )}
          </Field>
          <Button id="sign-in-submit" type="submit" size="large" wide pending={pending}>
            {words("submit")}
          </Button>
        </form>
      </Card>
      {demo && <DemoList onChoose={fill} />}
    </>
  );
}

/** Proves the password, turns the ticket into a session and goes on; a refusal comes back as words. */
function useSignIn(next: string, onRefused: () => void) {
  const words = useTranslations("auth.signIn");
  const errorWords = useErrorWords();
  const router = useRouter();
  const [fault, setFault] = useState<ErrorWords | null>(null);
  const [going, setGoing] = useState(false);
  const signIn = trpc.session.signIn.useMutation();
  const utils = trpc.useUtils();
  const refuse = (refusal: ErrorWords) => {
    setFault(refusal);
    setGoing(false);
    onRefused();
  };
  const send = async (fields: SignInFields) => {
    setGoing(true);
    setFault(null);
    try {
      const answer = await signIn.mutateAsync(fields);
      if (answer.step === "secondFactor") return router.push(`/two-factor#${answer.challenge}`);
      if (!(await redeemTicket(answer.ticket)))
        return refuse({ title: words("ticketLost"), text: words("ticketLostText") });
      const { locale } = await utils.home.places.fetch();
      if (locale) rememberChoice("locale", locale); // one's own language, on whatever device
      router.replace(next);
      router.refresh();
    } catch (error) {
      refuse(errorWords(appError(error).code));
    }
  };
  return { fault, pending: going, send };
}

type PasswordInputProps = React.ComponentProps<typeof Input> & { describedBy?: string };

function PasswordInput({ describedBy, ...rest }: PasswordInputProps) {
  const words = useTranslations("auth.signIn");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const described = [rest["aria-describedby"], describedBy].filter(Boolean).join(" ");
  return (
    <span className="relative block">
      <Input
        {...rest}
        aria-describedby={described || undefined}
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        spellCheck={false}
        className="pr-12"
      />
      <button
        type="button"
        aria-label={words(shown ? "hide" : "show")}
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1 grid size-10 -translate-y-1/2 place-items-center rounded-s text-ink-soft hover:text-ink"
      >
        <Icon aria-hidden size={18} />
      </button>
    </span>
  );
}
