import type Stripe from "stripe";
import { methodOf } from "./collection";
import { discount } from "./coupons";
import { cardDeclined, invalidParameter, invalidRequest, missingParameter } from "./errors";
import { change, emit } from "./events";
import { periodLines, trialLines } from "./invoice-lines";
import { draft, finalize } from "./invoices";
import { bill } from "./lifecycle";
import { periodEnd } from "./periods";
import { get, listObject, newId, put, type World } from "./world";

const day = 86_400;

export interface Wanted {
  price?: string;
  quantity?: number;
  metadata?: Stripe.Metadata;
}

/** What a subscription begins with. */
export interface Beginning {
  customer: string;
  items: Wanted[];
  trialEnd: number | null;
  trialSettings: Stripe.Subscription.TrialSettings | null;
  metadata: Stripe.Metadata;
  description: string | null;
  method: string | null;
  coupons: { coupon: string; promotionCode: string | null; session?: string }[];
  behavior: "allow_incomplete" | "default_incomplete" | "error_if_incomplete";
  cancelAtPeriodEnd: boolean;
}

function planOf(price: Stripe.Price) {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? "month",
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product as string,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  } satisfies Stripe.Plan;
}

/** The price of an item, which must recur and be on sale. */
export function recurringPrice(world: World, id: string | undefined, param: string): Stripe.Price {
  if (!id) throw missingParameter(param);
  const price = get(world, "price", id, param);
  if (!price.recurring)
    throw invalidParameter(
      param,
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
    );
  if (!price.active)
    throw invalidParameter(param, "The price specified is inactive. This field only accepts active prices.");
  return price;
}

/** An item of a subscription. */
export function itemOf(
  world: World,
  sub: string,
  given: { price: Stripe.Price; quantity?: number; metadata?: Stripe.Metadata },
) {
  return {
    id: newId(world, "si"),
    object: "subscription_item",
    billing_thresholds: null,
    created: world.now(),
    current_period_end: 0,
    current_period_start: 0,
    current_trial: null,
    discounts: [],
    metadata: given.metadata ?? {},
    plan: planOf(given.price),
    price: given.price,
    quantity: given.quantity ?? 1,
    subscription: sub,
    tax_rates: [],
  } satisfies Stripe.SubscriptionItem;
}

/** An item with another price. */
export function withPrice(item: Stripe.SubscriptionItem, price: Stripe.Price): Stripe.SubscriptionItem {
  return { ...item, price, plan: planOf(price) };
}

/** Refuses items that one subscription cannot have together. */
export function refuseMixed(items: Stripe.SubscriptionItem[]): void {
  if (items.length === 0) throw invalidRequest("A subscription must have at least one active plan.");
  const rhythm = ({ price }: Stripe.SubscriptionItem) =>
    `${price.recurring?.interval_count} ${price.recurring?.interval}`;
  if (new Set(items.map(rhythm)).size > 1)
    throw invalidRequest(
      "If you would like to have multiple prices in a subscription, all of them must have the same interval.",
    );
  if (new Set(items.map((item) => item.price.currency)).size > 1)
    throw invalidRequest("The price specified must have the same currency as the other prices of the subscription.");
  if (new Set(items.map((item) => item.price.id)).size < items.length)
    throw invalidParameter("items", "Cannot add multiple subscription items with the same plan.");
}

const unused = {
  application: null,
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor_config: null,
  billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  collection_method: "charge_automatically",
  customer_account: null,
  days_until_due: null,
  default_source: null,
  default_tax_rates: [],
  discounts: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: "off" },
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  test_clock: null,
  transfer_data: null,
} satisfies Partial<Stripe.Subscription>;

function blank(world: World, id: string, given: Beginning) {
  const trial = given.trialEnd;
  return {
    id,
    object: "subscription",
    ...unused,
    billing_cycle_anchor: trial ?? world.now(),
    created: world.now(),
    currency: "usd",
    customer: given.customer,
    default_payment_method: given.method,
    description: given.description,
    items: listObject<Stripe.SubscriptionItem>(`/v1/subscription_items?subscription=${id}`, []),
    metadata: given.metadata,
    start_date: world.now(),
    status: trial ? "trialing" : "incomplete",
    trial_end: trial,
    trial_settings: given.trialSettings ?? {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" },
    },
    trial_start: trial ? world.now() : null,
  } satisfies Stripe.Subscription;
}

function firstItems(world: World, id: string, given: Beginning): Stripe.SubscriptionItem[] {
  const items = given.items.map((one, index) => {
    const price = recurringPrice(world, one.price, `items[${index}][price]`);
    const end = given.trialEnd ?? periodEnd(world.now(), price.recurring, world.now());
    const item = itemOf(world, id, { ...one, price });
    return { ...item, current_period_start: world.now(), current_period_end: end };
  });
  refuseMixed(items);
  return items;
}

/** The first invoice: nothing during a trial, or the first period, charged as the payment behaviour says. */
function firstInvoice(world: World, sub: Stripe.Subscription, behavior: Beginning["behavior"]): void {
  const trial = sub.status === "trialing";
  const lines = (trial ? trialLines : periodLines)(world, sub.id, sub.items.data);
  const invoice = draft(world, { subscription: sub, lines, reason: "subscription_create" });
  if (trial || behavior !== "default_incomplete") {
    const declined = bill(world, invoice.id);
    if (declined && behavior === "error_if_incomplete") throw cardDeclined(declined);
  } else finalize(world, invoice.id);
}

/** Begins a subscription: trialing, active once its first invoice is paid, else incomplete. */
export function subscribe(world: World, given: Beginning): Stripe.Subscription {
  const id = newId(world, "sub");
  const items = firstItems(world, id, given);
  const base = blank(world, id, given);
  const sub = { ...base, currency: items[0]?.price.currency ?? "usd", items: { ...base.items, data: items } };
  put(world, "subscription", sub);
  if (!given.trialEnd && given.behavior !== "default_incomplete" && methodOf(world, sub) === null)
    throw invalidRequest(
      "This customer has no attached payment source or default payment method. Please consider adding a default payment method.",
      "resource_missing",
    );
  const discounts = given.coupons.map((one) => discount(world, { id, customer: given.customer }, one));
  const cancelling = {
    cancel_at_period_end: true,
    cancel_at: items[0]?.current_period_end ?? null,
    canceled_at: world.now(),
  };
  change(world, "subscription", id, null, { discounts, ...(given.cancelAtPeriodEnd ? cancelling : {}) });
  emit(world, "customer.subscription.created", get(world, "subscription", id));
  firstInvoice(world, get(world, "subscription", id), given.behavior);
  if (given.trialEnd && given.trialEnd - world.now() <= 3 * day) announceTrialEnd(world, id);
  return get(world, "subscription", id);
}

/** Says once that a trial ends in three days or less. */
export function announceTrialEnd(world: World, id: string): void {
  world.state.announced = [...world.state.announced, id];
  emit(world, "customer.subscription.trial_will_end", get(world, "subscription", id));
}
