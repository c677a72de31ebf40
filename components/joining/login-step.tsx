"use client";

import { Fingerprint, LifeBuoy } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { usePasskeysHere } from "@/components/auth/passkeys";
import { PasswordInput } from "@/components/auth/password-input";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
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
  const here = usePasskeysHere();
  const { signedInAs, kind } = invitation;
  const how = watch("how");
  const session = how === "session" && signedInAs !== null;
  return (
    <>
      <StepHeading title={words("title")} text={session ? undefined : words("text")} />
      {session ? (
        <SignedIn email={signedInAs} onReopen={onReopen} />
      ) : (
        <>
          {passwordLost && how === "new" && <Banner>{words("again")}</Banner>}
          <EmailField />
          {here && <WayIn />}
          {here && how === "passkey" ? <PasskeyWords staff={kind === "staff"} /> : <PasswordField />}
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

function EmailField() {
  const words = useTranslations("joining.login");
  const field = useFieldWords();
  const { register, formState } = useFormContext<JoinFields>();
  return (
    <Field label={words("email")} hint={words("emailHint")} error={field(formState.errors.email?.message)}>
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
  );
}

/** A password or a passkey: one of them is enough. */
function WayIn() {
  const words = useTranslations("joining.login");
  const { control } = useFormContext<JoinFields>();
  return (
    <Controller
      control={control}
      name="how"
      render={({ field: { name, value, onChange, ref } }) => (
        <Segmented
          {...{ name, ref }}
          value={value === "passkey" ? "passkey" : "new"}
          onValueChange={onChange}
          legend={words("way")}
          options={[
            { value: "new", label: words("withPassword") },
            { value: "passkey", label: words("withPasskey") },
          ]}
        />
      )}
    />
  );
}

/** What a passkey is, on whose device it belongs, and the way back when the device is lost. */
function PasskeyWords({ staff }: { staff: boolean }) {
  const words = useTranslations("joining.login");
  return (
    <div className="grid gap-3 text-16">
      <p className="flex gap-3">
        <Fingerprint aria-hidden size={20} className="mt-0.5 shrink-0 text-primary" />
        <span>{words("passkeyText")}</span>
      </p>
      <p className="flex gap-3">
        <LifeBuoy aria-hidden size={20} className="mt-0.5 shrink-0 text-primary" />
        <span>
          <b className="font-semibold">{words("lost")}</b> {words(staff ? "lostStaff" : "lostPartner")}
        </span>
      </p>
    </div>
  );
}

function PasswordField() {
  const words = useTranslations("joining.login");
  const field = useFieldWords();
  const { register, formState } = useFormContext<JoinFields>();
  return (
    <Field label={words("password")} hint={words("passwordHint")} error={field(formState.errors.password?.message)}>
      {(control) => <PasswordInput {...control} {...register("password")} autoComplete="new-password" />}
    </Field>
  );
}
