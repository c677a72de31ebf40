"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { rememberPasskeyOffer } from "@/components/account/passkey-offer";
import { RecoveryCodes } from "@/components/account/recovery-codes";
import { useAddPasskey } from "@/components/account/use-add-passkey";
import { FaultNote } from "@/components/session/fault";
import { Button } from "@/components/ui/button";
import { ToastProvider } from "@/components/ui/toast";
import { UnlockProvider } from "@/components/unlock/unlock-dialog";
import { StepHeading } from "./step-heading";

/** After joining, on a device that can hold one: a passkey, or not now. Either way it goes on to `next`. */
export function PasskeyStep({ next }: { next: string }) {
  return (
    <ToastProvider>
      <UnlockProvider>
        <Offer next={next} />
      </UnlockProvider>
    </ToastProvider>
  );
}

/** After joining with a passkey and no password: the codes that stand in for a lost device, shown this once. */
export function CodesStep({ next, recoveryCodes }: { next: string; recoveryCodes: string[] }) {
  const goOn = useGoOn(next);
  return <RecoveryCodes codes={recoveryCodes} onKept={goOn} />;
}

/** Into the portal; this device is not asked about passkeys again. */
function useGoOn(next: string): () => void {
  const router = useRouter();
  return () => {
    rememberPasskeyOffer();
    router.replace(next);
    router.refresh();
  };
}

function Offer({ next }: { next: string }) {
  const words = useTranslations("account.offer");
  const [codes, setCodes] = useState<string[]>([]);
  const goOn = useGoOn(next);
  const { add, fault, pending } = useAddPasskey((fresh) => (fresh.length > 0 ? setCodes(fresh) : goOn()));
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={goOn} />;
  return (
    <section className="grid gap-4">
      <StepHeading title={words("title")} text={words("text")} />
      <FaultNote fault={fault} />
      <div className="mt-2 grid gap-3">
        <Button size="large" wide pending={pending} onClick={() => add()}>
          {words("add")}
        </Button>
        <Button variant="quiet" size="large" wide onClick={goOn}>
          {words("dismiss")}
        </Button>
      </div>
    </section>
  );
}
