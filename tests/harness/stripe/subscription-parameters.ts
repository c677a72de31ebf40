import type Stripe from "stripe";
import { z } from "zod";
import { count, created, expand, integer, metadata, orEmpty, page, parametersOf, text, yesNo } from "./parameters";

export const trialSettings = z.strictObject({
  end_behavior: z.strictObject({ missing_payment_method: z.enum(["cancel", "create_invoice", "pause"]) }),
});
export const trialEnd = z.union([z.literal("now"), integer]);
export const proration = z.enum(["always_invoice", "create_prorations", "none"]);
export const paymentBehavior = z.enum(["allow_incomplete", "default_incomplete", "error_if_incomplete"]);
export const discounts = orEmpty(z.array(z.strictObject({ coupon: text.optional(), promotion_code: text.optional() })));
const item = { price: text.optional(), quantity: count.optional(), metadata: metadata.optional() };
export const changedItems = z.array(z.strictObject({ ...item, id: text.optional(), deleted: yesNo.optional() }));
const fields = {
  cancel_at_period_end: yesNo.optional(),
  default_payment_method: text.optional(),
  description: z.string().optional(),
  discounts: discounts.optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
  off_session: yesNo.optional(),
  payment_behavior: paymentBehavior.optional(),
  proration_behavior: proration.optional(),
  trial_end: trialEnd.optional(),
  trial_settings: trialSettings.optional(),
};
export const creation = parametersOf<Stripe.SubscriptionCreateParams>()({
  ...fields,
  currency: text.optional(),
  customer: text,
  items: z.array(z.strictObject(item)),
  trial_period_days: count.optional(),
});
export const cancellationDetails = z.strictObject({
  comment: z.string().optional(),
  feedback: z
    .enum([
      "",
      "customer_service",
      "low_quality",
      "missing_features",
      "other",
      "switched_service",
      "too_complex",
      "too_expensive",
      "unused",
    ])
    .optional(),
});
export const update = parametersOf<Stripe.SubscriptionUpdateParams>()({
  ...fields,
  billing_cycle_anchor: z.enum(["now", "unchanged"]).optional(),
  cancel_at: orEmpty(integer).optional(),
  cancellation_details: cancellationDetails.optional(),
  items: changedItems.optional(),
  proration_date: integer.optional(),
});
export const list = parametersOf<Stripe.SubscriptionListParams>()({
  ...page,
  created: created.optional(),
  customer: text.optional(),
  price: text.optional(),
  status: z
    .enum([
      "active",
      "all",
      "canceled",
      "ended",
      "incomplete",
      "incomplete_expired",
      "past_due",
      "paused",
      "trialing",
      "unpaid",
    ])
    .optional(),
});
export const cancelation = parametersOf<Stripe.SubscriptionCancelParams>()({
  cancellation_details: cancellationDetails.optional(),
  expand: expand.optional(),
  invoice_now: yesNo.optional(),
  prorate: yesNo.optional(),
});
