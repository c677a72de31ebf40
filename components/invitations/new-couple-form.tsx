"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useFieldArray, useForm, useFormContext } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { useFieldWords } from "@/components/session/error-words";
import { FaultBanner } from "@/components/staff/fault-banner";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import {
  type CoupleForm,
  type CoupleInvitations,
  type NewCouple,
  newCouple,
} from "@/server/features/invitations/schema";
import { Invited } from "./invited";
import { nobody, PartnerFields } from "./partner-fields";
import { PolicyFields } from "./policy-fields";

/** Two people, how each joins, who treats them, and what happens with what one tells alone. */
export function NewCoupleForm({ page }: { page: CoupleForm }) {
  const [clientId, setClientId] = useState(() => uuidv4());
  const [done, setDone] = useState<CoupleInvitations | null>(null);
  const again = () => {
    setClientId(uuidv4());
    setDone(null);
  };
  if (done) return <Invited invited={done} viewer={page.viewer} ownId={page.ownId} onAnother={again} />;
  return <Fields key={clientId} clientId={clientId} page={page} onDone={setDone} />;
}

type FieldsProps = { clientId: string; page: CoupleForm; onDone: (invited: CoupleInvitations) => void };

function Fields({ clientId, page, onDone }: FieldsProps) {
  const words = useTranslations("invitations.new");
  const { practiceId } = page.viewer;
  const licensed = page.therapists.filter((one) => one.licensed);
  const personId = licensed.find((one) => one.personId === page.ownId)?.personId ?? licensed[0]?.personId ?? "";
  const form = useForm<NewCouple>({
    resolver: zodResolver(newCouple),
    defaultValues: { clientId, personId, policy: "CONFIDENTIAL", partners: [nobody, nobody] },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "partners" });
  const invite = trpc.invitations.inviteCouple.useMutation({
    onSuccess: onDone,
    onError: (error) => {
      for (const [name, message] of Object.entries(appError(error).fields ?? {}))
        form.setError(name as "partners.1.email", { message }, { shouldFocus: true });
    },
  });
  const submit = form.handleSubmit((values) => invite.mutate({ practiceId, ...values }));
  if (licensed.length === 0) return <Banner>{words(page.therapists.length ? "unlicensed" : "noTherapist")}</Banner>;
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={submit} className="@container grid max-w-3xl gap-4.5">
        {page.mailsLeft !== null && <Banner>{words("mailsLeft", { count: page.mailsLeft })}</Banner>}
        {fields.map((one, index) => (
          <SectionCard
            key={one.id}
            title={words("partner", { number: index + 1 })}
            action={
              index === 1 && (
                <Button variant="quiet" size="small" aria-label={words("removeSecondLabel")} onClick={() => remove(1)}>
                  {words("removeSecond")}
                </Button>
              )
            }
          >
            <PartnerFields index={index === 0 ? 0 : 1} />
          </SectionCard>
        ))}
        {fields.length < 2 && (
          <Button variant="ghost" className="justify-self-start" onClick={() => append(nobody)}>
            {words("addSecond")}
          </Button>
        )}
        <SectionCard title={words("therapist")} text={words("therapistHint")}>
          <TherapistField page={page} />
        </SectionCard>
        <SectionCard title={words("policy")} text={words("policyHint")}>
          <PolicyFields />
        </SectionCard>
        <FaultBanner error={invite.error && appError(invite.error).fields ? null : invite.error} />
        <div>
          <Button type="submit" size="large" pending={invite.isPending}>
            {words("submit", { count: fields.length })}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

function TherapistField({ page }: { page: CoupleForm }) {
  const words = useTranslations("invitations.new");
  const field = useFieldWords();
  const { register, formState } = useFormContext<NewCouple>();
  return (
    <Field label={words("therapist")} error={field(formState.errors.personId?.message)}>
      {(control) => (
        <Select {...control} {...register("personId")}>
          {page.therapists.map(({ personId, name, licensed }) => (
            <option key={personId} value={personId} disabled={!licensed}>
              {licensed ? name : words("notLicensed", { name })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
