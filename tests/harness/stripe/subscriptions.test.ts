import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginning, customerWith, day, eventTypes, openShop, refusal, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const now = beginning.getTime() / 1000;
const at = (date: string) => Date.parse(date) / 1000;
const latest = async (id: string) => {
  const sub = await shop.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  return sub.latest_invoice as Stripe.Invoice;
};
const trial = (customer: string, missing_payment_method: "cancel" | "pause" | "create_invoice" = "cancel") =>
  shop.stripe.subscriptions.create({
    customer,
    items: [{ price: shop.monthly.id }],
    trial_period_days: 30,
    trial_settings: { end_behavior: { missing_payment_method } },
  });

describe("a subscription at the stand-in", () => {
  it("is active once its first invoice is paid, and its periods lie on its items", async () => {
    const sub = await subscriptionOf(shop, 2);
    expect(sub.status).toBe("active");
    expect(sub.items.data[0]).toMatchObject({
      current_period_start: now,
      current_period_end: at("2027-02-28T12:00:00Z"),
    });
    expect(await latest(sub.id)).toMatchObject({
      status: "paid",
      amount_paid: 6_000,
      billing_reason: "subscription_create",
    });
  });

  it("stays incomplete when its first payment is declined, and expires after a day unpaid", async () => {
    const sub = await subscriptionOf(shop, 1, "pm_card_chargeCustomerFail");
    expect(sub.status).toBe("incomplete");
    await shop.controls.advance({ hours: 23 });
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).status).toBe("incomplete_expired");
  });

  it("leaves nothing behind when an incomplete one is to be an error", async () => {
    const customer = await customerWith(shop.stripe, "pm_card_chargeCustomerFail");
    const creating = shop.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: shop.monthly.id }],
      payment_behavior: "error_if_incomplete",
    });
    expect(await refusal(creating)).toMatchObject({ statusCode: 402, code: "card_declined" });
    expect((await shop.stripe.subscriptions.list({ customer: customer.id, status: "all" })).data).toEqual([]);
    expect(await eventTypes(shop.stripe)).not.toContain("customer.subscription.created");
  });

  it("renews on the same day of the month, or on a shorter month's last", async () => {
    const sub = await subscriptionOf(shop);
    await shop.controls.advance({ days: 28 });
    await shop.controls.advance({ hours: 2 });
    const renewed = await shop.stripe.subscriptions.retrieve(sub.id);
    expect(renewed.items.data[0]?.current_period_end).toBe(at("2027-03-31T12:00:00Z"));
    expect(await latest(sub.id)).toMatchObject({
      billing_reason: "subscription_cycle",
      status: "paid",
      amount_paid: 3_000,
    });
  });

  it("keeps the invoice of a new period a draft for an hour", async () => {
    const sub = await subscriptionOf(shop);
    await shop.controls.advance({ days: 28 });
    expect((await latest(sub.id)).status).toBe("draft");
    await shop.controls.advance({ hours: 1 });
    expect((await latest(sub.id)).status).toBe("paid");
  });

  it("cancels at the end of its period when asked to, and goes on when asked back", async () => {
    const sub = await subscriptionOf(shop);
    const cancelling = await shop.stripe.subscriptions.update(sub.id, { cancel_at_period_end: true });
    expect(cancelling).toMatchObject({
      status: "active",
      cancel_at_period_end: true,
      cancel_at: at("2027-02-28T12:00:00Z"),
    });
    const resumed = await shop.stripe.subscriptions.update(sub.id, { cancel_at_period_end: false });
    expect(resumed).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
    await shop.stripe.subscriptions.update(sub.id, { cancel_at_period_end: true });
    await shop.controls.advance({ days: 28 });
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).status).toBe("canceled");
    expect((await eventTypes(shop.stripe)).at(-1)).toBe("customer.subscription.deleted");
  });

  it("ends now when it is cancelled, and takes no further change", async () => {
    const sub = await subscriptionOf(shop);
    const ended = await shop.stripe.subscriptions.cancel(sub.id, { cancellation_details: { feedback: "unused" } });
    expect(ended).toMatchObject({ status: "canceled", ended_at: now, cancellation_details: { feedback: "unused" } });
    expect((await refusal(shop.stripe.subscriptions.update(sub.id, { cancel_at_period_end: true }))).statusCode).toBe(
      400,
    );
  });
});

