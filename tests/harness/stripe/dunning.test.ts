import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginning, day, eventTypes, openShop, refusal, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ dunning: { retryDays: [3, 5], afterLast: "canceled" } });
});
afterEach(() => shop.close());

const renewal = beginning.getTime() / 1000 + 28 * day + 3_600;
const latest = async (id: string) => {
  const sub = await shop.stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  return sub.latest_invoice as Stripe.Invoice;
};
const status = async (id: string) => (await shop.stripe.subscriptions.retrieve(id)).status;
/** A subscription whose renewal has just failed. */
async function failing() {
  const sub = await subscriptionOf(shop);
  await shop.controls.declineCards(String(sub.customer), true);
  await shop.controls.advance({ days: 28, hours: 1 });
  return sub;
}

describe("a failed payment at the stand-in", () => {
  it("makes the subscription past due and is tried again on the days that were set", async () => {
    const sub = await failing();
    expect(await status(sub.id)).toBe("past_due");
    expect(await latest(sub.id)).toMatchObject({
      status: "open",
      attempt_count: 1,
      next_payment_attempt: renewal + 3 * day,
    });
    expect((await eventTypes(shop.stripe)).slice(-3)).toEqual([
      "invoice.payment_failed",
      "customer.updated",
      "customer.subscription.updated",
    ]);
    await shop.controls.advance({ days: 3 });
    expect(await latest(sub.id)).toMatchObject({ attempt_count: 2, next_payment_attempt: renewal + 8 * day });
  });

  it("is made good by the next try once the card works", async () => {
    const sub = await failing();
    await shop.controls.declineCards(String(sub.customer), false);
    await shop.controls.advance({ days: 3 });
    expect(await status(sub.id)).toBe("active");
    expect(await latest(sub.id)).toMatchObject({ status: "paid", attempt_count: 2 });
    expect(await shop.stripe.customers.retrieve(String(sub.customer))).toMatchObject({ delinquent: false });
  });

  it("is made good at once by paying the invoice; a declined try is an error and stays recorded", async () => {
    const sub = await failing();
    const invoice = await latest(sub.id);
    expect(await refusal(shop.stripe.invoices.pay(invoice.id ?? ""))).toMatchObject({
      statusCode: 402,
      code: "card_declined",
    });
    expect((await latest(sub.id)).attempt_count).toBe(2);
    await shop.controls.declineCards(String(sub.customer), false);
    expect((await shop.stripe.invoices.pay(invoice.id ?? "")).status).toBe("paid");
    expect(await status(sub.id)).toBe("active");
    expect(await refusal(shop.stripe.invoices.pay(invoice.id ?? ""))).toMatchObject({
      message: "Invoice is already paid",
    });
  });

  it.each(["canceled", "unpaid", "past_due"] as const)(
    "after the last try leaves the subscription %s where that is set",
    async (afterLast) => {
      await shop.controls.setDunning({ retryDays: [3, 5], afterLast });
      const sub = await failing();
      await shop.controls.advance({ days: 7 });
      expect(await status(sub.id)).toBe("past_due");
      await shop.controls.advance({ days: 1 });
      expect(await status(sub.id)).toBe(afterLast);
      const last = await shop.stripe.invoices.list({ subscription: sub.id, status: "open" });
      expect(last.data[0]).toMatchObject({ attempt_count: 3, next_payment_attempt: null });
    },
  );

  it("of an unpaid subscription leaves further invoices as drafts, and paying what is owed makes it active", async () => {
    await shop.controls.setDunning({ retryDays: [], afterLast: "unpaid" });
    const sub = await failing();
    expect(await status(sub.id)).toBe("unpaid");
    await shop.controls.advance({ days: 32 });
    expect((await latest(sub.id)).status).toBe("draft");
    await shop.controls.declineCards(String(sub.customer), false);
    await shop.stripe.invoices.pay((await latest(sub.id)).id ?? "");
    expect(await status(sub.id)).toBe("active");
  });

  it("is not tried again once the subscription or its customer is gone", async () => {
    const deleted = await failing();
    await shop.stripe.customers.del(String(deleted.customer));
    const kept = await failing();
    await shop.stripe.subscriptions.cancel(kept.id);
    await shop.controls.advance({ days: 60 });
    for (const { id } of [kept, deleted]) {
      const invoice = await latest(id);
      expect(invoice).toMatchObject({
        status: "open",
        attempt_count: 1,
        next_payment_attempt: null,
        auto_advance: false,
      });
    }
  });

  it("happens in order with everything else when much time passes at once", async () => {
    const sub = await subscriptionOf(shop);
    await shop.controls.advance({ days: 28 });
    await shop.controls.declineCards(String(sub.customer), true);
    await shop.controls.advance({ days: 365 });
    const events = await shop.stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
    const times = events.map((event) => event.created).reverse();
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(await shop.stripe.subscriptions.retrieve(sub.id)).toMatchObject({
      status: "canceled",
      ended_at: renewal + 8 * day,
      cancellation_details: { reason: "payment_failed" },
    });
  });
});
