"use client";

import { useTranslations } from "next-intl";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { locales } from "@/messages/locales";
import type { Invitee } from "@/server/features/invitations/schema";

/** A form that holds partners to invite. */
export type PartnersForm = { partners: Invitee[] };

/** Name, way and address of one partner. */
export function PartnerFields({ index }: { index: 0 | 1 }) {
  const words = useTranslations("invitations.new");
  const field = useFieldWords();
  const { register, control, formState } = useFormContext<PartnersForm>();
  const by = useWatch<PartnersForm, `partners.${0 | 1}.by`>({ name: `partners.${index}.by` });
  const faults = formState.errors.partners?.[index];
  return (
    <div className="grid gap-4">
      <Field label={words("name")} hint={words("nameHint")} error={field(faults?.name?.message)}>
        {(wiring) => <Input {...wiring} {...register(`partners.${index}.name`)} autoComplete="off" maxLength={120} />}
      </Field>
      <Controller
        control={control}
        name={`partners.${index}.by`}
        render={({ field: way }) => (
          <Segmented
            name={`partners.${index}.by`}
            legend={words("how")}
            value={way.value}
            onValueChange={way.onChange}
            options={[
              { value: "mail", label: words("byMail") },
              { value: "room", label: words("byRoom") },
            ]}
          />
        )}
      />
      {by === "room" ? <p className="text-14 text-ink-soft">{words("roomText")}</p> : <MailFields index={index} />}
    </div>
  );
}

function MailFields({ index }: { index: 0 | 1 }) {
  const words = useTranslations("invitations.new");
  const languages = useTranslations("common.language");
  const field = useFieldWords();
  const { register, formState } = useFormContext<PartnersForm>();
  const faults = formState.errors.partners?.[index];
  return (
    <div className="grid items-start gap-4 @xl:grid-cols-[minmax(0,1fr)_11rem]">
      <Field label={words("email")} hint={words("emailHint")} error={field(faults?.email?.message)}>
        {(wiring) => (
          <Input
            {...wiring}
            {...register(`partners.${index}.email`)}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={words("language")}>
        {(wiring) => (
          <Select {...wiring} {...register(`partners.${index}.locale`)}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {languages(locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** Someone of whom nothing is known yet. */
export const nobody: Invitee = { name: "", by: "mail", email: "", locale: "en" };
