"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { type DisclosureRow, disclosureFields } from "@/server/features/disclosures/schema";
import type { Partner } from "@/server/features/people/schema";
import { FaultBanner } from "../fault-banner";
import { DisclosureFieldset, type FormFields } from "./disclosure-fieldset";

type DisclosureDialogProps = {
  practiceId: string;
  coupleId: string;
  partners: Partner[];
  today: string;
  /** What is corrected; absent to record anew. */
  corrects?: DisclosureRow;
  label?: string;
};

const emptyFields = { personId: "", recipient: "", address: "", what: "", why: "", withdrawn: false };

/** Records a disclosure, or corrects one. What was typed stays until it has been saved, also when the dialog is closed. */
export function DisclosureDialog({ corrects, label, partners, today, ...ids }: DisclosureDialogProps) {
  const words = useTranslations("disclosures");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const { form, send, pending, error } = useDisclosure({ corrects, today, ...ids }, () => setOpen(false));
  return (
    <Dialog
      size="large"
      open={open}
      onOpenChange={setOpen}
      trigger={
        corrects ? (
          <Button variant="quiet" size="small" aria-label={label}>
            {words("correct")}
          </Button>
        ) : (
          <Button>{words("record")}</Button>
        )
      }
      title={words(corrects ? "form.correctTitle" : "form.title")}
      description={corrects && words("form.correctText")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button pending={pending} onClick={send}>
            {words(corrects ? "form.saveCorrection" : "form.save")}
          </Button>
        </>
      }
    >
      <form method="post" noValidate onSubmit={send} className="grid gap-4">
        <DisclosureFieldset form={form} partners={partners} today={today} correcting={corrects !== undefined} />
        <FaultBanner error={error} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

type Saving = Pick<DisclosureDialogProps, "practiceId" | "coupleId" | "corrects" | "today">;

/** The form's state: one client id until it has been saved, so that sending twice stores once. */
function useDisclosure({ corrects, today, ...ids }: Saving, close: () => void) {
  const words = useTranslations("disclosures");
  const router = useRouter();
  const toast = useToast();
  const [clientId, setClientId] = useState(() => uuidv4());
  const defaultValues = corrects ?? { ...emptyFields, disclosedOn: today };
  const form = useForm<FormFields>({
    resolver: zodResolver(disclosureFields.loose()) as never,
    defaultValues,
    values: corrects,
  });
  const onSuccess = () => {
    close();
    form.reset();
    setClientId(uuidv4());
    toast({ text: words(corrects ? "savedCorrection" : "saved") });
    router.refresh();
  };
  const record = trpc.disclosures.record.useMutation({ onSuccess });
  const correct = trpc.disclosures.correct.useMutation({ onSuccess });
  const send = form.handleSubmit((fields) => {
    if (fields.disclosedOn > today) {
      form.setError("disclosedOn", { message: "future" });
      return;
    }
    const { personId, withdrawn, disclosedOn, recipient, address, what, why } = fields;
    const said = { ...ids, clientId, disclosedOn, recipient, address, what, why };
    if (corrects) correct.mutate({ ...said, withdrawn, disclosureId: corrects.disclosureId });
    else record.mutate({ ...said, personId });
  });
  const pending = record.isPending || correct.isPending;
  return { form, send, pending, error: record.error ?? correct.error };
}
