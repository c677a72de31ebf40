"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { type Fault, FaultNote } from "@/components/session/fault";
import { AgreementBody } from "@/components/staff/agreement/agreement-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { businessAssociate } from "@/content/agreements/business-associate";
import { signing } from "@/server/features/practices/schema";

const fields = z.object({ signatory: signing.shape.signatory });

type AgreementStepProps = {
  locale: "en" | "es";
  practiceName: string;
  fault: Fault | null;
  pending: boolean;
  onBack: () => void;
  onSign: (signatory: string) => void;
};

/** The agreement to read, and one's name to sign it. */
export function AgreementStep({ locale, practiceName, fault, pending, onBack, onSign }: AgreementStepProps) {
  const words = useTranslations("signUp.agreement");
  const fieldWords = useFieldWords();
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { signatory: "" } });
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  const { text, version } = businessAssociate;
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.handleSubmit(({ signatory }) => onSign(signatory))}
      className="grid gap-5"
    >
      <header>
        <h2 ref={top} tabIndex={-1} className="display text-24 outline-none">
          {text[locale].title}
        </h2>
        <p className="text-14 text-ink-soft">
          {words("for", { practice: practiceName.trim() })}. {words("version", { version })}.
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={words("readLabel")} className={readingClass}>
        <AgreementBody text={text[locale]} heading="h3" />
      </section>
      {fault?.code === "CHANGED_MEANWHILE" ? <Newer /> : <FaultNote fault={fault} />}
      <Field
        label={words("signatory")}
        hint={words("signatoryHint")}
        error={fieldWords(form.formState.errors.signatory?.message)}
      >
        {(control) => <Input {...control} {...form.register("signatory")} autoComplete="name" />}
      </Field>
      <div className="flex flex-wrap-reverse justify-between gap-3">
        <Button variant="quiet" size="large" onClick={onBack}>
          {words("back")}
        </Button>
        <Button type="submit" size="large" pending={pending} className="max-sm:w-full">
          {words("submit")}
        </Button>
      </div>
    </form>
  );
}

/** Another version came into force while this one was read. */
function Newer() {
  const words = useTranslations("signUp.agreement");
  const action = (
    <Button variant="ghost" size="small" onClick={() => window.location.reload()}>
      {words("reload")}
    </Button>
  );
  return (
    <Banner tone="attention" live action={action}>
      {words("newer")}
    </Banner>
  );
}

const readingClass =
  "max-h-[26rem] overflow-y-auto rounded-m border border-line bg-paper p-4 sm:p-5 focus-visible:outline-2 focus-visible:outline-primary";
