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
import { type AccessPage, type AddFields, addFields } from "@/server/features/clinicians/schema";
import { FaultBanner } from "../fault-banner";
import { TherapistSelect } from "./therapist-select";

/** Lets another therapist of the practice read: covering until a day, or supervising. */
export function AddDialog({ page }: { page: AccessPage }) {
  const words = useTranslations("people.access.add");
  const common = useTranslations("common");
  const field = useFieldWords();
  const [open, setOpen] = useState(false);
  const { form, send, pending, error } = useAdd(page, () => setOpen(false));
  const { errors } = form.formState;
  const role = form.watch("role");
  const choose = (next: AddFields["role"]) => {
    form.setValue("role", next);
    form.setValue("until", next === "COVERING" ? "" : null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{words("open")}</Button>}
      title={words("title")}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form="add-form" pending={pending}>
            {words("submit")}
          </Button>
        </>
      }
    >
      <form method="post" id="add-form" noValidate className="grid gap-4" onSubmit={send}>
        <TherapistSelect
          label={words("who")}
          control={form.register("personId")}
          error={field(errors.personId?.message)}
          therapists={candidates(page)}
        />
        <RadioCards
          name="role"
          legend={words("as")}
          value={role}
          onValueChange={choose}
          options={(["COVERING", "SUPERVISOR"] as const).map((value) => ({
            value,
            label: words(`role.${value}`),
            text: words(`roleText.${value}`),
          }))}
        />
        {role === "COVERING" && (
          <Field label={words("until")} error={field(errors.until?.message)}>
            {(control) => <Input {...control} {...form.register("until")} type="date" min={page.today} required />}
          </Field>
        )}
        <FaultBanner error={error} />
      </form>
    </Dialog>
  );
}

/** Everyone who may be added: not the viewer, and nobody who reads for good already. */
export function candidates(page: AccessPage) {
  const settled = page.now.filter((row) => row.role !== "COVERING").map((row) => row.personId);
  return page.therapists.filter(({ personId }) => !settled.includes(personId) && !isSelf(page, personId));
}

const isSelf = (page: AccessPage, personId: string) => page.now.some((row) => row.self && row.personId === personId);

function useAdd(page: AccessPage, onDone: () => void) {
  const words = useTranslations("people.access.add");
  const router = useRouter();
  const toast = useToast();
  const [clientId, setClientId] = useState(() => uuidv4());
  const at = { practiceId: page.viewer.practiceId, coupleId: page.couple.coupleId };
  const form = useForm<AddFields>({
    resolver: zodResolver(addFields),
    defaultValues: { personId: "", role: "COVERING", until: "" },
  });
  const back = trpc.clinicians.end.useMutation({ onSettled: () => router.refresh() });
  const add = trpc.clinicians.add.useMutation({
    onSuccess: (_, sent) => {
      const name = page.therapists.find(({ personId }) => personId === sent.personId)?.name ?? "";
      onDone();
      form.reset();
      setClientId(uuidv4());
      toast({ text: words("done", { name }), undo: () => back.mutate({ ...at, coupleClinicianId: sent.clientId }) });
      router.refresh();
    },
  });
  const send = form.handleSubmit((fields) => add.mutate({ ...at, clientId, ...fields }));
  return { form, send, pending: add.isPending, error: add.error };
}
