"use client";

import { Building2, KeyRound, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { emailAddress, type SignInFields } from "@/server/features/sessions/schema";
import { chosen } from "./chosen";
import { askPasskey, usePasskeysHere } from "./passkeys";
import type { Proof } from "./use-proof";

type OtherWaysProps = {
  form: UseFormReturn<SignInFields>;
  proof: Proof;
  next: string;
  organisation: string | null;
  onLetter: (email: string) => void;
};

/** The ways in without a password. */
export function OtherWays({ form, proof, next, organisation, onLetter }: OtherWaysProps) {
  const words = useTranslations("auth.signIn");
  const byPasskey = usePasskeySignIn(form, proof);
  const byLetter = useLetterRequest(form, proof, onLetter);
  const passkeys = usePasskeysHere();
  return (
    <div className="mt-6 grid gap-2.5">
      <p className="flex items-center gap-3 text-14 text-ink-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {words("or")}
      </p>
      {passkeys && (
        <Button variant="ghost" size="large" wide disabled={proof.pending} onClick={byPasskey}>
          <KeyRound aria-hidden size={18} />
          {words("passkey")}
        </Button>
      )}
      <Button variant="ghost" size="large" wide disabled={proof.pending} onClick={byLetter}>
        <Mail aria-hidden size={18} />
        {words("letter")}
      </Button>
      {organisation && (
        <a
          href={`/api/oidc/start?next=${encodeURIComponent(next)}`}
          className={buttonClass({ variant: "ghost", size: "large", wide: true })}
        >
          <Building2 aria-hidden size={18} />
          {words("organisation", { name: organisation })}
        </a>
      )}
    </div>
  );
}

function usePasskeySignIn(form: UseFormReturn<SignInFields>, proof: Proof) {
  const options = trpc.session.passkeyOptions.useMutation();
  const signIn = trpc.session.passkeySignIn.useMutation();
  const words = useTranslations("auth.signIn");
  const wrong = { title: words("wrongPasskey"), text: words("wrongPasskeyText") };
  return () =>
    proof.run(async () => {
      const answer = await askPasskey(await options.mutateAsync());
      return answer && signIn.mutateAsync({ ...answer, remember: chosen(form.getValues("remember")) });
    }, wrong);
}

/** Asks for the mail to the address that was typed; a fault of it stands beside it. */
function useLetterRequest(form: UseFormReturn<SignInFields>, proof: Proof, onLetter: (email: string) => void) {
  const request = trpc.session.requestLetter.useMutation();
  return async () => {
    form.clearErrors();
    const email = emailAddress.safeParse(form.getValues("email"));
    if (!email.success) {
      form.setError("email", { message: email.error.issues[0]?.message ?? "enterEmail" }, { shouldFocus: true });
      return;
    }
    await proof.run(async () => {
      await request.mutateAsync({ kind: "SIGN_IN", email: email.data });
      onLetter(email.data);
      return null;
    });
  };
}
