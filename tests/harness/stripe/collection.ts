import type Stripe from "stripe";
import { change, emit } from "./events";
import { markPaid, subscriptionOf } from "./invoices";
import { cancelNow, setStatus } from "./lifecycle";
import { declineOf } from "./payment-methods";
import { all, get, idOf, type World } from "./world";

const day = 86_400;

/** The payment method that a subscription's invoices are paid with; null when there is none. */
export function methodOf(world: World, sub: Stripe.Subscription): string | null {
  const { invoice_settings } = get(world, "customer", idOf(sub.customer));
  return idOf(sub.default_payment_method) ?? idOf(invoice_settings.default_payment_method);
}

/** True when nothing that was charged for a subscription is still owed. */
function owesNothing(world: World, sub: Stripe.Subscription): boolean {
  return !all(world, "invoice").some((one) => one.status === "open" && subscriptionOf(world, one)?.id === sub.id);
}

function afterPaid(world: World, invoice: Stripe.Invoice): void {
  const customer = idOf(invoice.customer) ?? "";
  const sub = subscriptionOf(world, invoice);
  const late = sub && ["incomplete", "past_due", "unpaid"].includes(sub.status);
  if (sub && late && (sub.latest_invoice === invoice.id || owesNothing(world, sub))) setStatus(world, sub.id, "active");
  if (!all(world, "invoice").some((one) => one.status === "open" && one.attempted && idOf(one.customer) === customer))
    change(world, "customer", customer, "customer.updated", { delinquent: false });
}

/** What becomes of the subscription when the last attempt has failed. */
function giveUp(world: World, sub: Stripe.Subscription): void {
  if (world.dunning.afterLast === "canceled") cancelNow(world, sub.id, "payment_failed");
  else setStatus(world, sub.id, world.dunning.afterLast);
}

function afterFailed(world: World, invoice: Stripe.Invoice): void {
  const sub = subscriptionOf(world, invoice);
  const wait = world.dunning.retryDays[invoice.attempt_count - 1];
  const first = invoice.billing_reason === "subscription_create";
  const retries = !first && wait !== undefined && sub?.status !== "canceled";
  const failed = change(world, "invoice", invoice.id, null, {
    next_payment_attempt: retries ? world.now() + wait * day : null,
  });
  emit(world, "invoice.payment_failed", failed);
  change(world, "customer", idOf(invoice.customer) ?? "", "customer.updated", { delinquent: true });
  if (!sub || first || sub.status === "canceled") return;
  if (sub.status === "active" || sub.status === "trialing") setStatus(world, sub.id, "past_due");
  if (!retries && sub.status !== "unpaid") giveUp(world, get(world, "subscription", sub.id));
}

/** Tries to have an open invoice paid; answers why it was declined, or null when it is paid. */
export function attempt(world: World, id: string, given?: string): string | null {
  const invoice = get(world, "invoice", id);
  const sub = subscriptionOf(world, invoice);
  const method = given ?? idOf(invoice.default_payment_method) ?? (sub ? methodOf(world, sub) : null);
  const declined = method ? declineOf(world, method, idOf(invoice.customer) ?? "") : "missing_payment_method";
  const tried = change(world, "invoice", id, null, { attempt_count: invoice.attempt_count + 1, attempted: true });
  if (declined) afterFailed(world, tried);
  else afterPaid(world, markPaid(world, id));
  return declined;
}

/** What follows when an invoice had nothing to pay and is paid since it was finalized. */
export function settleFree(world: World, id: string): void {
  const invoice = get(world, "invoice", id);
  if (invoice.status === "paid") afterPaid(world, invoice);
}
