import clsx from "clsx";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { useMoney } from "@/components/ui/use-money";
import { practice, solo } from "@/content/plans";
import { localizedPath } from "../paths";

const { prices, currency, trialDays } = practice;
const monthsLess = Math.round((12 * prices.MONTH.cents - prices.YEAR.cents) / prices.MONTH.cents);

/** The two plans side by side, each with its price, for whom it is, and what it holds. */
export function Plans() {
  const words = useTranslations("public.pricing");
  const locale = useLocale();
  const money = useMoney();
  return (
    <div className="page pt-6 md:pt-10">
      <h1 className="display text-44 font-[430] sm:text-60">{words("title")}</h1>
      <p className="mt-4 max-w-[36em] text-17 text-ink-soft sm:text-20">{words("text")}</p>
      <div className="mt-10 grid gap-5 md:mt-14 lg:grid-cols-2">
        <Plan
          name={words("soloName")}
          text={words("soloFor")}
          price={words("free")}
          per={words("freeLine")}
          points={[
            words("soloPoints.therapists", { count: solo.therapists }),
            words("soloPoints.couples", { count: solo.couples }),
            words("soloPoints.all"),
          ]}
        />
        <Plan
          lift
          name={words("practiceName")}
          text={words("practiceFor")}
          price={money(prices.MONTH.cents, currency)}
          per={words("month")}
          more={words("year", { price: money(prices.YEAR.cents, currency), months: monthsLess })}
          points={[
            words("practicePoints.couples"),
            words("practicePoints.therapists"),
            words("practicePoints.roles"),
            words("practicePoints.trial", { days: trialDays }),
          ]}
        />
      </div>
      <div className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href={localizedPath(locale, "/sign-up")} prefetch={false} size="large">
          {words("begin")}
        </LinkButton>
        <p className="min-w-64 max-w-[34em] grow basis-0 text-15 text-ink-soft">
          {words("beginFine", { days: trialDays })}
        </p>
      </div>
    </div>
  );
}

type PlanProps = {
  name: string;
  text: string;
  price: string;
  per: string;
  /** A second price. */
  more?: ReactNode;
  points: readonly string[];
  lift?: boolean;
};

function Plan({ name, text, price, per, more, points, lift }: PlanProps) {
  return (
    <section
      className={clsx(
        "flex flex-col rounded-xl p-6 sm:p-9",
        "border",
        lift ? "stage border-transparent" : "border-line bg-surface",
      )}
    >
      <h2 className="display text-32">{name}</h2>
      <p className="mt-1 text-16 text-ink-soft">{text}</p>
      <p className="mt-6 flex flex-wrap items-baseline gap-x-3">
        <span className="display text-44 lining-nums">{price}</span>
        <span className="text-16 text-ink-soft">{per}</span>
      </p>
      <p className="min-h-6 text-15 text-ink-soft">{more}</p>
      <ul className="mt-6 grid gap-3 border-line border-t pt-6">
        {points.map((point) => (
          <li key={point} className="flex items-start gap-3 text-16">
            <Check aria-hidden size={18} strokeWidth={2.2} className="mt-1 shrink-0 text-primary" />
            {point}
          </li>
        ))}
      </ul>
    </section>
  );
}
