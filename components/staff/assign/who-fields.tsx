"use client";

import { User, UserRoundCheck, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { PartnerMark } from "@/components/ui/partner";
import { RadioCards } from "@/components/ui/radio-cards";
import type { Mode } from "@/content/schema";
import type { Partner } from "@/server/features/people/schema";
import { sideOf } from "../people";
import type { AssignFormState } from "./use-assign";

const modes = [
  { value: "TOGETHER", Icon: Users },
  { value: "EACH", Icon: UserRoundCheck },
  { value: "JUST_YOU", Icon: User },
] as const;

type WhoProps = { form: AssignFormState; partners: readonly Partner[] };

/** How it is done, for whom, and whether the one who is not asked may know of it. */
export function WhoFields({ form, partners }: WhoProps) {
  const words = useTranslations("staff");
  const field = useFieldWords();
  const both = partners.map(({ personId }) => personId);
  const mode = form.watch("mode");
  const setMode = (next: Mode) => {
    form.setValue("mode", next);
    form.setValue("personIds", next === "JUST_YOU" ? [] : both);
    form.clearErrors(["personIds", "mode"]);
  };
  return (
    <>
      <RadioCards
        name="mode"
        legend={words("assign.mode")}
        columns
        value={mode}
        onValueChange={setMode}
        error={field(form.formState.errors.mode?.message)}
        options={modes.map(({ value, Icon }) => ({
          value,
          label: words(`mode.${value}`),
          text: words(`modeText.${value}`),
          icon: <Icon size={18} strokeWidth={1.9} />,
        }))}
      />
      {mode === "JUST_YOU" && <OnePartner form={form} partners={partners} />}
    </>
  );
}

function OnePartner({ form, partners }: WhoProps) {
  const words = useTranslations("staff.assign");
  const field = useFieldWords();
  const asked = partners.find(({ personId }) => personId === form.watch("personIds")[0]);
  const other = asked && partners.find(({ personId }) => personId !== asked.personId);
  return (
    <>
      <Controller
        control={form.control}
        name="personIds"
        render={({ field: { name, value, onChange, ref }, fieldState: { error } }) => (
          <RadioCards
            {...{ name, ref }}
            legend={words("who")}
            columns
            value={value[0] ?? null}
            onValueChange={(personId) => onChange([personId])}
            error={field(error?.message)}
            options={partners.map(({ personId, name: label, position, joined }) => ({
              value: personId,
              label,
              text: joined ? undefined : words("notJoined"),
              icon: <PartnerMark side={sideOf(position)} />,
            }))}
          />
        )}
      />
      {asked && other && <Known form={form} name={asked.name} other={other.name} />}
    </>
  );
}

/** Whether the one who is not asked may know of it. */
export function Known({ form, name, other }: { form: AssignFormState; name: string; other: string }) {
  const words = useTranslations("staff.assign");
  return (
    <Controller
      control={form.control}
      name="knownToBoth"
      render={({ field }) => (
        <RadioCards
          name={field.name}
          ref={field.ref}
          legend={words("known", { other })}
          columns
          value={field.value ? "yes" : "no"}
          onValueChange={(value) => field.onChange(value === "yes")}
          options={[
            { value: "no", label: words("knownNo", { name }), text: words("knownNoText", { other }) },
            { value: "yes", label: words("knownYes", { other }), text: words("knownYesText", { name, other }) },
          ]}
        />
      )}
    />
  );
}
