import type Stripe from "stripe";
import type { PlanInterval } from "@/content/plans";
import type { Invoice, PaymentMethod } from "./schema";

/** What a practice's row holds of its subscription. */
export interface Snapshot {
  subscriptionId: string | null;
  itemId: string | null;
  status: string | null;
  interval: PlanInterval | null;
  unitAmount: number | null;
  currency: string | null;
  quantity: number | null;
  trialEnd: Date | null;
  periodEnd: Date | null;
  cancelAt: Date | null;
  failingSince: Date | null;
}

/** What a subscription entitles to: Practice from a day on, until another or without end. */
export interface Paid {
  subject: string;
  startsAt: Date;
  endsAt: Date | null;
}

/** Everything that a sync learns. */
export interface Truth {
  snapshot: Snapshot;
  paid: Paid[];
  invoices: Invoice[];
  paymentMethod: PaymentMethod | null;
}

/** What Stripe answers to the questions of one sync. */
export interface Answers {
  subscriptions: readonly Stripe.Subscription[];
  invoices: readonly Stripe.Invoice[];
  /** The customer's own way to pay, where the subscription names none. */
  customerMethod: Stripe.PaymentMethod | null;
}

const instant = (seconds: number | null | undefined): Date | null =>
  seconds === null || seconds === undefined ? null : new Date(seconds * 1_000);

/** The states of a subscription that runs: it can be changed, and a second one would be paid twice. */
const liveStates: readonly string[] = ["trialing", "active", "past_due", "unpaid"];
/** Whether a subscription in this state runs. */
export const isLive = (status: string | null | undefined): boolean => liveStates.includes(status ?? "");
const failing: readonly string[] = ["past_due", "unpaid"];

/**
 * Those that run first, then the latest. Of two that run the one whose payment has not failed holds, then the earlier one; the
 * other is a mistake to be ended. Of two of the same second the name decides: everybody who asks comes to the same.
 */
function inOrder(all: readonly Stripe.Subscription[]): Stripe.Subscription[] {
  const [live, rest] = [all.filter((one) => isLive(one.status)), all.filter((one) => !isLive(one.status))];
  const failed = ({ status }: Stripe.Subscription) => Number(failing.includes(status));
  const byName = (a: Stripe.Subscription, b: Stripe.Subscription) => (a.id < b.id ? -1 : 1);
  return [
    ...live.toSorted((a, b) => failed(a) - failed(b) || a.created - b.created || byName(a, b)),
    ...rest.toSorted((a, b) => b.created - a.created || byName(b, a)),
  ];
}

const subscriptionOf = (invoice: Stripe.Invoice): string | null => {
  const named = invoice.parent?.subscription_details?.subscription;
  return typeof named === "string" ? named : (named?.id ?? null);
};

/** Since when a subscription's payment is due that failed: the earliest open invoice that was tried. Told by Stripe's own dates alone. */
function failingSince({ id, status, items }: Stripe.Subscription, invoices: readonly Stripe.Invoice[]): Date | null {
  if (!failing.includes(status)) return null;
  const dates = invoices
    .filter((one) => subscriptionOf(one) === id && (one.status === "open" || one.status === "uncollectible"))
    .filter((one) => one.attempted)
    .map((one) => one.status_transitions.finalized_at ?? one.created);
  return instant(dates.length > 0 ? Math.min(...dates) : items.data[0]?.current_period_start);
}

/** When a subscription ends or has ended; null while it goes on. */
function endOf({ cancel_at, cancel_at_period_end, ended_at, canceled_at, status, items }: Stripe.Subscription) {
  if (status === "canceled") return instant(ended_at ?? canceled_at);
  return instant(cancel_at ?? (cancel_at_period_end ? items.data[0]?.current_period_end : null));
}

function paidBy(subscription: Stripe.Subscription): Paid[] {
  const { id, status, start_date } = subscription;
  if (!isLive(status) && status !== "canceled") return [];
  const startsAt = new Date(start_date * 1_000);
  const end = endOf(subscription);
  return [{ subject: id, startsAt, endsAt: end && end < startsAt ? startsAt : end }];
}

const none: Snapshot = {
  ...{ subscriptionId: null, itemId: null, status: null, interval: null, unitAmount: null, currency: null },
  ...{ quantity: null, trialEnd: null, periodEnd: null, cancelAt: null, failingSince: null },
};

function snapshotOf(subscription: Stripe.Subscription | undefined, invoices: readonly Stripe.Invoice[]): Snapshot {
  if (!subscription) return none;
  const [item] = subscription.items.data;
  const { id: subscriptionId, status, trial_end } = subscription;
  return {
    ...{ subscriptionId, status, itemId: item?.id ?? null },
    interval: item?.price.recurring?.interval === "year" ? "YEAR" : "MONTH",
    unitAmount: item?.price.unit_amount ?? null,
    currency: item?.price.currency ?? null,
    quantity: item?.quantity ?? null,
    trialEnd: status === "trialing" ? instant(trial_end) : null,
    periodEnd: instant(item?.current_period_end),
    cancelAt: endOf(subscription),
    failingSince: failingSince(subscription, invoices),
  };
}

function invoiceOf({
  id,
  number,
  created,
  total,
  currency,
  status,
  invoice_pdf,
  hosted_invoice_url,
}: Stripe.Invoice): Invoice[] {
  if (!id || !status || status === "draft") return [];
  const links = { pdf: invoice_pdf ?? null, page: hosted_invoice_url ?? null };
  return [
    { id, number, at: new Date(created * 1_000), total, currency, status: status as Invoice["status"], ...links },
  ];
}

function methodOf(method: Stripe.PaymentMethod | null): PaymentMethod | null {
  if (!method) return null;
  const { card, us_bank_account: bank } = method;
  return {
    type: method.type,
    brand: card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? null,
    expMonth: card?.exp_month ?? null,
    expYear: card?.exp_year ?? null,
  };
}

const keptInvoices = 24;

/** What Stripe's answers come to: the same from the same answers, whatever was known before. */
export function truthOf({ subscriptions, invoices, customerMethod }: Answers): Truth {
  const ordered = inOrder(subscriptions);
  const [current] = ordered;
  const own = current?.default_payment_method;
  return {
    snapshot: snapshotOf(current, invoices),
    paid: ordered.flatMap(paidBy),
    invoices: invoices
      .flatMap(invoiceOf)
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, keptInvoices),
    paymentMethod: methodOf(own && typeof own !== "string" ? own : customerMethod),
  };
}

/** A subscription that runs beside the one that holds. */
export interface Doubled {
  id: string;
  /** Its payment failed: there is nothing to be credited. */
  failing: boolean;
}

/** Subscriptions that run beside the one that holds: nothing is paid twice. */
export function doubled(subscriptions: readonly Stripe.Subscription[]): Doubled[] {
  return inOrder(subscriptions)
    .filter((one) => isLive(one.status))
    .slice(1)
    .map(({ id, status }) => ({ id, failing: failing.includes(status) }));
}
