import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginning, customerWith, day, eventTypes, openShop, refusal, type Shop } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const now = beginning.getTime() / 1000;
const wanted = (customer: string, more: Stripe.Checkout.SessionCreateParams = {}) => ({
  mode: "subscription" as const,
  customer,
  line_items: [{ price: shop.monthly.id, quantity: 2 }],
  success_url: "http://127.0.0.1:3000/billing?session={CHECKOUT_SESSION_ID}",
  cancel_url: "http://127.0.0.1:3000/billing",
  ...more,
});
const submit = (url: string | null, fields: Record<string, string>) =>
  fetch(url ?? "", { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

describe("checkout at the stand-in", () => {
  it("shows a page in plain HTML, takes a working card and goes back with the session's id", async () => {
    const customer = await customerWith(shop.stripe, null);
    const session = await shop.stripe.checkout.sessions.create(wanted(customer.id, { metadata: { practice: "p1" } }));
    expect(session).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 6_000 });
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("2 × Seat");
    expect(page).not.toContain("<script");
    const answer = await submit(session.url, { number: "4242 4242 4242 4242" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://127.0.0.1:3000/billing?session=${session.id}`);
    const paid = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription", "line_items"] });
    expect(paid).toMatchObject({ status: "complete", payment_status: "paid", metadata: { practice: "p1" }, url: null });
    expect(paid.subscription).toMatchObject({ status: "active", customer: customer.id });
    expect(paid.line_items?.data[0]).toMatchObject({ quantity: 2, amount_total: 6_000 });
    expect((await eventTypes(shop.stripe)).at(-1)).toBe("checkout.session.completed");
  });

  it("says that a card was declined, and has then done nothing", async () => {
    const customer = await customerWith(shop.stripe, null);
    const session = await shop.stripe.checkout.sessions.create(wanted(customer.id));
    for (const number of ["4000000000000002", "4000000000000341"]) {
      const answer = await submit(session.url, { number });
      expect(answer.status).toBe(402);
      expect(await answer.text()).toContain('role="alert">Your card was declined.');
    }
    expect((await shop.stripe.subscriptions.list({ customer: customer.id, status: "all" })).data).toEqual([]);
    expect((await shop.stripe.paymentMethods.list({ customer: customer.id })).data).toEqual([]);
    await shop.controls.payCheckout(session.id);
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe("complete");
    expect((await submit(session.url, { number: "4242424242424242" })).status).toBe(400);
  });

  it("begins a trial without a card when none is needed", async () => {
    const customer = await customerWith(shop.stripe, null);
    const session = await shop.stripe.checkout.sessions.create(
      wanted(customer.id, {
        payment_method_collection: "if_required",
        subscription_data: {
          trial_period_days: 30,
          trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
          metadata: { practice: "p1" },
        },
      }),
    );
    expect((await submit(session.url, { number: "" })).status).toBe(303);
    const paid = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription"] });
    expect(paid.payment_status).toBe("no_payment_required");
    expect(paid.subscription).toMatchObject({
      status: "trialing",
      trial_end: now + 30 * day,
      default_payment_method: null,
      metadata: { practice: "p1" },
      trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
    });
  });

  it("takes a promotion code, a tax id, a name and a country where it was asked to", async () => {
    const coupon = await shop.stripe.coupons.create({ percent_off: 50, duration: "once" });
    await shop.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: "HALF" });
    const customer = await customerWith(shop.stripe, null);
    const session = await shop.stripe.checkout.sessions.create(
      wanted(customer.id, {
        allow_promotion_codes: true,
        tax_id_collection: { enabled: true },
        customer_update: { name: "auto", address: "auto" },
      }),
    );
    const filled = {
      number: "4242424242424242",
      name: "Maple Practice",
      country: "ES",
      taxType: "eu_vat",
      taxValue: "ESX1234567X",
    };
    expect((await submit(session.url, { ...filled, code: "QUARTER" })).status).toBe(400);
    expect((await submit(session.url, { ...filled, code: "half" })).status).toBe(303);
    const after = await shop.stripe.customers.retrieve(customer.id, { expand: ["tax_ids"] });
    expect(after).toMatchObject({ name: "Maple Practice", address: { country: "ES" } });
    expect(after).toMatchObject({ tax_ids: { data: [{ type: "eu_vat", value: "ESX1234567X" }] } });
    const [invoice] = (await shop.stripe.invoices.list({ customer: customer.id })).data;
    expect(invoice).toMatchObject({ subtotal: 6_000, total: 3_000, amount_paid: 3_000 });
    await shop.controls.advance({ days: 29 });
    expect((await shop.stripe.invoices.list({ customer: customer.id })).data[0]).toMatchObject({ total: 6_000 });
  });

  it("expires when told to and after its time, and then takes no card", async () => {
    const customer = await customerWith(shop.stripe, null);
    const first = await shop.stripe.checkout.sessions.create(wanted(customer.id));
    const second = await shop.stripe.checkout.sessions.create(wanted(customer.id));
    expect(await shop.stripe.checkout.sessions.expire(first.id)).toMatchObject({ status: "expired", url: null });
    expect((await submit(first.url, { number: "4242424242424242" })).status).toBe(400);
    await shop.controls.advance({ days: 1 });
    expect((await shop.stripe.checkout.sessions.retrieve(second.id)).status).toBe("expired");
    expect((await eventTypes(shop.stripe)).slice(-2)).toEqual(["checkout.session.expired", "checkout.session.expired"]);
  });

  it("refuses what contradicts itself", async () => {
    const { id } = await customerWith(shop.stripe, null);
    const create = (more: Stripe.Checkout.SessionCreateParams) =>
      refusal(shop.stripe.checkout.sessions.create(wanted(id, more)));
    expect(await create({ tax_id_collection: { enabled: true } })).toMatchObject({ param: "tax_id_collection" });
    expect(await create({ customer_email: "a@example.test" })).toMatchObject({ code: "parameters_exclusive" });
    expect(await create({ success_url: undefined })).toMatchObject({ code: "parameter_missing", param: "success_url" });
    expect(await create({ line_items: [{ price: "price_none", quantity: 1 }] })).toMatchObject({
      code: "resource_missing",
    });
    expect(await create({ line_items: [{ price: shop.monthly.id }] })).toMatchObject({
      param: "line_items[0][quantity]",
    });
  });
});
