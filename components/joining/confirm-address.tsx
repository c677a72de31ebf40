"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FaultNote, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { NotSignedIn } from "./address-not-signed-in";
import { forgetAddressToken, keepAddressToken, takeAddressToken, takeFragment } from "./kept";

/** One question, one button. Mail programs that open links confirm nothing; nor does reading a mailbox open another's login. */
export function ConfirmAddress() {
  const { token, missing, confirm, gone, setGone } = useConfirming();
  const words = useTranslations("joining.address");
  const faultOf = useFault();
  const state = confirm.data?.state;
  if (gone) return <Told title={words("notMeDone")} text={words("notMeDoneText")} />;
  if (missing || state === "unknown") return <Told title={words("bad")} text={words("badText")} />;
  if (state === "confirmed") return <Told title={words("done")} text={words("doneText")} />;
  if (state === "startedOver")
    return (
      <Told title={words("overTitle")} text={words("overText")}>
        <LinkButton href="/sign-in" size="large" wide className="mt-3">
          {words("overGo")}
        </LinkButton>
      </Told>
    );
  if (state === "signIn") return <NotSignedIn token={token.current ?? ""} onGone={() => setGone(true)} />;
  return (
    <Told title={words("title")} text={words("text")}>
      <FaultNote fault={confirm.error && faultOf(confirm.error)} />
      <Button
        size="large"
        wide
        className="mt-3"
        pending={confirm.isPending}
        onClick={() => confirm.mutate({ token: token.current ?? "" })}
      >
        {words("confirm")}
      </Button>
    </Told>
  );
}

/** The link's token, and the question that it asks: again, when its reader comes back from signing in. */
function useConfirming() {
  const token = useRef<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [gone, setGone] = useState(false);
  const confirm = trpc.join.confirmAddress.useMutation({
    networkMode: "always",
    onSuccess: ({ state }) => (state === "signIn" ? keepAddressToken(token.current ?? "") : forgetAddressToken()),
  });
  useEffect(() => {
    token.current ??= takeFragment() ?? takeAddressToken();
    setMissing(!token.current);
  }, []);
  return { token, missing, confirm, gone, setGone };
}

function Told({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <section className="grid gap-3" aria-live="polite">
      <h1 className="display text-32">{title}</h1>
      <p className="text-17 text-ink-soft">{text}</p>
      {children}
    </section>
  );
}
