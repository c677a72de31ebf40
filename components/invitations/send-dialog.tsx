"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultBanner } from "@/components/staff/fault-banner";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { InvitationShape } from "@/server/features/invitations/schema";
import { emailAddress } from "@/server/features/people/schema";

const fields = z.object({ email: emailAddress });

type SendDialogProps = { practiceId: string; invitation: InvitationShape; onChanged: () => void };

/** Sends an invitation by mail again, to the same address or a corrected one; what that does to older links stands there. */
export function SendDialog({ practiceId, invitation, onChanged }: SendDialogProps) {
  const words = useTranslations("invitations");
  const common = useTranslations("common");
  const toast = useToast();
  const formId = useId();
  const field = useFieldWords();
  const [open, setOpen] = useState(false);
  const { name, invitationId, email } = invitation;
  const form = useForm({ resolver: zodResolver(fields), values: { email: email ?? "" } });
  const send = trpc.invitations.sendAgain.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("line.sent") });
      onChanged();
    },
    onError: (error) => {
      const message = appError(error).fields?.email;
      if (message) form.setError("email", { message }, { shouldFocus: true });
    },
  });
  const fault = send.error && !appError(send.error).fields ? send.error : null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="small" aria-label={words("line.againLabel", { name })}>
          {words(invitation.state === "revoked" ? "line.invite" : "line.again")}
        </Button>
      }
      title={words("send.title", { name })}
      description={words("send.text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} pending={send.isPending}>
            {words("send.submit")}
          </Button>
        </>
      }
    >
      <form
        method="post"
        id={formId}
        noValidate
        onSubmit={form.handleSubmit((values) => send.mutate({ practiceId, invitationId, ...values }))}
        className="grid gap-4"
      >
        <Field label={words("send.email")} error={field(form.formState.errors.email?.message)}>
          {(control) => (
            <Input {...control} {...form.register("email")} type="email" autoComplete="off" spellCheck={false} />
          )}
        </Field>
        <FaultBanner error={fault} />
      </form>
    </Dialog>
  );
}
