import type Stripe from "stripe";
import { now } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import { askStripe } from "@/server/stripe/ask";
import { stripe } from "@/server/stripe/client";
import type { Member } from "@/server/trpc/ladder";
import type { ChangeInterval, Preview, PreviewFields } from "../schema";
import { type Running, runningOf, syncNow } from "./account";
import { priceOf } from "./checkout";
import { endFailing } from "./ending";

/** So long a preview may lie on the screen. */
const previewSeconds = 3_600;
const seconds = () => Math.floor(now().getTime() / 1_000);

const isProration = ({ parent }: Stripe.InvoiceLineItem): boolean =>
  parent?.subscription_item_details?.proration ?? parent?.invoice_item_details?.proration ?? false;
const sum = (lines: readonly Stripe.InvoiceLineItem[]) => lines.reduce((total, one) => total + one.amount, 0);

/** A change of seats is paid with the next invoice; one of the interval begins a new period and is due at once. */
async function changeOf({ itemId: id, quantity }: Running, change: PreviewFields) {
  if (change.change === "SEATS") {
    const { seats } = change;
    return { item: { id, quantity: seats }, behavior: "create_prorations" as const, seats, regularly: null };
  }
  const { id: price, unit_amount: each } = await priceOf(change.interval);
  const regularly = each === null ? null : each * quantity;
  return { item: { id, price, quantity }, behavior: "always_invoice" as const, seats: quantity, regularly };
}

/** What a change would cost, as Stripe counts it. @throws AppError CLOSED; NO_SUBSCRIPTION; BILLING_UNAVAILABLE */
export async function preview({ practiceId }: Member, change: PreviewFields): Promise<Preview> {
  const running = await runningOf(practiceId);
  const interval = change.change === "INTERVAL" ? change.interval : running.interval;
  const prorationDate = seconds();
  return askStripe(async () => {
    const { item, behavior, seats, regularly } = await changeOf(running, change);
    const dated = running.status === "trialing" ? {} : { proration_date: prorationDate };
    const invoice = await stripe().invoices.createPreview({
      customer: running.customerId,
      subscription: running.subscriptionId,
      subscription_details: { items: [item], proration_behavior: behavior, ...dated },
    });
    const { data: lines } = invoice.lines;
    // In a trial nothing is due yet, whatever changes.
    const dueNow = change.change === "INTERVAL" && running.status !== "trialing";
    const regular = lines.filter((one) => !isProration(one));
    return {
      ...{ currency: invoice.currency, dueNow, interval, seats, prorationDate },
      prorated: dueNow ? invoice.total : sum(lines.filter(isProration)),
      next: dueNow && regularly !== null ? regularly : sum(regular),
      nextAt: nextAtOf(regular, dueNow),
    };
  });
}

/** The next payment: a new period's end where it begins now, else the beginning of the one that is billed next. */
function nextAtOf(regular: readonly Stripe.InvoiceLineItem[], dueNow: boolean): Date | null {
  const [line] = regular;
  if (!line) return null;
  return new Date((dueNow ? line.period.end : line.period.start) * 1_000);
}

/**
 * Switches between monthly and yearly for what the preview showed. Where the payment is refused nothing changes.
 * @throws AppError CLOSED; NO_SUBSCRIPTION; CHANGED_MEANWHILE when the preview is too old; PAYMENT_REFUSED; BILLING_UNAVAILABLE
 */
export async function changeInterval({ practiceId }: Member, input: ChangeInterval): Promise<void> {
  const { interval, prorationDate, clientId } = input;
  const running = await runningOf(practiceId);
  if (running.interval === interval) return;
  const age = seconds() - prorationDate;
  if (age < 0 || age > previewSeconds) throw new AppError("CHANGED_MEANWHILE");
  const dated = running.status === "trialing" ? {} : { proration_date: prorationDate };
  await askStripe(async () =>
    stripe().subscriptions.update(
      running.subscriptionId,
      {
        items: [{ id: running.itemId, price: (await priceOf(interval)).id, quantity: running.quantity }],
        ...{ proration_behavior: "always_invoice", payment_behavior: "error_if_incomplete", ...dated },
      },
      { idempotencyKey: `interval:${practiceId}:${clientId}` },
    ),
  );
  await syncNow(practiceId);
}

/**
 * Cancels: at the end of what is paid; at once where a payment is due that failed, so that Solo begins and nothing more is tried.
 * @throws AppError CLOSED; NO_SUBSCRIPTION; BILLING_UNAVAILABLE
 */
export async function cancel({ practiceId }: Member, clientId: string): Promise<void> {
  const { subscriptionId, status } = await runningOf(practiceId);
  const once = { idempotencyKey: `cancel:${practiceId}:${clientId}` };
  const failing = status === "past_due" || status === "unpaid";
  await askStripe<unknown>(() =>
    failing
      ? endFailing(subscriptionId, once.idempotencyKey)
      : stripe().subscriptions.update(subscriptionId, { cancel_at_period_end: true }, once),
  );
  await syncNow(practiceId);
}

/** Takes a cancellation back that has not come about yet. @throws AppError CLOSED; NO_SUBSCRIPTION; BILLING_UNAVAILABLE */
export async function resume({ practiceId }: Member, clientId: string): Promise<void> {
  const { subscriptionId } = await runningOf(practiceId);
  await askStripe(async () => {
    const { cancel_at_period_end: atEnd } = await stripe().subscriptions.retrieve(subscriptionId);
    const change = atEnd ? { cancel_at_period_end: false } : { cancel_at: "" as const };
    const idempotencyKey = `resume:${practiceId}:${clientId}`;
    return stripe().subscriptions.update(subscriptionId, change, { idempotencyKey });
  });
  await syncNow(practiceId);
}

/**
 * The owner says which running couples Solo goes on with; the others stay readable, and whatever runs with them goes on.
 * @throws AppError NOT_FOUND for a couple that does not run here
 */
export async function chooseCouples(tx: Tx, { practiceId }: Member, coupleIds: readonly string[]): Promise<void> {
  const chosenCouples = [...new Set(coupleIds)];
  const found = await tx.couple.count({ where: { practiceId, id: { in: chosenCouples }, state: "ACTIVE" } });
  if (found !== chosenCouples.length) throw new AppError("NOT_FOUND");
  const { count } = await tx.billingAccount.updateMany({ where: { practiceId }, data: { chosenCouples } });
  if (count === 0) throw new AppError("NOT_FOUND");
}
