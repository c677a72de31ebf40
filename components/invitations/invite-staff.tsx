"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { SeatPreview } from "@/components/staff/billing/seat-preview";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { locales } from "@/messages/locales";
import { type NewStaff, newStaff } from "@/server/features/invitations/schema";

const roles = ["THERAPIST", "COORDINATOR", "OWNER"] as const;
const nobody = (): NewStaff => ({ clientId: uuidv4(), name: "", email: "", locale: "en", roles: [] });

/** Name, address and roles of somebody who is to join the team. */
export function InviteStaff({ practiceId, onInvited }: { practiceId: string; onInvited: () => void }) {
  const words = useTranslations("invitations");
  const common = useTranslations("common");
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const form = useForm<NewStaff>({ resolver: zodResolver(newStaff), defaultValues: nobody() });
  const invite = trpc.invitations.inviteStaff.useMutation({
    onSuccess: () => {
      setOpen(false);
      form.reset(nobody());
      toast({ text: words("line.sent") });
      onInvited();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">{words("staff.invite")}</Button>}
      title={words("staff.dialogTitle")}
      description={words("staff.dialogText")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} pending={invite.isPending}>
            {words("staff.submit")}
          </Button>
        </>
      }
    >
      <form
        method="post"
        id={formId}
        noValidate
        onSubmit={form.handleSubmit((fields) => invite.mutate({ practiceId, ...fields }))}
        className="grid gap-4"
      >
        <StaffFields form={form} />
        {form.watch("roles").includes("THERAPIST") && <SeatPreview practiceId={practiceId} invited />}
        <FaultBanner error={invite.error} />
      </form>
    </Dialog>
  );
}

function StaffFields({ form }: { form: UseFormReturn<NewStaff> }) {
  const words = useTranslations("invitations");
  const languages = useTranslations("common.language");
  const field = useFieldWords();
  const { errors } = form.formState;
  return (
    <>
      <Field label={words("new.name")} error={field(errors.name?.message)}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" maxLength={120} />}
      </Field>
      <Field label={words("new.email")} error={field(errors.email?.message)}>
        {(control) => (
          <Input {...control} {...form.register("email")} type="email" autoComplete="off" spellCheck={false} />
        )}
      </Field>
      <ChoiceGroup legend={words("staff.roles")} error={field(errors.roles?.message)}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={words(`staff.role.${role}`)}
            hint={words(`staff.roleText.${role}`)}
            {...form.register("roles")}
          />
        ))}
      </ChoiceGroup>
      <Field label={words("new.language")}>
        {(control) => (
          <Select {...control} {...form.register("locale")}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {languages(locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
