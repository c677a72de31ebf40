"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { type AccountPage, changePasswordFields } from "@/server/features/account/schema";
import { FormDialog } from "./form-dialog";
import { Section, Setting } from "./section";
import { useAction } from "./use-action";

/** The password: when it was chosen, and a new one. */
export function PasswordSection({ email, password }: Pick<AccountPage, "password"> & { email: string }) {
  const words = useTranslations("account.password");
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const { set, proven, changedAt } = password;
  return (
    <Section id="password" title={words("title")}>
      {set && !proven && <Banner>{words("unproven")}</Banner>}
      <Setting
        title={words(set ? "set" : "unset")}
        text={changedAt && words("changed", { date: format.dateTime(changedAt, { dateStyle: "long" }) })}
        actions={
          <Button variant="ghost" onClick={() => setOpen(true)}>
            {words(set ? "change" : "choose")}
          </Button>
        }
      />
      <FormDialog title={words("newTitle")} description={words("newText")} open={open} onClose={() => setOpen(false)}>
        <PasswordForm email={email} onDone={() => setOpen(false)} />
      </FormDialog>
    </Section>
  );
}

function PasswordForm({ email, onDone }: { email: string; onDone: () => void }) {
  const words = useTranslations("account.password");
  const fieldWords = useFieldWords();
  const change = trpc.account.changePassword.useMutation();
  const action = useAction();
  const form = useForm<z.infer<typeof changePasswordFields>>({
    resolver: zodResolver(changePasswordFields),
    defaultValues: { password: "" },
  });
  const submit = form.handleSubmit(async (fields) => {
    if (await action.run(() => change.mutateAsync(fields), words("saved"))) onDone();
    else form.setFocus("password");
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <FaultNote fault={action.fault} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        {...form.register("password")}
        label={words("new")}
        value={useWatch({ control: form.control, name: "password" })}
        hints={[email]}
        error={fieldWords(form.formState.errors.password?.message ?? action.fault?.fields?.password)}
      />
      <Button type="submit" size="large" wide pending={action.pending}>
        {words("save")}
      </Button>
    </form>
  );
}
