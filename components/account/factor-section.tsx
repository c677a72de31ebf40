"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { AccountPage } from "@/server/features/account/schema";
import { AuthenticatorSetup, type BegunAuthenticator } from "./authenticator-setup";
import { FormDialog } from "./form-dialog";
import { RecoveryCodes } from "./recovery-codes";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";

type FactorProps = Pick<AccountPage, "totp" | "recoveryCodesLeft" | "passkeys" | "twoFactorRequired">;

/** The second step: the authenticator app and the recovery codes that stand in for it. */
export function FactorSection({ totp, recoveryCodesLeft, passkeys, twoFactorRequired }: FactorProps) {
  const words = useTranslations("account.factor");
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Section id="second-step" title={words("title")} text={words(twoFactorRequired ? "textRequired" : "text")}>
      <Authenticator totp={totp} onCodes={setCodes} />
      {(totp || passkeys.length > 0) && <Codes left={recoveryCodesLeft} onCodes={setCodes} />}
      <FormDialog title={words("codesTitle")} open={codes !== null} onClose={() => setCodes(null)}>
        {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      </FormDialog>
    </Section>
  );
}

type PartProps = { onCodes: (codes: string[]) => void };

function Authenticator({ totp, onCodes }: PartProps & { totp: boolean }) {
  const words = useTranslations("account.factor");
  const router = useRouter();
  const begin = trpc.account.beginTotp.useMutation();
  const remove = trpc.account.removeTotp.useMutation();
  const action = useAction();
  const [begun, setBegun] = useState<BegunAuthenticator | null>(null);
  const start = () => action.run(async () => setBegun(await begin.mutateAsync()));
  const done = (codes: string[]) => {
    setBegun(null);
    onCodes(codes);
    router.refresh();
  };
  return (
    <>
      <Setting
        title={words("app")}
        text={words(totp ? "appOn" : "appOff")}
        actions={
          <>
            <Button variant="ghost" pending={action.pending} onClick={start}>
              {words(totp ? "replace" : "setUp")}
            </Button>
            {totp && (
              <Button
                variant="danger"
                pending={action.pending}
                onClick={() => action.run(() => remove.mutateAsync(), words("removed"))}
              >
                {words("remove")}
              </Button>
            )}
          </>
        }
      />
      <FaultNote fault={action.fault} />
      <FormDialog title={words("setUpTitle")} open={begun !== null} onClose={() => setBegun(null)}>
        {begun && <AuthenticatorSetup begun={begun} onDone={done} />}
      </FormDialog>
    </>
  );
}

function Codes({ left, onCodes }: PartProps & { left: number }) {
  const words = useTranslations("account.factor");
  const renew = trpc.account.renewRecoveryCodes.useMutation();
  const action = useAction();
  const make = () => action.run(async () => onCodes((await renew.mutateAsync()).recoveryCodes));
  return (
    <>
      <Setting
        title={words("codes")}
        text={words("left", { count: left })}
        actions={
          <Button variant="ghost" pending={action.pending} onClick={make}>
            {words("renew")}
          </Button>
        }
      />
      {left < 3 && <Banner>{words("few")}</Banner>}
      <FaultNote fault={action.fault} />
    </>
  );
}
