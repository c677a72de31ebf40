"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { CodeInput } from "@/components/auth/code-input";
import { redeemTicket } from "@/components/auth/next-auth";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { factorCode } from "@/server/features/sessions/schema";
import { useAction } from "./use-action";

/** What setting up began with: the seed that the app gets, and the challenge that its first code answers. */
export interface BegunAuthenticator {
  challenge: string;
  secret: string;
  uri: string;
}

type SetupProps = { begun: BegunAuthenticator; onDone: (recoveryCodes: string[]) => void };

const fields = z.object({ code: factorCode });

/** Brings an authenticator app in: a picture to scan, the key to type, and a first code to show that it works. */
export function AuthenticatorSetup({ begun, onDone }: SetupProps) {
  const words = useTranslations("account.authenticator");
  const fieldWords = useFieldWords();
  const confirm = trpc.account.confirmTotp.useMutation();
  const action = useAction({ refresh: false });
  const form = useForm<z.input<typeof fields>>({ resolver: zodResolver(fields), defaultValues: { code: "" } });
  const submit = form.handleSubmit(async ({ code }) => {
    const done = await action.run(async () => {
      const { ticket, recoveryCodes } = await confirm.mutateAsync({ challenge: begun.challenge, code });
      await redeemTicket(ticket);
      onDone(recoveryCodes);
    });
    if (!done) form.setFocus("code", { shouldSelect: true });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ol className="grid list-decimal gap-1 pl-5 text-16">
        <li>{words("stepApp")}</li>
        <li>{words("stepScan")}</li>
        <li>{words("stepCode")}</li>
      </ol>
      <div className="flex flex-wrap items-center gap-5">
        {/* On white in the dark as well: cameras read it so. */}
        <span className="rounded-m border border-line bg-[#fff] p-3">
          <QRCodeSVG value={begun.uri} size={168} title={words("picture")} />
        </span>
        <p className="min-w-0 grow basis-48">
          <span className="block text-15 text-ink-soft">{words("typed")}</span>
          <code translate="no" className="figures block break-words font-semibold text-16">
            {begun.secret.match(/.{1,4}/g)?.join(" ")}
          </code>
        </p>
      </div>
      <FaultNote fault={action.fault} />
      <Field label={words("code")} error={fieldWords(form.formState.errors.code?.message)}>
        {(control) => <CodeInput {...control} {...form.register("code")} />}
      </Field>
      <Button type="submit" size="large" wide pending={action.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}
