"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { PlaceField } from "@/components/places/place-field";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { ComboboxOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type SettingsFields, settingsFields } from "@/server/features/practices/schema";
import { FaultBanner } from "../fault-banner";

type AboutFormProps = {
  practiceId: string;
  fields: SettingsFields;
  zones: readonly ComboboxOption[];
  countries: readonly ComboboxOption[];
};

/** What the practice is called, by whom its mail comes, and where it lies. */
export function AboutForm({ practiceId, fields, zones, countries }: AboutFormProps) {
  const words = useTranslations("practice.settings.about");
  const fault = useFieldWords();
  const toast = useToast();
  const router = useRouter();
  const form = useForm<SettingsFields>({ resolver: zodResolver(settingsFields), values: fields });
  const { errors, isDirty } = form.formState;
  const save = trpc.practices.save.useMutation({
    onSuccess: () => {
      toast({ text: words("saved") });
      router.refresh();
    },
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit((sent) => save.mutate({ practiceId, ...sent }))}
      className="grid gap-5"
    >
      <Field label={words("name")} hint={words("nameHint")} error={fault(errors.name?.message)}>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="organization" />}
      </Field>
      <div id="sender" className="scroll-mt-20">
        <Field label={words("sender")} hint={words("senderHint")} error={fault(errors.senderName?.message)}>
          {(control) => <Input {...control} {...form.register("senderName")} autoComplete="off" />}
        </Field>
      </div>
      <div className="grid items-end gap-5 @xl:grid-cols-2">
        <PlaceField
          control={form.control}
          name="timeZone"
          label={words("zone")}
          hint={words("zoneHint")}
          options={zones}
        />
        <PlaceField control={form.control} name="country" label={words("country")} options={countries} />
      </div>
      <FaultBanner error={save.error} />
      <div>
        <Button type="submit" variant={isDirty ? "primary" : "ghost"} pending={save.isPending}>
          {words("save")}
        </Button>
      </div>
    </form>
  );
}
