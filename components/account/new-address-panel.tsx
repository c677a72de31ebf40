"use client";

import { useTranslations } from "next-intl";
import { AuthHeading } from "@/components/auth/auth-frame";
import { LetterGate, type OpenLetter } from "@/components/auth/letter-gate";
import { Account } from "@/components/auth/link-panel";
import { FaultNote, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** The page behind the link of a mail that proves a new address. */
export function NewAddressPanel() {
  return (
    <LetterGate kind="ADDRESS_CHANGE" again="/account#address">
      {(letter) => <TakeAddress letter={letter} />}
    </LetterGate>
  );
}

function TakeAddress({ letter: { token, email } }: { letter: OpenLetter }) {
  const words = useTranslations("account.newAddress");
  const faultOf = useFault();
  const take = trpc.account.takeAddress.useMutation();
  const fault = take.error && faultOf(take.error);
  const signedOut = fault?.code === "SIGNED_OUT";
  if (take.data) {
    return (
      <>
        <AuthHeading title={words("done")} text={words("doneText", { email: take.data.email })} />
        <LinkButton href="/account" prefetch={false} className="justify-self-center">
          {words("go")}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={words("title")} text={words("text")} />
      <Card className="grid gap-5 p-5 sm:p-7">
        <Account email={email} label={words("address")} />
        <FaultNote
          fault={signedOut ? { code: "SIGNED_OUT", title: words("elsewhere"), text: words("elsewhereText") } : fault}
        />
        {signedOut && (
          <LinkButton href="/sign-in?next=/account" prefetch={false} variant="ghost" size="large" wide>
            {words("signIn")}
          </LinkButton>
        )}
        <Button size="large" wide pending={take.isPending} onClick={() => take.mutate({ token })}>
          {words("submit")}
        </Button>
      </Card>
    </>
  );
}
