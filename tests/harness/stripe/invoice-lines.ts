import Stripe from "stripe";
import { dayOf, moneyOf } from "./periods";
import { get, idOf, newId, type World } from "./world";

interface Line {
  item: Stripe.SubscriptionItem;
  amount: number;
  description: string;
  period: { start: number; end: number };
  proration?: boolean;
}

function lineOf(world: World, sub: string, { item, amount, description, period, proration = false }: Line) {
  const quantity = item.quantity ?? 1;
  return {
    id: newId(world, "il"),
    object: "line_item",
    amount,
    currency: item.price.currency,
    description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: item.metadata,
    parent: {
      type: "subscription_item_details",
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration,
        proration_details: proration ? { credited_items: null } : null,
        subscription: sub,
        subscription_item: item.id,
      },
    },
    period,
    pretax_credit_amounts: [],
    pricing: {
      type: "price_details",
      price_details: { price: item.price.id, product: idOf(item.price.product) },
      unit_amount_decimal: Stripe.Decimal.from(item.price.unit_amount ?? 0),
    },
    quantity,
    quantity_decimal: Stripe.Decimal.from(quantity),
    subscription: sub,
    subtotal: amount,
    taxes: [],
  } satisfies Stripe.InvoiceLineItem;
}

/** What a period of an item costs. */
export function amountOf(item: Stripe.SubscriptionItem): number {
  return (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
}

function nameOf(world: World, item: Stripe.SubscriptionItem): string {
  return `${item.quantity ?? 1} × ${get(world, "product", idOf(item.price.product)).name}`;
}

/** The lines of a whole period of these items. */
export function periodLines(world: World, sub: string, items: Stripe.SubscriptionItem[]): Stripe.InvoiceLineItem[] {
  return items.map((item) => {
    const { currency, recurring, unit_amount } = item.price;
    const rate = `${moneyOf(unit_amount ?? 0, currency)} / ${recurring?.interval ?? "month"}`;
    const period = { start: item.current_period_start, end: item.current_period_end };
    return lineOf(world, sub, {
      item,
      amount: amountOf(item),
      description: `${nameOf(world, item)} (at ${rate})`,
      period,
    });
  });
}

/** The lines of a trial: nothing to pay. */
export function trialLines(world: World, sub: string, items: Stripe.SubscriptionItem[]): Stripe.InvoiceLineItem[] {
  return items.map((item) => {
    const period = { start: item.current_period_start, end: item.current_period_end };
    return lineOf(world, sub, { item, amount: 0, description: `Free trial for ${nameOf(world, item)}`, period });
  });
}

/** The part of a period's price that lies after an instant, rounded to the smallest unit. */
function rest(item: Stripe.SubscriptionItem, at: number): number {
  const { current_period_start: start, current_period_end: end } = item;
  return Math.round((amountOf(item) * (end - at)) / (end - start));
}

const same = (one: Stripe.SubscriptionItem, other: Stripe.SubscriptionItem | undefined) =>
  one.price.id === other?.price.id && one.quantity === other?.quantity;

/** Credit for what is no longer used from an instant on. */
export function creditLines(
  world: World,
  sub: string,
  before: Stripe.SubscriptionItem[],
  after: Stripe.SubscriptionItem[],
  at: number,
) {
  return before
    .filter(
      (item) =>
        !same(
          item,
          after.find((one) => one.id === item.id),
        ),
    )
    .map((item) =>
      lineOf(world, sub, {
        item,
        amount: -rest(item, at),
        description: `Unused time on ${nameOf(world, item)} after ${dayOf(at)}`,
        period: { start: at, end: item.current_period_end },
        proration: true,
      }),
    );
}

/** The price of what is used from an instant to the end of the period. */
export function debitLines(
  world: World,
  sub: string,
  before: Stripe.SubscriptionItem[],
  after: Stripe.SubscriptionItem[],
  at: number,
) {
  return after
    .filter(
      (item) =>
        !same(
          item,
          before.find((one) => one.id === item.id),
        ),
    )
    .map((item) =>
      lineOf(world, sub, {
        item,
        amount: rest(item, at),
        description: `Remaining time on ${nameOf(world, item)} after ${dayOf(at)}`,
        period: { start: at, end: item.current_period_end },
        proration: true,
      }),
    );
}
