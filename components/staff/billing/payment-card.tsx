import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import { useMoney } from "@/components/ui/use-money";
import type { BillingPage, PaymentMethod } from "@/server/features/billing/schema";
import { Amount, useDay } from "./amounts";
import { CancelOrKeep } from "./cancel-or-keep";
import { PortalButton } from "./portal-button";
import { SwitchInterval } from "./switch-interval";

type Subscription = NonNullable<BillingPage["subscription"]>;

/** A subscription that runs: when what is due, for how many, paid with what, and the ways to change it. */
export function PaymentCard({ page, subscription }: { page: BillingPage; subscription: Subscription }) {
  const words = useTranslations("billing.payment");
  const { practiceId } = page.viewer;
  const { status, cancelAt, trialEnd, interval, periodEnd } = subscription;
  const failing = status === "past_due" || status === "unpaid";
  return (
    <SectionCard title={words("title")}>
      <dl className="@container">
        <Amount label={words(dueOf(page) > 0 ? "now" : trialEnd ? "first" : "next")}>
          <NextPayment page={page} subscription={subscription} />
        </Amount>
        <Seats page={page} subscription={subscription} />
        <Amount label={words("method")}>
          <Method method={page.paymentMethod} />
        </Amount>
      </dl>
      <div className="mt-3 flex flex-wrap items-start gap-2.5 max-sm:flex-col">
        <PortalButton practiceId={practiceId} hint={words("portalHint")}>
          {words("portal")}
        </PortalButton>
        {!failing && !cancelAt && <SwitchInterval viewer={page.viewer} to={interval === "MONTH" ? "YEAR" : "MONTH"} />}
        <CancelOrKeep viewer={page.viewer} cancelAt={cancelAt} periodEnd={periodEnd} failing={failing} />
      </div>
    </SectionCard>
  );
}

/** Cents of what is due because a payment failed; 0 otherwise. */
function dueOf({ standing, invoices }: BillingPage): number {
  if (!standing.trouble) return 0;
  return invoices.filter((one) => one.status === "open").reduce((sum, one) => sum + one.total, 0);
}

function NextPayment({ page, subscription }: { page: BillingPage; subscription: Subscription }) {
  const words = useTranslations("billing.payment");
  const money = useMoney();
  const day = useDay();
  const { cancelAt, trialEnd, periodEnd, interval, unitAmount, quantity, currency } = subscription;
  if (cancelAt) return words("none", { date: day(cancelAt, page.viewer) });
  const at = trialEnd ?? periodEnd;
  const due = dueOf(page);
  if (due > 0) return money(due, currency, true);
  if (!at) return null;
  const amount = money(unitAmount * quantity, currency, true);
  return words(interval === "MONTH" ? "nextMonth" : "nextYear", { amount, date: day(at, page.viewer) });
}

function Seats({ page, subscription }: { page: BillingPage; subscription: Subscription }) {
  const words = useTranslations("billing.payment");
  const money = useMoney();
  const day = useDay();
  const { therapists, invited, waiting } = page.seats;
  const change = waiting && { wanted: waiting.wanted, since: day(waiting.since, page.viewer) };
  return (
    <Amount
      label={words("seats")}
      hint={
        <>
          {invited > 0 && words("invited", { count: invited })}
          {change && <span className="block">{words(waiting.fault ? "waitingFault" : "waiting", change)}</span>}
          {waiting?.fault && <span className="block">{words("fault", { fault: waiting.fault })}</span>}
        </>
      }
    >
      {words("seatsNow", { count: therapists, price: money(subscription.unitAmount, subscription.currency) })}
    </Amount>
  );
}

const brandName = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replaceAll("_", " ");

function Method({ method }: { method: PaymentMethod | null }) {
  const words = useTranslations("billing.payment");
  if (!method) return words("noMethod");
  const { type, brand, last4, expMonth, expYear } = method;
  if (!last4) return words("other", { type: brandName(type) });
  const shown = { brand: brandName(brand ?? type), last4 };
  if (expMonth === null || expYear === null) return words("account", shown);
  return words("card", { ...shown, month: String(expMonth).padStart(2, "0"), year: String(expYear) });
}
