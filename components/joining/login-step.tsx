"use client";

import { Eye, EyeOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { OpenInvitation } from "@/server/features/joining/schema";
import type { JoinFields } from "./fields";
import { StepHeading } from "./step-heading";

type LoginStepProps = {
  invitation: OpenInvitation;
  /** The page was loaded anew: the password was not kept. */
  passwordLost: boolean;
  onReopen: () => void;
};

/** A new login, or the one that is signed in here; whose that is stands in words. */
export function LoginStep({ invitation, passwordLost, onReopen }: LoginStepProps) {
  const words = useTranslations("joining.login");
  const { watch } = useFormContext<JoinFields>();
  const { signedInAs } = invitation;
  const session = watch("how") === "session" && signedInAs !== null;
  return (
    <>
      <StepHeading title={words("title")} text={session ? undefined : words("text")} />
      {session ? (
        <SignedIn email={signedInAs} onReopen={onReopen} />
      ) : (
        <>
          {passwordLost && <Banner>{words("again")}</Banner>}
          <NewLoginFields />
          <Link href="/sign-in?next=/join" className="link justify-self-start py-2 text-16">
            {words("have")}
          </Link>
        </>
      )}
    </>
  );
}

function SignedIn({ email, onReopen }: { email: string; onReopen: () => void }) {
  const words = useTranslations("joining.login");
  const end = trpc.session.end.useMutation({ networkMode: "always", onSettled: onReopen });
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-17">{words("signedIn", { email })}</p>
      <Button variant="ghost" size="large" pending={end.isPending} onClick={() => end.mutate()}>
        {words(end.isPending ? "otherPending" : "other")}
      </Button>
    </div>
  );
}

function NewLoginFields() {
  const words = useTranslations("joining.login");
  const signIn = useTranslations("auth.signIn");
  const field = useFieldWords();
  const [shown, setShown] = useState(false);
  const { register, formState } = useFormContext<JoinFields>();
  const { errors } = formState;
  const Icon = shown ? EyeOff : Eye;
  return (
    <>
      <Field label={words("email")} hint={words("emailHint")} error={field(errors.email?.message)}>
        {(control) => (
          <Input
            {...control}
            {...register("email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={words("password")} hint={words("passwordHint")} error={field(errors.password?.message)}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              {...register("password")}
              type={shown ? "text" : "password"}
              autoComplete="new-password"
              spellCheck={false}
              className="pr-12"
            />
            <button
              type="button"
              aria-label={signIn(shown ? "hide" : "show")}
              onClick={() => setShown(!shown)}
              className="absolute top-1/2 right-1 grid size-10 -translate-y-1/2 place-items-center rounded-s text-ink-soft hover:text-ink"
            >
              <Icon aria-hidden size={18} />
            </button>
          </span>
        )}
      </Field>
    </>
  );
}
