import type Stripe from "stripe";
import { attempt, methodOf, settleFree } from "./collection";
import { change, emit } from "./events";
import { periodLines } from "./invoice-lines";
import { draft, draftSeconds, finalize, subscriptionOf } from "./invoices";
import { periodEnd } from "./periods";
import { all, get, type World } from "./world";

type Reason = "cancellation_requested" | "payment_failed";

/** Moves a subscription to another status. */
export function setStatus(world: World, id: string, status: Stripe.Subscription.Status): Stripe.Subscription {
  return change(world, "subscription", id, "customer.subscription.updated", { status });
}

/** Collects no more by itself what a subscription owes. */
function stopCollecting(world: World, id: string): void {
  const stopped = { auto_advance: false, automatically_finalizes_at: null, next_payment_attempt: null };
  for (const invoice of all(world, "invoice"))
    if (["draft", "open"].includes(invoice.status ?? "") && subscriptionOf(world, invoice)?.id === id)
      change(world, "invoice", invoice.id, "invoice.updated", stopped);
}

/** Ends a subscription now. */
export function cancelNow(
  world: World,
  id: string,
  reason: Reason,
  details?: Partial<Stripe.Subscription.CancellationDetails>,
) {
  const sub = get(world, "subscription", id);
  const { comment = null, feedback = null, feedback_option = null } = sub.cancellation_details ?? {};
  world.state.pending = world.state.pending.filter((one) => one.subscription !== id);
  const ended = change(world, "subscription", id, null, {
    status: "canceled",
    canceled_at: sub.canceled_at ?? world.now(),
    ended_at: world.now(),
    cancellation_details: { comment, feedback, feedback_option, ...details, reason },
  });
  stopCollecting(world, id);
  emit(world, "customer.subscription.deleted", ended);
  return ended;
}

/** The items of a subscription in the period that begins at an instant. */
export function itemsFrom(sub: Stripe.Subscription, start: number, anchor: number): Stripe.SubscriptionItem[] {
  return sub.items.data.map((item) => ({
    ...item,
    current_period_start: start,
    current_period_end: periodEnd(anchor, item.price.recurring, start),
  }));
}

/** Finalizes an invoice and has it paid; answers why it was not, or null. */
export function bill(world: World, id: string): string | null {
  if (finalize(world, id).status === "open") return attempt(world, id);
  settleFree(world, id);
  return null;
}

/** Begins a period of a subscription with its invoice: a draft for an hour, or billed at once. */
function beginPeriod(world: World, sub: Stripe.Subscription, anchor: number, atOnce: boolean): void {
  const items = { ...sub.items, data: itemsFrom(sub, world.now(), anchor) };
  const status = sub.status === "trialing" || sub.status === "paused" ? "active" : sub.status;
  const moved = change(world, "subscription", sub.id, "customer.subscription.updated", {
    items,
    status,
    billing_cycle_anchor: anchor,
  });
  const automatic = !atOnce && status !== "unpaid";
  const invoice = draft(world, {
    subscription: moved,
    lines: periodLines(world, sub.id, items.data),
    reason: "subscription_cycle",
    finalizesAt: automatic ? world.now() + draftSeconds : null,
  });
  if (atOnce) bill(world, invoice.id);
}

/** What happens when a trial is over: the first invoice, or what was set for having no way to pay. */
export function endTrial(world: World, id: string, atOnce = false): void {
  const sub = change(world, "subscription", id, null, { trial_end: world.now() });
  const missing = methodOf(world, sub) === null;
  const behavior = sub.trial_settings?.end_behavior.missing_payment_method ?? "create_invoice";
  if (sub.cancel_at_period_end) cancelNow(world, id, "cancellation_requested");
  else if (missing && behavior === "cancel") cancelNow(world, id, "cancellation_requested");
  else if (missing && behavior === "pause") {
    emit(world, "customer.subscription.paused", change(world, "subscription", id, null, { status: "paused" }));
  } else beginPeriod(world, sub, world.now(), atOnce);
}

/** What happens at the end of a period. */
export function renew(world: World, id: string): void {
  const sub = get(world, "subscription", id);
  if (sub.cancel_at_period_end || (sub.cancel_at !== null && sub.cancel_at <= world.now()))
    cancelNow(world, id, "cancellation_requested");
  else beginPeriod(world, sub, sub.billing_cycle_anchor, false);
}

/** Lets a paused subscription go on, with an invoice that is paid at once. */
export function resumePaused(world: World, id: string): Stripe.Subscription {
  beginPeriod(world, get(world, "subscription", id), world.now(), true);
  const resumed = get(world, "subscription", id);
  emit(world, "customer.subscription.resumed", resumed);
  return resumed;
}

/** Gives up on a subscription whose first invoice was never paid. */
export function expireIncomplete(world: World, id: string): void {
  const sub = get(world, "subscription", id);
  change(world, "subscription", id, "customer.subscription.updated", {
    status: "incomplete_expired",
    ended_at: world.now(),
  });
  if (typeof sub.latest_invoice !== "string") return;
  emit(
    world,
    "invoice.voided",
    change(world, "invoice", sub.latest_invoice, null, { status: "void", auto_advance: false }),
  );
}
