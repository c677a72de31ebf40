"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CodeInput } from "@/components/auth/code-input";
import { Fold } from "@/components/couple/fold";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote, useFault } from "@/components/session/fault";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { givenDigits } from "@/server/features/joining/schema";
import { forgetAddressToken } from "./kept";

/** The address is of a login that nobody has proven, and it is not signed in here: whose is it? */
export function NotSignedIn({ token, onGone }: { token: string; onGone: () => void }) {
  const words = useTranslations("joining.address");
  const [over, setOver] = useState(false);
  if (over) return <StartedOver />;
  return (
    <section className="grid gap-3" aria-live="polite">
      <h1 className="display text-32">{words("showTitle")}</h1>
      <p className="text-17 text-ink-soft">{words("showText")}</p>
      <LinkButton href="/sign-in?next=/join/address" size="large" wide prefetch={false} className="my-3">
        {words("signIn")}
      </LinkButton>
      <div className="border-line border-b">
        <Fold title={words("lostTitle")}>
          <Digits token={token} onDone={() => setOver(true)} />
        </Fold>
        <Fold title={words("notMeTitle")}>
          <NotMe token={token} onGone={onGone} />
        </Fold>
      </div>
    </section>
  );
}

function StartedOver() {
  const words = useTranslations("joining.address");
  return (
    <section role="status" className="grid gap-3">
      <h1 className="display text-32">{words("overTitle")}</h1>
      <p className="text-17 text-ink-soft">{words("overText")}</p>
      <LinkButton href="/sign-in" size="large" wide className="mt-3">
        {words("overGo")}
      </LinkButton>
    </section>
  );
}

/** Everything but the mailbox is lost: digits that were given in person stand in. */
function Digits({ token, onDone }: { token: string; onDone: () => void }) {
  const words = useTranslations("joining.address");
  const field = useFieldWords();
  const faultOf = useFault();
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const confirm = trpc.join.confirmAddress.useMutation({
    networkMode: "always",
    onSuccess: () => {
      forgetAddressToken();
      onDone();
    },
  });
  const wrong = confirm.error !== null && appError(confirm.error).code === "WRONG_CODE";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = givenDigits.safeParse(code);
    setShort(!typed.success);
    if (typed.success) confirm.mutate({ token, code: typed.data });
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <p>{words("lostText")}</p>
      <Field label={words("digits")} error={short ? field("enterCode") : wrong ? words("wrong") : undefined}>
        {(control) => <CodeInput {...control} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <FaultNote fault={wrong || !confirm.error ? null : faultOf(confirm.error)} />
      <Button type="submit" variant="ghost" size="large" wide pending={confirm.isPending}>
        {words("digitsConfirm")}
      </Button>
    </form>
  );
}

function NotMe({ token, onGone }: { token: string; onGone: () => void }) {
  const words = useTranslations("joining.address");
  const faultOf = useFault();
  const disown = trpc.join.disownAddress.useMutation({
    networkMode: "always",
    onSuccess: () => {
      forgetAddressToken();
      onGone();
    },
  });
  return (
    <div className="grid gap-4">
      <p>{words("notMeText")}</p>
      <FaultNote fault={disown.error && faultOf(disown.error)} />
      <Button variant="ghost" size="large" wide pending={disown.isPending} onClick={() => disown.mutate({ token })}>
        {words("notMe")}
      </Button>
    </div>
  );
}
