import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginning, openShop, refusal, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const now = beginning.getTime() / 1000;
/** What a reader of an invoice sees of it, without what only a real one has. */
const shown = ({ lines, ...invoice }: Stripe.Invoice) => ({
  total: invoice.total,
  subtotal: invoice.subtotal,
  amount_due: invoice.amount_due,
  starting_balance: invoice.starting_balance,
  lines: lines.data.map(({ amount, description, period, quantity }) => ({ amount, description, period, quantity })),
});
const latest = async (id: string) => {
  const sub = await shop.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  return sub.latest_invoice as Stripe.Invoice;
};
const seats = (sub: Stripe.Subscription, quantity: number) => [{ id: sub.items.data[0]?.id, quantity }];

describe("a preview at the stand-in", () => {
  it("is the invoice that then comes, when seats are added and billed at once", async () => {
    const sub = await subscriptionOf(shop, 1);
    await shop.controls.advance({ days: 14 });
    const change = { items: seats(sub, 3), proration_behavior: "always_invoice" as const };
    const preview = await shop.stripe.invoices.createPreview({ subscription: sub.id, subscription_details: change });
    expect(preview.lines.data.map((line) => line.amount)).toEqual([-1_500, 4_500]);
    await shop.stripe.subscriptions.update(sub.id, change);
    const invoice = await latest(sub.id);
    expect(shown(invoice)).toEqual(shown(preview));
    expect(invoice).toMatchObject({ status: "paid", amount_paid: 3_000, billing_reason: "subscription_update" });
  });

  it("is the invoice of the next period, with what waits for it, when nothing is billed at once", async () => {
    const sub = await subscriptionOf(shop, 1);
    await shop.controls.advance({ days: 14 });
    const change = { items: seats(sub, 2), proration_date: now + 14 * 86_400 };
    const preview = await shop.stripe.invoices.createPreview({ subscription: sub.id, subscription_details: change });
    await shop.controls.advance({ minutes: 3 });
    await shop.stripe.subscriptions.update(sub.id, change);
    const again = await shop.stripe.invoices.createPreview({ subscription: sub.id });
    await shop.controls.advance({ days: 14, hours: 1 });
    const invoice = await latest(sub.id);
    expect(invoice.total).toBe(6_000 + 1_500);
    expect(shown(invoice)).toEqual(shown(preview));
    expect(shown(invoice)).toEqual(shown(again));
  });

  it("changes nothing and sends no event", async () => {
    const sub = await subscriptionOf(shop, 1);
    const before = await shop.stripe.events.list();
    await shop.stripe.invoices.createPreview({ subscription: sub.id, subscription_details: { items: seats(sub, 9) } });
    expect(await shop.stripe.events.list()).toEqual(before);
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).items.data[0]?.quantity).toBe(1);
    expect((await shop.stripe.invoices.list()).data).toHaveLength(1);
  });

  it("shows what a trial's end will cost though no card is there yet", async () => {
    const customer = await shop.stripe.customers.create({});
    const sub = await shop.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: shop.monthly.id, quantity: 2 }],
      trial_period_days: 30,
      trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
    });
    const preview = await shop.stripe.invoices.createPreview({ subscription: sub.id });
    expect(preview).toMatchObject({ amount_due: 6_000, billing_reason: "upcoming", status: "draft" });
  });

  it("is none when the subscription ends with its period", async () => {
    const sub = await subscriptionOf(shop);
    await shop.stripe.subscriptions.update(sub.id, { cancel_at_period_end: true });
    const preview = shop.stripe.invoices.createPreview({ subscription: sub.id });
    expect(await refusal(preview)).toMatchObject({ statusCode: 404, code: "invoice_upcoming_none" });
  });
});

