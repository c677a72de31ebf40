"use client";

import { KeyRound, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { usePasskeysHere } from "@/components/auth/passkeys";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { AuthenticatorSetup, type BegunAuthenticator } from "./authenticator-setup";
import { RecoveryCodes } from "./recovery-codes";
import { useAction } from "./use-action";
import { useAddPasskey } from "./use-add-passkey";

/** Setting up the first second step: a passkey or an app, then the recovery codes, then on. */
export function FactorSetup({ onReady }: { onReady: () => void }) {
  const words = useTranslations("account.setup");
  const [begun, setBegun] = useState<BegunAuthenticator | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [going, setGoing] = useState(false);
  const go = () => {
    setGoing(true);
    onReady();
  };
  const take = (fresh: string[]) => (fresh.length > 0 ? setCodes(fresh) : go());
  if (codes) return <RecoveryCodes codes={codes} onKept={go} pending={going} />;
  if (!begun) return <Choice onBegun={setBegun} onPasskey={take} />;
  return (
    <div className="grid gap-4">
      <AuthenticatorSetup begun={begun} onDone={take} />
      <Button variant="quiet" onClick={() => setBegun(null)}>
        {words("back")}
      </Button>
    </div>
  );
}

type ChoiceProps = { onBegun: (begun: BegunAuthenticator) => void; onPasskey: (codes: string[]) => void };

function Choice({ onBegun, onPasskey }: ChoiceProps) {
  const words = useTranslations("account.setup");
  const here = usePasskeysHere();
  const passkey = useAddPasskey(onPasskey);
  const begin = trpc.account.beginTotp.useMutation();
  const action = useAction({ refresh: false });
  return (
    <div className="grid gap-6">
      <FaultNote fault={passkey.fault ?? action.fault} />
      {here && (
        <section className="grid gap-2">
          <h2 className="flex items-center gap-2 font-semibold text-17">
            <KeyRound aria-hidden size={18} className="text-primary" />
            {words("passkeyTitle")}
          </h2>
          <p className="text-15 text-ink-soft">{words("passkeyText")}</p>
          <Button size="large" wide pending={passkey.pending} onClick={() => passkey.add()}>
            {words("passkey")}
          </Button>
        </section>
      )}
      <section className="grid gap-2">
        <h2 className="flex items-center gap-2 font-semibold text-17">
          <Smartphone aria-hidden size={18} className="text-primary" />
          {words("appTitle")}
        </h2>
        <p className="text-15 text-ink-soft">{words("appText")}</p>
        <Button
          variant={here ? "ghost" : "primary"}
          size="large"
          wide
          pending={action.pending}
          onClick={() => action.run(async () => onBegun(await begin.mutateAsync()))}
        >
          {words("app")}
        </Button>
      </section>
    </div>
  );
}
