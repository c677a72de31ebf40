"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DayFields } from "./day-fields";
import type { ChosenKind, MailFields } from "./fields";
import { HourFields } from "./hour-fields";
import { KindFields } from "./kind-fields";
import { PlaceFields } from "./place-fields";

type MailSettingsProps = {
  form: UseFormReturn<MailFields>;
  kinds: readonly ChosenKind[];
  zones: string[];
  today: string;
  onSubmit: () => void;
  /** Something was changed since it was saved. */
  onChange: () => void;
  pending: boolean;
  saved: boolean;
  /** What went wrong on saving. */
  failure: ReactNode;
};

/** What comes by email, on which days and when, and in which language. */
export function MailSettings({ form, kinds, zones, today, ...rest }: MailSettingsProps) {
  const words = useTranslations("reminders.settings");
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={rest.onSubmit} onChange={rest.onChange} className="grid gap-7">
        <KindFields kinds={kinds} today={today} />
        <DayFields />
        <HourFields />
        <PlaceFields zones={zones} />
        <div className="grid gap-3">
          {rest.failure}
          {rest.saved && (
            <Banner tone="positive" live>
              {words("saved")}
            </Banner>
          )}
          <Button type="submit" size="large" wide pending={rest.pending}>
            {words("save")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
