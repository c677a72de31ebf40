"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { useMoney } from "@/components/ui/use-money";
import { type PlanInterval, practice } from "@/content/plans";
import { type CheckoutFields, checkoutInput } from "@/server/features/billing/schema";
import { FaultBanner } from "../fault-banner";

const { prices, currency } = practice;
const monthsLess = Math.round((12 * prices.MONTH.cents - prices.YEAR.cents) / prices.MONTH.cents);

type ChooseProps = { practiceId: string; seats: number; inTrial: boolean };

/** Choosing Practice: how often, where invoices go, and on to Stripe's page. */
export function ChoosePractice({ practiceId, seats, inTrial }: ChooseProps) {
  const words = useTranslations("billing.choose");
  const field = useFieldWords();
  const money = useMoney();
  const checkout = trpc.billing.checkout.useMutation({ onSuccess: ({ url }) => window.location.assign(url) });
  const form = useForm<CheckoutFields>({
    resolver: zodResolver(checkoutInput),
    defaultValues: { interval: "MONTH", email: "", name: "" },
  });
  const { errors } = form.formState;
  const interval = form.watch("interval");
  const total = money(prices[interval].cents * seats, currency);
  return (
    <SectionCard title={words("title")} text={words("text")}>
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((fields) => checkout.mutate({ practiceId, ...fields }))}
        className="grid gap-5"
      >
        <IntervalCards value={interval} onChange={(next) => form.setValue("interval", next)} />
        <p className="figures text-15">
          <strong className="font-semibold">
            {words(interval === "MONTH" ? "totalMonth" : "totalYear", { seats, total })}
          </strong>{" "}
          {inTrial && <span className="text-ink-soft">{words("trialKept")}</span>}
        </p>
        <div className="grid items-start gap-5 @xl:grid-cols-2">
          <Field label={words("email")} error={field(errors.email?.message)}>
            {(control) => <Input {...control} {...form.register("email")} type="email" autoComplete="email" />}
          </Field>
          <Field label={words("name")} optional error={field(errors.name?.message)}>
            {(control) => <Input {...control} {...form.register("name")} autoComplete="organization" maxLength={120} />}
          </Field>
        </div>
        <FaultBanner error={checkout.error} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" pending={checkout.isPending || checkout.isSuccess}>
            {words("submit")}
          </Button>
          <p className="min-w-56 grow basis-0 text-14 text-ink-soft">{words("learns")}</p>
        </div>
      </form>
    </SectionCard>
  );
}

type IntervalProps = { value: PlanInterval; onChange: (next: PlanInterval) => void };

function IntervalCards({ value, onChange }: IntervalProps) {
  const words = useTranslations("billing.choose");
  const money = useMoney();
  return (
    <RadioCards
      name="interval"
      legend={words("interval")}
      columns
      value={value}
      onValueChange={onChange}
      options={[
        {
          value: "MONTH" as const,
          label: words("MONTH"),
          text: words("priceMonth", { price: money(prices.MONTH.cents, currency) }),
        },
        {
          value: "YEAR" as const,
          label: words("YEAR"),
          text: words("priceYear", { price: money(prices.YEAR.cents, currency), months: monthsLess }),
        },
      ]}
    />
  );
}
