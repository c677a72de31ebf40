import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startStripe } from "./server";
import { beginning, customerWith, openShop, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const textOf = async (url: string | null | undefined) => (await fetch(url ?? "")).text();

describe("the portal at the stand-in", () => {
  it("shows subscription, card and invoices, cancels at the end of the period and takes that back", async () => {
    const sub = await subscriptionOf(shop, 2);
    const customer = String(sub.customer);
    const { url } = await shop.stripe.billingPortal.sessions.create({
      customer,
      return_url: "http://127.0.0.1:3000/billing",
    });
    const page = await textOf(url);
    expect(page).toContain("2 × Seat");
    expect(page).toContain("visa ending in 4242");
    expect(page).toContain("-0001");
    expect((await send(`${url}/cancel`, { subscription: sub.id })).status).toBe(303);
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).cancel_at_period_end).toBe(true);
    expect(await textOf(url)).toContain("Ends on 28 Feb 2027");
    await send(`${url}/resume`, { subscription: sub.id });
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).cancel_at_period_end).toBe(false);
  });

  it("changes the card of the customer and of the subscription, and says when one is declined", async () => {
    const sub = await subscriptionOf(shop);
    const { url } = await shop.stripe.billingPortal.sessions.create({
      customer: String(sub.customer),
      flow_data: {
        type: "payment_method_update",
        after_completion: { type: "redirect", redirect: { return_url: "http://127.0.0.1:3000/billing?card" } },
      },
    });
    const declined = await send(`${url}/card`, { number: "4000000000000002" });
    expect([declined.status, await declined.text()]).toEqual([402, expect.stringContaining("Your card was declined.")]);
    const changed = await send(`${url}/card`, { number: "5555 5555 5555 4444" });
    expect(changed.headers.get("location")).toBe("http://127.0.0.1:3000/billing?card");
    const after = await shop.stripe.subscriptions.retrieve(sub.id, { expand: ["default_payment_method"] });
    expect(after.default_payment_method).toMatchObject({ card: { brand: "mastercard", last4: "4444" } });
    const customer = await shop.stripe.customers.retrieve(String(sub.customer));
    expect(customer).toMatchObject({
      invoice_settings: { default_payment_method: (after.default_payment_method as Stripe.PaymentMethod).id },
    });
  });

  it("touches nobody else's subscription", async () => {
    const sub = await subscriptionOf(shop);
    const other = await customerWith(shop.stripe);
    const { url } = await shop.stripe.billingPortal.sessions.create({ customer: other.id });
    expect((await send(`${url}/cancel`, { subscription: sub.id })).status).toBe(400);
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).cancel_at_period_end).toBe(false);
  });
});

describe("an invoice's links at the stand-in", () => {
  it("lead to a page and to a PDF", async () => {
    const sub = await subscriptionOf(shop);
    const invoice = await shop.stripe.invoices.retrieve(String(sub.latest_invoice));
    expect(await textOf(invoice.hosted_invoice_url)).toContain("1 × Seat (at $30.00 / month)");
    const pdf = await fetch(invoice.invoice_pdf ?? "");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    const text = Buffer.from(await pdf.arrayBuffer()).toString("latin1");
    expect(text).toMatch(/^%PDF-1\.4/);
    expect(text).toContain(invoice.number);
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
  });

  it("let an open one be paid with another card", async () => {
    const sub = await subscriptionOf(shop, 1, "pm_card_chargeCustomerFail");
    const invoice = await shop.stripe.invoices.retrieve(String(sub.latest_invoice));
    const url = invoice.hosted_invoice_url ?? "";
    const declined = await send(url, { number: "4000000000000341" });
    expect([declined.status, await declined.text()]).toEqual([402, expect.stringContaining("declined")]);
    expect((await send(url, { number: "4242424242424242" })).status).toBe(303);
    expect((await shop.stripe.subscriptions.retrieve(sub.id)).status).toBe("active");
  });

  it("answer 404 where there is nothing", async () => {
    for (const path of ["/i/in_none", "/i/in_none/pdf", "/c/pay/cs_none", "/p/session/bps_none", "/"])
      expect((await fetch(`${shop.url}${path}`)).status).toBe(404);
  });
});

describe("lists at the stand-in", () => {
  it("are paged, the newest first, and the SDK pages through them", async () => {
    const names = ["a", "b", "c", "d", "e"];
    for (const name of names) await shop.stripe.customers.create({ name, metadata: { letter: name } });
    const first = await shop.stripe.customers.list({ limit: 2 });
    expect([first.has_more, ...first.data.map((one) => one.name)]).toEqual([true, "e", "d"]);
    const all = await shop.stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all.map((one) => one.name).reverse()).toEqual(names);
    const before = await shop.stripe.customers.list({ limit: 2, ending_before: all[3]?.id });
    expect([before.has_more, ...before.data.map((one) => one.name)]).toEqual([true, "d", "c"]);
  });

  it("find customers by metadata and prices by lookup key", async () => {
    await shop.stripe.customers.create({ metadata: { practice: "p1" } });
    const wanted = await shop.stripe.customers.create({ metadata: { practice: "p2" } });
    const found = await shop.stripe.customers.search({ query: "metadata['practice']:'p2'" });
    expect(found.data.map((one) => one.id)).toEqual([wanted.id]);
    const prices = await shop.stripe.prices.list({ lookup_keys: ["year"], active: true });
    expect(prices.data.map((one) => one.id)).toEqual([shop.yearly.id]);
    expect(prices.data[0]?.unit_amount_decimal?.toString()).toBe("30000");
  });
});

describe("the stand-in's memory", () => {
  it("gives the same ids for the same history", async () => {
    const other = await openShop();
    const ids = async (one: Shop) => (await subscriptionOf(one)).id;
    expect(await ids(other)).toBe(await ids(shop));
    await other.close();
  });

  it("outlives the process in a file", async () => {
    const file = join(tmpdir(), `reconnect-stripe-${process.pid}.json`);
    const first = await openShop({ file });
    const sub = await subscriptionOf(first);
    await first.controls.advance({ days: 28, hours: 1 });
    await first.close();
    const second = await startStripe({ file, now: () => beginning });
    const { host, port } = second;
    const stripe = new Stripe(second.secretKey, { host, port, protocol: "http" });
    const found = await stripe.subscriptions.retrieve(sub.id);
    expect(found.items.data[0]?.current_period_start).toBe(Date.parse("2027-02-28T12:00:00Z") / 1000);
    await second.close();
    rmSync(file);
  });

  it("follows a clock that moves by itself, at the next request", async () => {
    let present = beginning;
    const other = await openShop({ now: () => present });
    const sub = await subscriptionOf(other);
    present = new Date("2027-03-01T12:00:00Z");
    expect((await other.stripe.invoices.list({ subscription: sub.id })).data).toHaveLength(2);
    await other.close();
  });
});
