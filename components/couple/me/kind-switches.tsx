"use client";

import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { Switch } from "@/components/ui/switch";
import { type PartnerKind, partnerKind, type ReminderSettings } from "@/server/features/reminders/schema";

/** One switch for each kind of email. */
export function KindSwitches() {
  const words = useTranslations("couple.settings");
  const { control } = useFormContext<ReminderSettings>();
  const toggled = (wanted: PartnerKind[], kind: PartnerKind) =>
    partnerKind.options.filter((one) => (one === kind ? !wanted.includes(kind) : wanted.includes(one)));
  return (
    <Controller
      control={control}
      name="wanted"
      render={({ field }) => (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-semibold text-16">{words("kinds")}</legend>
          {partnerKind.options.map((kind) => (
            <Switch
              key={kind}
              label={words(kind)}
              checked={field.value.includes(kind)}
              onChange={() => field.onChange(toggled(field.value, kind))}
              onBlur={field.onBlur}
            />
          ))}
        </fieldset>
      )}
    />
  );
}
