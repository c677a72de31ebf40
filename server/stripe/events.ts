import type Stripe from "stripe";

/**
 * The events that the webhook is to be told of: after each something else may be true. A test holds
 * docs/operations/billing.md to the same list, and the stand-in sends no others.
 */
export const listenedEvents = [
  "checkout.session.completed",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "customer.updated",
  "invoice.finalized",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.voided",
  "invoice.marked_uncollectible",
  "payment_method.attached",
  "payment_method.automatically_updated",
] as const satisfies readonly Stripe.Event.Type[];
