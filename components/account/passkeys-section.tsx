"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { usePasskeysHere } from "@/components/auth/passkeys";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type AccountPage, passkeyName } from "@/server/features/account/schema";
import { FormDialog } from "./form-dialog";
import { RecoveryCodes } from "./recovery-codes";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";
import { useAddPasskey } from "./use-add-passkey";

type Passkey = AccountPage["passkeys"][number];

/** The passkeys: adding one here, naming them, taking them away. */
export function PasskeysSection({ passkeys }: { passkeys: Passkey[] }) {
  const words = useTranslations("account.passkeys");
  const router = useRouter();
  const here = usePasskeysHere();
  const [codes, setCodes] = useState<string[]>([]);
  const { add, fault, pending } = useAddPasskey((fresh) => {
    setCodes(fresh);
    router.refresh();
  });
  return (
    <Section id="passkeys" title={words("title")} text={words("text")}>
      {passkeys.length > 0 && (
        <ul className="grid divide-y divide-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.passkeyId} passkey={passkey} />
          ))}
        </ul>
      )}
      <FaultNote fault={fault} />
      {here === false ? (
        <p className="text-15 text-ink-soft">{words("notHere")}</p>
      ) : (
        <Button variant="ghost" pending={pending} onClick={() => add()} className="justify-self-start">
          {words("add")}
        </Button>
      )}
      <FormDialog title={words("codesTitle")} open={codes.length > 0} onClose={() => setCodes([])}>
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      </FormDialog>
    </Section>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const words = useTranslations("account.passkeys");
  const format = useFormatter();
  const remove = trpc.account.removePasskey.useMutation();
  const action = useAction();
  const [naming, setNaming] = useState(false);
  const { passkeyId, name, createdAt, lastUsedAt } = passkey;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const used = lastUsedAt ? words("used", { date: day(lastUsedAt) }) : words("unused");
  return (
    <li className="grid gap-2 py-3 first:pt-0">
      <Setting
        title={name}
        text={`${words("added", { date: day(createdAt) })} ${used}`}
        actions={
          <>
            <Button variant="quiet" aria-label={words("renameSpoken", { name })} onClick={() => setNaming(true)}>
              {words("rename")}
            </Button>
            <Button
              variant="danger"
              aria-label={words("removeSpoken", { name })}
              pending={action.pending}
              onClick={() => action.run(() => remove.mutateAsync({ passkeyId }), words("removed"))}
            >
              {words("remove")}
            </Button>
          </>
        }
      />
      <FaultNote fault={action.fault} />
      <FormDialog title={words("renameTitle")} open={naming} onClose={() => setNaming(false)}>
        <NameForm passkey={passkey} onDone={() => setNaming(false)} />
      </FormDialog>
    </li>
  );
}

function NameForm({ passkey: { passkeyId, name }, onDone }: { passkey: Passkey; onDone: () => void }) {
  const words = useTranslations("account.passkeys");
  const fieldWords = useFieldWords();
  const rename = trpc.account.renamePasskey.useMutation();
  const action = useAction();
  const form = useForm({ resolver: zodResolver(passkeyName), defaultValues: { passkeyId, name } });
  const submit = form.handleSubmit(async (fields) => {
    if (await action.run(() => rename.mutateAsync(fields))) onDone();
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FaultNote fault={action.fault} />
      <Field label={words("name")} error={fieldWords(form.formState.errors.name?.message)}>
        {(control) => <Input {...control} {...form.register("name")} maxLength={60} autoComplete="off" />}
      </Field>
      <Button type="submit" size="large" wide pending={action.pending}>
        {words("saveName")}
      </Button>
    </form>
  );
}
