"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useToast } from "@/components/ui/toast";
import { type AccessPage, type TransferFields, transferFields } from "@/server/features/clinicians/schema";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";
import { TherapistSelect } from "./therapist-select";

/** Hands the couple over to another therapist of the practice, who becomes its primary clinician. */
export function TransferDialog({ page }: { page: AccessPage }) {
  const words = useTranslations("people.access.transfer");
  const common = useTranslations("common");
  const field = useFieldWords();
  const [open, setOpen] = useState(false);
  const { form, send, pending, error } = useTransfer(page);
  const { errors } = form.formState;
  const stayUntil = form.watch("stayUntil");
  const primary = page.now.find((row) => row.role === "PRIMARY")?.personId;
  const self = page.now.find((row) => row.self)?.personId;
  const others = page.therapists.filter(({ personId }) => personId !== primary && personId !== self);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="ghost">{words("open")}</Button>}
      title={words("title")}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form="transfer-form" pending={pending}>
            {words("submit")}
          </Button>
        </>
      }
    >
      <form method="post" id="transfer-form" noValidate className="grid gap-4" onSubmit={send}>
        <TherapistSelect
          label={words("to")}
          control={form.register("personId")}
          error={field(errors.personId?.message)}
          therapists={others}
        />
        {page.primary && (
          <RadioCards
            name="stay"
            legend={words("you")}
            value={stayUntil === null ? "leave" : "stay"}
            onValueChange={(next) => form.setValue("stayUntil", next === "leave" ? null : "")}
            options={(["leave", "stay"] as const).map((value) => ({
              value,
              label: words(value),
              text: words(`${value}Text`),
            }))}
          />
        )}
        {stayUntil !== null && (
          <Field label={words("until")} error={errors.stayUntil && field("chooseLastDay")}>
            {(control) => <Input {...control} {...form.register("stayUntil")} type="date" min={page.today} required />}
          </Field>
        )}
        <FaultBanner error={error} />
      </form>
    </Dialog>
  );
}

function useTransfer(page: AccessPage) {
  const words = useTranslations("people.access.transfer");
  const router = useRouter();
  const toast = useToast();
  const [clientId] = useState(() => uuidv4());
  const at = { practiceId: page.viewer.practiceId, coupleId: page.couple.coupleId };
  const form = useForm<TransferFields>({
    resolver: zodResolver(transferFields),
    defaultValues: { personId: "", stayUntil: null },
  });
  const transfer = trpc.clinicians.transfer.useMutation({
    onSuccess: (_, sent) => {
      const name = page.therapists.find(({ personId }) => personId === sent.personId)?.name ?? "";
      toast({ text: words("done", { name }) });
      // Whoever left at once has no page here any more.
      if (page.primary && sent.stayUntil === null) router.push(places.caseload(at.practiceId));
      router.refresh();
    },
  });
  const send = form.handleSubmit((fields) => transfer.mutate({ ...at, clientId, ...fields }));
  return { form, send, pending: transfer.isPending || transfer.isSuccess, error: transfer.error };
}
