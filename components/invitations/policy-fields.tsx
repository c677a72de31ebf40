"use client";

import { useLocale, useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import { RadioCards } from "@/components/ui/radio-cards";
import { secretsPolicies } from "@/content/consent";
import type { NewCouple } from "@/server/features/invitations/schema";
import { secretsPolicy } from "@/server/features/people/schema";

/** What the therapist does with what one partner tells alone: three ways, each in plain words. */
export function PolicyFields() {
  const words = useTranslations("invitations.new");
  const locale = useLocale() === "es" ? "es" : "en";
  const { control } = useFormContext<NewCouple>();
  return (
    <Controller
      control={control}
      name="policy"
      render={({ field }) => (
        <RadioCards
          name="policy"
          legend={words("policy")}
          legendHidden
          value={field.value}
          onValueChange={field.onChange}
          options={secretsPolicy.options.map((value) => {
            const { title, text } = secretsPolicies[value][locale];
            return { value, label: title, text };
          })}
        />
      )}
    />
  );
}
