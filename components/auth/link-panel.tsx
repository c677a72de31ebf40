"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { AuthHeading } from "./auth-frame";
import { keptNext } from "./kept-next";
import { LetterGate, type OpenLetter } from "./letter-gate";
import { SecondFactorStep } from "./second-factor-step";
import { useArrive } from "./use-arrive";
import { useProof } from "./use-proof";

/** The page behind the link of a sign-in mail. */
export function LinkPanel() {
  return (
    <LetterGate kind="SIGN_IN" again="/sign-in">
      {(letter) => <SignInByLink letter={letter} />}
    </LetterGate>
  );
}

/** Whose account it is; in another browser than the one that asked, one must say so knowingly. */
function SignInByLink({ letter }: { letter: OpenLetter }) {
  const words = useTranslations("auth.link");
  const proof = useProof(useArrive(letter.sameBrowser ? keptNext : "/home"));
  const signIn = trpc.session.signInByLetter.useMutation();
  const [knows, setKnows] = useState(letter.sameBrowser);
  const go = () => proof.run(() => signIn.mutateAsync({ proof: { token: letter.token } }));
  return (
    <>
      <AuthHeading title={words("title")} text={words("text")} />
      <Card className="grid gap-5 p-5 sm:p-7">
        {proof.challenge ? (
          <SecondFactorStep proof={proof} challenge={proof.challenge} />
        ) : (
          <>
            <Account email={letter.email} />
            {!letter.sameBrowser && (
              <>
                <Banner tone="attention" title={words("otherTitle")}>
                  {words("other")}
                </Banner>
                <Checkbox
                  checked={knows}
                  onChange={(event) => setKnows(event.target.checked)}
                  label={words("knows", { email: letter.email })}
                />
              </>
            )}
            <FaultNote fault={proof.fault} />
            <Button size="large" wide pending={proof.pending} disabled={!knows} onClick={go}>
              {words("submit")}
            </Button>
          </>
        )}
      </Card>
    </>
  );
}

/** The account that something is about to happen to. */
export function Account({ email, label }: { email: string; label?: string }) {
  const words = useTranslations("auth.link");
  return (
    <p>
      <span className="block text-14 text-ink-soft">{label ?? words("account")}</span>
      <strong className="block break-words font-semibold text-20">{email}</strong>
    </p>
  );
}
