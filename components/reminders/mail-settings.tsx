"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider, type Resolver, useForm } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { rememberChoice } from "@/components/ui/preference-cookie";
import type { reminderSettings, staffSettings } from "@/server/features/reminders/schema";
import { DayFields } from "./day-fields";
import type { ChosenKind, MailFields } from "./fields";
import { HourFields } from "./hour-fields";
import { KindFields } from "./kind-fields";
import { PlaceFields } from "./place-fields";

type MailSettingsProps = {
  settings: MailFields;
  schema: typeof reminderSettings | typeof staffSettings;
  kinds: readonly ChosenKind[];
  zones: string[];
  today: string;
  onSave: (fields: MailFields) => void;
  /** How the saving goes. */
  saving: { isPending: boolean; isSuccess: boolean; reset: () => void };
  /** What went wrong on saving, with what tries again. */
  failure: (again: () => void) => ReactNode;
};

/** What follows when settings are kept: pages speak the language that was chosen. */
export function useKept(): (result: unknown, saved: Pick<MailFields, "locale">) => void {
  const router = useRouter();
  return (_, { locale }) => {
    rememberChoice("locale", locale);
    router.refresh();
  };
}

/** What comes by email, on which days and when, and in which language. */
export function MailSettings({ settings, schema, kinds, zones, today, onSave, saving, failure }: MailSettingsProps) {
  const words = useTranslations("reminders.settings");
  const resolver = zodResolver(schema) as unknown as Resolver<MailFields>;
  const form = useForm<MailFields>({ resolver, defaultValues: settings });
  const submit = form.handleSubmit(onSave);
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={submit}
        onChange={() => saving.isSuccess && saving.reset()}
        className="grid gap-7"
      >
        <KindFields kinds={kinds} today={today} />
        <DayFields />
        <HourFields />
        <PlaceFields zones={zones} />
        <div className="grid gap-3">
          {failure(submit)}
          {saving.isSuccess && (
            <Banner tone="positive" live>
              {words("saved")}
            </Banner>
          )}
          <Button type="submit" size="large" wide pending={saving.isPending}>
            {words("save")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
