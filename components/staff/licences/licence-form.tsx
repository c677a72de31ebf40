"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import type { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type LicenceCard, type LicenceFields, licenceFields, licenceKind } from "@/server/features/licences/schema";
import { beyondFields, showFieldFaults } from "./field-faults";
import { usePlaces } from "./words";

/** What a form is opened for: a new licence, or one that renews or corrects another. */
export type Opened = { purpose: "New" } | { purpose: "Renew" | "Again"; licence: LicenceCard };

type Typed = z.input<typeof licenceFields>;
type Form = UseFormReturn<Typed, unknown, LicenceFields>;

type LicenceFormProps = {
  opened: Opened;
  practiceId: string;
  today: string;
  onDone: () => void;
  onCancel: () => void;
};

function typedOf(opened: Opened): Typed {
  if (opened.purpose === "New") return { kind: "" as "LMFT", number: "", jurisdiction: "", expiresOn: "", npi: "" };
  const { kind, number, jurisdiction, npi, expiresOn } = opened.licence;
  return { kind, number, jurisdiction, npi: npi ?? "", expiresOn: opened.purpose === "Renew" ? "" : expiresOn };
}

/** A licence as its holder types it, every fault beside its field. Sending it twice submits it once. */
export function LicenceForm({ opened, practiceId, today, onDone, onCancel }: LicenceFormProps) {
  const words = useTranslations("licences.form");
  const [clientId] = useState(() => uuidv4());
  const form: Form = useForm({ resolver: zodResolver(licenceFields), defaultValues: typedOf(opened) });
  const submit = trpc.licences.submit.useMutation({
    onSuccess: onDone,
    onError: (error) => showFieldFaults(form, error),
  });
  const replacesId = opened.purpose === "New" ? null : opened.licence.licenceId;
  const send = form.handleSubmit((fields) => submit.mutate({ practiceId, clientId, replacesId, ...fields }));
  return (
    <form method="post" noValidate onSubmit={send} className="@container grid gap-4">
      <div>
        <h3 className="font-semibold text-17">{words(`title${opened.purpose}`)}</h3>
        {opened.purpose === "Renew" && <p className="text-14 text-ink-soft">{words("textRenew")}</p>}
      </div>
      <WhichFields form={form} />
      <ValidFields form={form} today={today} />
      <FaultBanner error={beyondFields(submit.error)} />
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" pending={submit.isPending || submit.isSuccess}>
          {words("send")}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {words("cancel")}
        </Button>
      </div>
    </form>
  );
}

function WhichFields({ form }: { form: Form }) {
  const words = useTranslations("licences");
  const field = useFieldWords();
  const { states, others } = usePlaces();
  const { errors } = form.formState;
  const option = ({ code, name }: { code: string; name: string }) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  return (
    <div className="grid items-start gap-4 @lg:grid-cols-2">
      <Field label={words("form.kind")} error={errors.kind && field("chooseKind")}>
        {(control) => (
          <Select {...control} {...form.register("kind")} autoFocus>
            <option value="">{words("form.chooseKind")}</option>
            {licenceKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {words(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words("form.jurisdiction")} error={field(errors.jurisdiction?.message)}>
        {(control) => (
          <Select {...control} {...form.register("jurisdiction")}>
            <option value="">{words("form.chooseJurisdiction")}</option>
            <optgroup label={words("form.states")}>{states.map(option)}</optgroup>
            <optgroup label={words("form.countries")}>{others.map(option)}</optgroup>
          </Select>
        )}
      </Field>
    </div>
  );
}

function ValidFields({ form, today }: { form: Form; today: string }) {
  const words = useTranslations("licences.form");
  const field = useFieldWords();
  const { errors } = form.formState;
  const abroad = form.watch("jurisdiction").length === 2;
  return (
    <>
      <div className="grid items-start gap-4 @lg:grid-cols-2">
        <Field label={words("number")} error={field(errors.number?.message)}>
          {(control) => <Input {...control} {...form.register("number")} autoComplete="off" spellCheck={false} />}
        </Field>
        <Field label={words("expiresOn")} error={field(errors.expiresOn?.message)}>
          {(control) => <Input {...control} {...form.register("expiresOn")} type="date" min={today} />}
        </Field>
      </div>
      {(!abroad || errors.npi) && (
        <Field label={words("npi")} hint={words("npiHint")} optional error={field(errors.npi?.message)}>
          {(control) => (
            <Input
              {...control}
              {...form.register("npi")}
              inputMode="numeric"
              autoComplete="off"
              className="sm:max-w-60"
            />
          )}
        </Field>
      )}
    </>
  );
}
