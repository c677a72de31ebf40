"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { CodeInput } from "@/components/auth/code-input";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { AccountPage } from "@/server/features/account/schema";
import { pin } from "@/server/features/sessions/schema";
import { FormDialog } from "./form-dialog";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";

/** This device: whether it is remembered, and the PIN that opens it. */
export function DeviceSection({ device }: Pick<AccountPage, "device">) {
  const words = useTranslations("account.device");
  const format = useFormatter();
  const forget = trpc.account.forgetDevice.useMutation();
  const action = useAction();
  const until = device.rememberedUntil && format.dateTime(device.rememberedUntil, { dateStyle: "long" });
  return (
    <Section id="device" title={words("title")} text={words("text")}>
      <Setting
        title={until ? words("remembered", { date: until }) : words("notRemembered")}
        text={until ? undefined : words("notRememberedText")}
        actions={
          until && (
            <Button
              variant="danger"
              pending={action.pending}
              onClick={() => action.run(() => forget.mutateAsync(), words("forgotten"))}
            >
              {words("forget")}
            </Button>
          )
        }
      />
      <FaultNote fault={action.fault} />
      <Pin set={device.pin} />
    </Section>
  );
}

function Pin({ set }: { set: boolean }) {
  const words = useTranslations("account.device");
  const remove = trpc.account.removePin.useMutation();
  const action = useAction();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Setting
        title={words(set ? "pinSet" : "pinUnset")}
        text={words("pinText")}
        actions={
          <>
            <Button variant="ghost" onClick={() => setOpen(true)}>
              {words(set ? "changePin" : "setPin")}
            </Button>
            {set && (
              <Button
                variant="danger"
                pending={action.pending}
                onClick={() => action.run(() => remove.mutateAsync(), words("pinRemoved"))}
              >
                {words("removePin")}
              </Button>
            )}
          </>
        }
      />
      <FaultNote fault={action.fault} />
      <FormDialog title={words("newPin")} description={words("newPinText")} open={open} onClose={() => setOpen(false)}>
        <PinForm onDone={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

const fields = z
  .object({ pin, again: z.string() })
  .refine((typed) => typed.pin === typed.again, { path: ["again"], message: "pinDiffers" });

function PinForm({ onDone }: { onDone: () => void }) {
  const words = useTranslations("account.device");
  const fieldWords = useFieldWords();
  const save = trpc.account.setPin.useMutation();
  const action = useAction();
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { pin: "", again: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    if (await action.run(() => save.mutateAsync({ pin: typed.pin }), words("pinSaved"))) onDone();
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FaultNote fault={action.fault} />
      {(["pin", "again"] as const).map((name) => (
        <Field key={name} label={words(name)} error={fieldWords(errors[name]?.message)}>
          {(control) => (
            <CodeInput {...control} {...form.register(name)} type="password" autoComplete="off" maxLength={6} />
          )}
        </Field>
      ))}
      <Button type="submit" size="large" wide pending={action.pending}>
        {words("savePin")}
      </Button>
    </form>
  );
}
