"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changeAddressFields } from "@/server/features/account/schema";
import { FormDialog } from "./form-dialog";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";

/** The address that one signs in with; another one is proven by a mail to it. */
export function AddressSection({ email, disowned }: { email: string | null; disowned: boolean }) {
  const words = useTranslations("account.address");
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Section id="address" title={words("title")} text={words("text")}>
      {asked && (
        <Banner tone="positive" live>
          {words("asked", { email: asked })}
        </Banner>
      )}
      {!asked && (disowned || !email) && <Banner tone="attention">{words(email ? "disowned" : "gone")}</Banner>}
      <Setting
        title={email ?? words("none")}
        actions={
          <Button variant="ghost" onClick={() => setOpen(true)}>
            {words("change")}
          </Button>
        }
      />
      <FormDialog title={words("newTitle")} description={words("newText")} open={open} onClose={() => setOpen(false)}>
        <AddressForm
          onAsked={(address) => {
            setAsked(address);
            setOpen(false);
          }}
        />
      </FormDialog>
    </Section>
  );
}

function AddressForm({ onAsked }: { onAsked: (email: string) => void }) {
  const words = useTranslations("account.address");
  const fieldWords = useFieldWords();
  const ask = trpc.account.askForAddress.useMutation();
  const action = useAction();
  const form = useForm<z.infer<typeof changeAddressFields>>({
    resolver: zodResolver(changeAddressFields),
    defaultValues: { email: "" },
  });
  const submit = form.handleSubmit(async (fields) => {
    if (await action.run(() => ask.mutateAsync(fields))) onAsked(fields.email);
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FaultNote fault={action.fault} />
      <Field label={words("email")} error={fieldWords(form.formState.errors.email?.message)}>
        {(control) => (
          <Input
            {...control}
            {...form.register("email")}
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" size="large" wide pending={action.pending}>
        {words("send")}
      </Button>
    </form>
  );
}