describe("the items of a subscription at the stand-in", () => {
  it("come and go, one for each price and all in one rhythm", async () => {
    const sub = await subscriptionOf(shop, 1);
    const recurring = { interval: "month" as const };
    const more = { currency: "usd", product_data: { name: "Extra" }, recurring, unit_amount: 500 };
    const extra = await shop.stripe.prices.create(more);
    const item = await shop.stripe.subscriptionItems.create({ subscription: sub.id, price: extra.id, quantity: 2 });
    expect((await shop.stripe.subscriptionItems.list({ subscription: sub.id })).data).toHaveLength(2);
    for (const price of [shop.monthly.id, shop.yearly.id])
      expect(await refusal(shop.stripe.subscriptionItems.create({ subscription: sub.id, price }))).toMatchObject({
        statusCode: 400,
      });
    expect(await shop.stripe.subscriptionItems.del(item.id)).toMatchObject({ deleted: true });
    const [last] = (await shop.stripe.subscriptionItems.list({ subscription: sub.id })).data;
    expect(await refusal(shop.stripe.subscriptionItems.del(last?.id ?? ""))).toMatchObject({ statusCode: 400 });
    await shop.controls.advance({ days: 28, hours: 1 });
    expect((await latest(sub.id)).total).toBe(3_000);
  });

  it("end with their customer", async () => {
    const sub = await subscriptionOf(shop, 1);
    await shop.stripe.customers.del(String(sub.customer));
    expect(await shop.stripe.customers.retrieve(String(sub.customer))).toMatchObject({ deleted: true });
    expect((await shop.stripe.customers.list()).data).toEqual([]);
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).status).toBe("canceled");
    expect((await eventTypes(shop.stripe)).slice(-2)).toEqual(["customer.subscription.deleted", "customer.deleted"]);
  });
});

describe("a trial at the stand-in", () => {
  it("costs nothing, announces its end three days before, and is then paid with the card that came meanwhile", async () => {
    const customer = await customerWith(shop.stripe, null);
    const sub = await trial(customer.id);
    expect(sub).toMatchObject({ status: "trialing", trial_end: now + 30 * day });
    expect(await latest(sub.id)).toMatchObject({ total: 0, status: "paid" });
    await shop.controls.advance({ days: 27 });
    expect((await eventTypes(shop.stripe)).at(-1)).toBe("customer.subscription.trial_will_end");
    const method = await shop.stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await shop.stripe.subscriptions.update(sub.id, { default_payment_method: method.id });
    await shop.controls.advance({ days: 3, hours: 1 });
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).status).toBe("active");
    expect(await latest(sub.id)).toMatchObject({ status: "paid", amount_paid: 3_000 });
  });

  it("without a card ends as it was set to: cancelled, paused, or with an invoice that fails", async () => {
    const customer = await customerWith(shop.stripe, null);
    const cancel = await trial(customer.id, "cancel");
    const pause = await trial(customer.id, "pause");
    const invoice = await trial(customer.id, "create_invoice");
    await shop.controls.advance({ days: 30, hours: 1 });
    const status = async (id: string) => (await shop.stripe.subscriptions.retrieve(id)).status;
    expect(await Promise.all([cancel, pause, invoice].map(({ id }) => status(id)))).toEqual([
      "canceled",
      "paused",
      "past_due",
    ]);
    expect(await eventTypes(shop.stripe)).toContain("customer.subscription.paused");
    const method = await shop.stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await shop.stripe.subscriptions.update(pause.id, { default_payment_method: method.id });
    expect((await shop.stripe.subscriptions.resume(pause.id)).status).toBe("active");
  });

  it("changes its seats without charge, and ends at once when told to", async () => {
    const customer = await customerWith(shop.stripe);
    const sub = await trial(customer.id);
    const [item] = sub.items.data;
    await shop.stripe.subscriptions.update(sub.id, {
      items: [{ id: item?.id, quantity: 3 }],
      proration_behavior: "always_invoice",
    });
    expect((await latest(sub.id)).total).toBe(0);
    const ended = await shop.stripe.subscriptions.update(sub.id, { trial_end: "now" });
    expect(ended.status).toBe("active");
    expect(await latest(sub.id)).toMatchObject({ total: 9_000, status: "paid" });
  });
});
