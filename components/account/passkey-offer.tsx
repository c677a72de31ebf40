"use client";

import { platformAuthenticatorIsAvailable } from "@simplewebauthn/browser";
import { KeyRound, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ToastProvider } from "@/components/ui/toast";
import { UnlockProvider } from "@/components/unlock/unlock-dialog";
import { FormDialog } from "./form-dialog";
import { RecoveryCodes } from "./recovery-codes";
import { useAddPasskey } from "./use-add-passkey";

const place = "passkey-offered";

/** This device was asked whether it wants a passkey: it is not asked again. */
export function rememberPasskeyOffer(): void {
  try {
    window.localStorage.setItem(place, "1");
  } catch {
    // without storage nothing is asked anyway
  }
}

/**
 * Offers a passkey once on a device that could hold one, to whoever has just signed in and has none. Said no, or nothing,
 * it does not come back; the account page always has it. Needs the messages `auth` and `account`.
 */
export function PasskeyOffer() {
  const able = useAbleAndUnasked();
  const account = trpc.account.page.useQuery(undefined, { enabled: able });
  const [gone, setGone] = useState(false);
  const wanted = account.data?.fresh === true && account.data.passkeys.length === 0;
  useEffect(() => {
    if (wanted) rememberPasskeyOffer();
  }, [wanted]);
  if (!wanted || gone) return null;
  return (
    <ToastProvider>
      <UnlockProvider>
        <Offer onGone={() => setGone(true)} />
      </UnlockProvider>
    </ToastProvider>
  );
}

/** Whether this device holds passkeys of its own, and was not asked before. */
function useAbleAndUnasked(): boolean {
  const [able, setAble] = useState(false);
  useEffect(() => {
    try {
      if (window.localStorage.getItem(place)) return;
    } catch {
      return; // without storage it would be asked again and again
    }
    platformAuthenticatorIsAvailable().then(setAble, () => undefined);
  }, []);
  return able;
}

function Offer({ onGone }: { onGone: () => void }) {
  const words = useTranslations("account.offer");
  const [codes, setCodes] = useState<string[]>([]);
  const [added, setAdded] = useState(false);
  const { add, fault, pending } = useAddPasskey((fresh) => {
    setAdded(true);
    setCodes(fresh);
  });
  return (
    <Card className="relative mt-9 grid gap-3 p-5 text-16">
      <button type="button" aria-label={words("dismiss")} onClick={onGone} className={closeClass}>
        <X aria-hidden size={18} />
      </button>
      <h2 className="flex items-center gap-2 pr-10 font-semibold text-17">
        <KeyRound aria-hidden size={18} className="shrink-0 text-primary" />
        {words(added ? "added" : "title")}
      </h2>
      <p className="text-ink-soft">{words(added ? "addedText" : "text")}</p>
      <FaultNote fault={fault} />
      {!added && (
        <Button variant="ghost" size="large" className="justify-self-start" pending={pending} onClick={() => add()}>
          {words("add")}
        </Button>
      )}
      <FormDialog title={words("codesTitle")} open={codes.length > 0} onClose={() => setCodes([])}>
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      </FormDialog>
    </Card>
  );
}

const closeClass =
  "absolute top-2.5 right-2.5 grid size-11 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink";