describe("a change of a subscription at the stand-in", () => {
  it("to the yearly price is billed at once, less what was left of the month, and begins a year", async () => {
    const sub = await subscriptionOf(shop, 2);
    await shop.controls.advance({ days: 7 });
    const change = { items: [{ id: sub.items.data[0]?.id, price: shop.yearly.id }] };
    const preview = await shop.stripe.invoices.createPreview({ subscription: sub.id, subscription_details: change });
    const yearly = await shop.stripe.subscriptions.update(sub.id, change);
    expect(yearly.items.data[0]).toMatchObject({
      price: { id: shop.yearly.id },
      quantity: 2,
      current_period_start: now + 7 * 86_400,
      current_period_end: Date.parse("2028-02-07T12:00:00Z") / 1000,
    });
    const invoice = await latest(sub.id);
    expect(invoice).toMatchObject({ total: 60_000 - 4_500, status: "paid" });
    expect(shown(invoice)).toEqual(shown(preview));
  });

  it("to fewer seats leaves a credit, which the next invoice uses up", async () => {
    const sub = await subscriptionOf(shop, 3);
    await shop.controls.advance({ days: 14 });
    await shop.stripe.subscriptions.update(sub.id, { items: seats(sub, 1), proration_behavior: "always_invoice" });
    expect(await latest(sub.id)).toMatchObject({
      total: -3_000,
      amount_due: 0,
      status: "paid",
      ending_balance: -3_000,
    });
    const customer = String(sub.customer);
    expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({ balance: -3_000 });
    await shop.controls.advance({ days: 14, hours: 1 });
    expect(await latest(sub.id)).toMatchObject({
      total: 3_000,
      starting_balance: -3_000,
      amount_due: 0,
      status: "paid",
    });
    expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  });

  it("that is ended before its time leaves a credit when asked for, and none otherwise", async () => {
    const first = await subscriptionOf(shop, 2);
    await shop.controls.advance({ days: 14 });
    await shop.stripe.subscriptions.cancel(first.id, { prorate: true, invoice_now: true });
    expect(await latest(first.id)).toMatchObject({ total: -3_000, amount_due: 0, ending_balance: -3_000 });
    expect(await shop.stripe.customers.retrieve(String(first.customer))).toMatchObject({ balance: -3_000 });
    const second = await subscriptionOf(shop, 2);
    await shop.stripe.subscriptions.cancel(second.id);
    expect(await shop.stripe.customers.retrieve(String(second.customer))).toMatchObject({ balance: 0 });
    const third = await subscriptionOf(shop, 2);
    expect((await refusal(shop.stripe.subscriptions.cancel(third.id, { prorate: true }))).statusCode).toBe(400);
  });

  it("without proration costs nothing until the next period", async () => {
    const sub = await subscriptionOf(shop, 1);
    await shop.controls.advance({ days: 14 });
    await shop.stripe.subscriptionItems.update(sub.items.data[0]?.id ?? "", {
      quantity: 4,
      proration_behavior: "none",
    });
    expect((await latest(sub.id)).billing_reason).toBe("subscription_create");
    await shop.controls.advance({ days: 14, hours: 1 });
    expect((await latest(sub.id)).total).toBe(12_000);
  });

  it("that cannot be paid is refused whole when it is to be an error", async () => {
    const sub = await subscriptionOf(shop, 1);
    await shop.controls.declineCards(String(sub.customer), true);
    const changing = shop.stripe.subscriptions.update(sub.id, {
      items: seats(sub, 2),
      proration_behavior: "always_invoice",
      payment_behavior: "error_if_incomplete",
    });
    expect(await refusal(changing)).toMatchObject({ statusCode: 402, code: "card_declined" });
    const after = await shop.stripe.subscriptions.retrieve(sub.id);
    expect(after).toMatchObject({ status: "active", items: { data: [{ quantity: 1 }] } });
  });

  it("by a coupon makes its invoices cheaper as long as it lasts", async () => {
    const coupon = await shop.stripe.coupons.create({
      amount_off: 1_000,
      currency: "usd",
      duration: "repeating",
      duration_in_months: 2,
    });
    const customer = await shop.stripe.customers.create({ payment_method: "pm_card_visa" });
    const sub = await shop.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: shop.monthly.id }],
      discounts: [{ coupon: coupon.id }],
    });
    await shop.controls.advance({ days: 100 });
    const invoices = await shop.stripe.invoices.list({ subscription: sub.id });
    expect(invoices.data.map((one) => one.total).reverse()).toEqual([2_000, 2_000, 3_000, 3_000]);
  });
});
