"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useAction } from "@/components/account/use-action";
import { ConsentPoints, PolicyWords } from "@/components/joining/agreed-texts";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { currentConsent } from "@/content/consent";
import { currentRelease } from "@/content/release";
import { type MinePage, signFields } from "@/server/features/transfers/schema";

const formFields = signFields.pick({ signedAs: true }).extend({
  release: z.boolean().refine((ticked) => ticked, "tick"),
  consent: z.boolean().refine((ticked) => ticked, "tick"),
});
type FormFields = z.infer<typeof formFields>;
type SignFormProps = { coupleId: string; listedAt: Date; transfer: NonNullable<MinePage["transfer"]> };

/** What is signed, in full, with one's own name; saying no is as near as saying yes. */
export function SignForm(props: SignFormProps) {
  const { transfer } = props;
  const words = useTranslations("transfers.me");
  const locale = useLocale() === "es" ? "es" : "en";
  const field = useFieldWords();
  const { form, sign, decline, signing, declining, fault } = useAnswer(props);
  const { errors } = form.formState;
  const tick = (name: "release" | "consent", label: string) => (
    <div>
      <Checkbox
        label={label}
        aria-invalid={errors[name] ? true : undefined}
        aria-describedby={errors[name] ? `${name}-fault` : undefined}
        {...form.register(name)}
      />
      {errors[name] && <FieldError id={`${name}-fault`}>{words("mustTick")}</FieldError>}
    </div>
  );
  return (
    <form method="post" noValidate onSubmit={sign} className="grid gap-5">
      <h2 className="display text-24">{words("read")}</h2>
      <ConsentPoints consent={currentRelease} />
      {tick("release", words("agreeRelease"))}
      <section className="grid gap-2 border-line border-t pt-5">
        <h3 className="font-semibold text-17">{words("policy")}</h3>
        <PolicyWords policy={transfer.policy} />
        <h3 className="mt-3 font-semibold text-17">{words("consent")}</h3>
        <ConsentPoints consent={currentConsent} />
      </section>
      {tick("consent", words("agreeConsent"))}
      <Field label={words("sign")} hint={words("signHint")} error={field(errors.signedAs?.message)}>
        {(control) => <Input {...control} {...form.register("signedAs")} autoComplete="name" size={24} />}
      </Field>
      <p className="text-16 text-ink-soft">{currentRelease.text[locale].agree}</p>
      <FaultNote fault={fault} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Button type="submit" size="large" wide pending={signing} disabled={declining}>
          {words("submit")}
        </Button>
        <Button variant="ghost" size="large" wide pending={declining} disabled={signing} onClick={decline}>
          {words("decline")}
        </Button>
      </div>
    </form>
  );
}

/** Signing and saying no, one at a time, with a fresh proof where one is missing. */
function useAnswer({ coupleId, listedAt, transfer }: SignFormProps) {
  const { transferId, policy } = transfer;
  const action = useAction();
  const [asked, setAsked] = useState<"yes" | "no">("yes");
  const form = useForm<FormFields>({
    resolver: zodResolver(formFields),
    defaultValues: { signedAs: "", release: false, consent: false },
  });
  const authorize = trpc.transfers.authorize.useMutation();
  const no = trpc.transfers.decline.useMutation();
  const today = { textVersion: currentRelease.version, consentVersion: currentConsent.version, policy };
  const sign = form.handleSubmit(async ({ signedAs }) => {
    setAsked("yes");
    await action.run(() => authorize.mutateAsync({ coupleId, transferId, listedAt, signedAs, ...today }));
  });
  const decline = () => {
    setAsked("no");
    return action.run(() => no.mutateAsync({ coupleId, transferId }));
  };
  return {
    form,
    sign,
    decline,
    signing: action.pending && asked === "yes",
    declining: action.pending && asked === "no",
    fault: action.fault,
  };
}
