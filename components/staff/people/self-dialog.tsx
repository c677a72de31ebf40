"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { WeekdayBoxes } from "@/components/reminders/weekday-boxes";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type SelfFields, type StaffPerson, selfFields } from "@/server/features/staff/schema";
import { FaultBanner } from "../fault-banner";

type SelfDialogProps = { practiceId: string; person: Pick<StaffPerson, "name" | "pronouns" | "readingDays" | "roles"> };

/** One's own name and pronouns, as colleagues and couples see them, and when one reads what clients write. */
export function SelfDialog({ practiceId, person }: SelfDialogProps) {
  const words = useTranslations("people.self");
  const common = useTranslations("common");
  const field = useFieldWords();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const form = useForm<SelfFields>({
    resolver: zodResolver(selfFields),
    values: { name: person.name, pronouns: person.pronouns ?? "", readingDays: person.readingDays ?? [] },
  });
  const save = trpc.staff.saveSelf.useMutation({
    onSuccess: () => {
      setOpen(false);
      toast({ text: words("saved") });
      router.refresh();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small">
          {words("edit")}
        </Button>
      }
      title={words("title")}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form="self-form" pending={save.isPending}>
            {words("save")}
          </Button>
        </>
      }
    >
      <form
        method="post"
        id="self-form"
        noValidate
        className="grid gap-4"
        onSubmit={form.handleSubmit((fields) => save.mutate({ practiceId, ...fields }))}
      >
        <Field label={words("name")} error={field(errors.name?.message)}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="name" required />}
        </Field>
        <Field label={words("pronouns")} hint={words("pronounsHint")} optional error={field(errors.pronouns?.message)}>
          {(control) => <Input {...control} {...form.register("pronouns")} autoComplete="off" />}
        </Field>
        {person.roles.some(({ role }) => role === "THERAPIST") && (
          <Controller
            control={form.control}
            name="readingDays"
            render={({ field: { value, onChange, onBlur } }) => (
              <WeekdayBoxes
                {...{ value, onChange, onBlur }}
                legend={words("readingDays")}
                hint={words("readingDaysHint")}
              />
            )}
          />
        )}
        <FaultBanner error={save.error} />
      </form>
    </Dialog>
  );
}
