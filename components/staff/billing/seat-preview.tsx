"use client";

import { useTranslations } from "next-intl";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { useMoney } from "@/components/ui/use-money";
import { practice, solo } from "@/content/plans";
import type { BillingPage, Preview } from "@/server/features/billing/schema";
import { Amount, useDay } from "./amounts";
import { ToBilling } from "./to-billing";

type SeatProps = {
  practiceId: string;
  /** They come later, when they take the invitation up. */
  invited?: boolean;
};

/** What one more therapist costs, before anything is sent; for owners, and only where there is something to pay. */
export function SeatPreview({ practiceId, invited = false }: SeatProps) {
  const page = trpc.billing.page.useQuery({ practiceId });
  if (page.isPending) return <Skeleton className="h-16" />;
  if (!page.data) return null;
  const { mode, standing, subscription, seats } = page.data;
  if (mode === "SELF_HOSTED" || standing.reason === "GIVEN") return null;
  if (standing.plan === "SOLO") return seats.therapists + seats.invited < solo.therapists ? null : <SoloFull />;
  if (!subscription?.live) return <InTrial />;
  return <Priced page={page.data} invited={invited} />;
}

function SoloFull() {
  const words = useTranslations("billing.seat");
  return (
    <Banner live tone="attention" title={words("soloFull")} action={<ToBilling />}>
      {words("soloFullText")}
    </Banner>
  );
}

function InTrial() {
  const words = useTranslations("billing.seat");
  const money = useMoney();
  return <Banner live>{words("trial", { price: money(practice.prices.MONTH.cents, practice.currency) })}</Banner>;
}

function Priced({ page, invited }: { page: BillingPage; invited: boolean }) {
  const words = useTranslations("billing.seat");
  const money = useMoney();
  const { viewer, subscription, seats } = page;
  const change = { change: "SEATS" as const, seats: seats.therapists + 1 };
  const fresh = { gcTime: 0, staleTime: 0, refetchOnWindowFocus: false };
  const preview = trpc.billing.preview.useQuery({ practiceId: viewer.practiceId, ...change }, fresh);
  const seat = money(subscription?.unitAmount ?? 0, subscription?.currency ?? practice.currency);
  return (
    <section aria-label={words("title")} aria-live="polite" className="rounded-m bg-sunken px-4 py-3">
      <h3 className="font-semibold text-15">{words("title")}</h3>
      {preview.isPending && <Skeleton className="mt-2 h-16" />}
      {preview.error && <p className="mt-1 text-14 text-ink-soft">{words("unknown", { price: seat })}</p>}
      {preview.data && <Comes preview={preview.data} page={page} invited={invited} />}
    </section>
  );
}

function Comes({ preview, page, invited }: { preview: Preview; page: BillingPage; invited: boolean }) {
  const words = useTranslations("billing.seat");
  const money = useMoney();
  const day = useDay();
  const { prorated, currency, next, nextAt, interval, seats } = preview;
  return (
    <>
      {invited && <p className="text-14 text-ink-soft">{words("invited")}</p>}
      <dl className="@container">
        {prorated !== 0 && (
          <Amount label={words(prorated > 0 ? "prorated" : "credit")} hint={words("proratedHint")}>
            {money(Math.abs(prorated), currency, true)}
          </Amount>
        )}
        <Amount label={words(`next${interval}`)} hint={nextAt && words("from", { date: day(nextAt, page.viewer) })}>
          {words("seats", { amount: money(next, currency), seats })}
        </Amount>
      </dl>
    </>
  );
}
