"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { currentConsent } from "@/content/consent";
import type { SecretsPolicy } from "@/server/features/people/schema";
import { ConsentPoints, PolicyWords } from "./agreed-texts";
import type { JoinFields } from "./fields";
import { StepHeading } from "./step-heading";

/** The consent and the couple's policy, each accepted by itself. */
export function AgreeStep({ policy }: { policy: SecretsPolicy | null }) {
  const words = useTranslations("joining.agree");
  const locale = useLocale() === "es" ? "es" : "en";
  return (
    <>
      <StepHeading title={words("title")} />
      <ConsentPoints consent={currentConsent} />
      <Agreement name="consent" label={currentConsent.text[locale].agree} />
      {policy && (
        <section className="grid gap-2 border-line border-t pt-5">
          <h2 className="font-semibold text-17">{words("policy")}</h2>
          <PolicyWords policy={policy} />
          <p className="text-15 text-ink-soft">{words("own")}</p>
          <Agreement name="policyAccepted" label={words("policyAgree")} />
        </section>
      )}
    </>
  );
}

function Agreement({ name, label }: { name: "consent" | "policyAccepted"; label: string }) {
  const field = useFieldWords();
  const { register, formState } = useFormContext<JoinFields>();
  const fault = field(formState.errors[name]?.message);
  const id = `${name}-fault`;
  return (
    <div>
      <Checkbox
        label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        {...register(name)}
      />
      {fault && <FieldError id={id}>{fault}</FieldError>}
    </div>
  );
}
