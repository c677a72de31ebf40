import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parametersOf, text } from "./parameters";
import { customerWith, openShop, refusal, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

/** A request with parameters that the SDK's types would not let through. */
const raw = (path: string, params: Record<string, unknown>) => refusal(shop.stripe.rawRequest("POST", path, params));
const connect = (secretKey: string, more: Stripe.StripeConfig = {}) =>
  new Stripe(secretKey, { host: shop.host, port: shop.port, protocol: "http", maxNetworkRetries: 0, ...more });

describe("what the stand-in refuses", () => {
  it("names parameters that the endpoint does not have, at any depth", async () => {
    expect(await raw("/v1/customers", { nickname: "x" })).toMatchObject({
      statusCode: 400,
      code: "parameter_unknown",
      param: "nickname",
      message: "Received unknown parameter: nickname",
    });
    const items = [{ price: shop.monthly.id, amount: 5 }];
    expect(await raw("/v1/subscriptions", { customer: "cus_1", items })).toMatchObject({
      code: "parameter_unknown",
      param: "items[0][amount]",
    });
  });

  it("keeps to parameters that the SDK knows: a schema with any other does not compile", () => {
    // @ts-expect-error Stripe has no such parameter.
    const schema = parametersOf<Stripe.CustomerCreateParams>()({ nickname: text });
    expect(schema.safeParse({ name: "x" }).success).toBe(false);
  });

  it("names parameters that are missing", async () => {
    expect(await raw("/v1/products", {})).toMatchObject({ code: "parameter_missing", param: "name" });
    const promotion = { type: "coupon" };
    expect(await raw("/v1/promotion_codes", { promotion })).toMatchObject({
      code: "parameter_missing",
      param: "promotion[coupon]",
    });
  });

  it("takes only the values that there are, and numbers where numbers belong", async () => {
    const { id } = await customerWith(shop.stripe, null);
    expect(await raw("/v1/checkout/sessions", { mode: "subscribe" })).toMatchObject({
      statusCode: 400,
      param: "mode",
      message: expect.stringContaining("must be one of"),
    });
    const subscription = { customer: id, items: [{ price: shop.monthly.id, quantity: "two" }] };
    expect(await raw("/v1/subscriptions", subscription)).toMatchObject({
      code: "parameter_invalid_integer",
      param: "items[0][quantity]",
    });
    const negative = { customer: id, items: [{ price: shop.monthly.id, quantity: -1 }] };
    expect(await raw("/v1/subscriptions", negative)).toMatchObject({ code: "parameter_invalid_integer" });
    expect(await raw("/v1/products", { name: "" })).toMatchObject({ code: "parameter_invalid_empty", param: "name" });
  });

  it("answers 404 for an unknown id in the address and 400 for one in a parameter", async () => {
    expect(await refusal(shop.stripe.customers.retrieve("cus_none"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      message: "No such customer: 'cus_none'",
    });
    expect(await raw("/v1/billing_portal/sessions", { customer: "cus_none" })).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
      param: "customer",
    });
    expect(await raw("/v1/nothing", {})).toMatchObject({ statusCode: 404 });
  });

  it("knows only its own key, and never shows the one it was given in full", async () => {
    const refused = await refusal(connect("sk_test_somebody_elses_key").customers.list());
    expect(refused).toMatchObject({ name: "StripeAuthenticationError", statusCode: 401 });
    expect(refused.message).not.toContain("sk_test_somebody_elses_key");
  });

  it("speaks one version of the API", async () => {
    const refused = await refusal(shop.stripe.rawRequest("GET", "/v1/customers", {}, { apiVersion: "2020-08-27" }));
    expect(refused).toMatchObject({ statusCode: 400, message: expect.stringContaining("Invalid Stripe API version") });
  });

  it("has customers without a card pay nothing, and foreign cards pay for nobody", async () => {
    const { id } = await customerWith(shop.stripe, null);
    const items = [{ price: shop.monthly.id }];
    expect(await raw("/v1/subscriptions", { customer: id, items })).toMatchObject({ code: "resource_missing" });
    const other = await customerWith(shop.stripe);
    const card = other.invoice_settings.default_payment_method;
    expect(await raw("/v1/subscriptions", { customer: id, items, default_payment_method: card })).toMatchObject({
      param: "default_payment_method",
    });
  });

  it("expands what is an id, four levels deep, and nothing else", async () => {
    const sub = await subscriptionOf(shop);
    const found = await shop.stripe.subscriptions.retrieve(sub.id, {
      expand: ["customer", "latest_invoice.customer", "items.data.price.product", "default_payment_method"],
    });
    expect(found).toMatchObject({
      customer: { object: "customer" },
      latest_invoice: { object: "invoice", customer: { object: "customer" } },
      default_payment_method: null,
    });
    expect(found.items.data[0]?.price.product).toMatchObject({ name: "Seat" });
    const listed = await shop.stripe.subscriptions.list({ expand: ["data.customer"] });
    expect(listed.data[0]?.customer).toMatchObject({ metadata: { practice: "p1" } });
    for (const expand of [["status"], ["nothing"], ["a.b.c.d.e"]])
      expect(await refusal(shop.stripe.subscriptions.retrieve(sub.id, { expand }))).toMatchObject({ param: "expand" });
  });
});

describe("an idempotency key at the stand-in", () => {
  const idempotencyKey = "operation-1";

  it("gets the same answer for the same request, which is carried out once", async () => {
    const first = await shop.stripe.customers.create({ name: "Once" }, { idempotencyKey });
    const again = await shop.stripe.customers.create({ name: "Once" }, { idempotencyKey });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect((await shop.stripe.customers.list()).data).toHaveLength(1);
  });

  it("is refused with other parameters and at another address", async () => {
    await shop.stripe.customers.create({ name: "Once" }, { idempotencyKey });
    for (const again of [
      shop.stripe.customers.create({ name: "Twice" }, { idempotencyKey }),
      shop.stripe.products.create({ name: "Once" }, { idempotencyKey }),
    ])
      expect(await refusal(again)).toMatchObject({ name: "StripeIdempotencyError", statusCode: 400 });
  });

  it("is free again when nothing was done with it", async () => {
    await refusal(shop.stripe.subscriptions.create({ customer: "cus_none", items: [] }, { idempotencyKey }));
    expect((await shop.stripe.customers.create({}, { idempotencyKey })).object).toBe("customer");
  });
});

describe("when the stand-in is down", () => {
  it("answers 500 or 429 until it recovers", async () => {
    await shop.controls.outage({ kind: "500" });
    expect(await refusal(shop.stripe.customers.list())).toMatchObject({ name: "StripeAPIError", statusCode: 500 });
    await shop.controls.outage({ kind: "429" });
    expect(await refusal(shop.stripe.customers.list())).toMatchObject({
      name: "StripeRateLimitError",
      statusCode: 429,
    });
    await shop.controls.recover();
    expect((await shop.stripe.customers.list()).data).toEqual([]);
  });

  it("cuts connections or never answers", async () => {
    await shop.controls.outage({ kind: "reset" });
    expect((await refusal(shop.stripe.customers.list())).name).toBe("StripeConnectionError");
    await shop.controls.outage({ kind: "timeout" });
    const impatient = connect(shop.secretKey, { timeout: 50 });
    expect(await refusal(impatient.customers.list())).toMatchObject({ message: expect.stringContaining("timeout") });
  });

  it("loses an answer after the work was done, and the SDK's second try does not do it twice", async () => {
    await shop.controls.outage({ kind: "reset", times: 1, after: true, only: "POST /v1/customers" });
    const stripe = connect(shop.secretKey, { maxNetworkRetries: 1 });
    const customer = await stripe.customers.create({ name: "Once" });
    expect((await stripe.customers.list()).data.map((one) => one.id)).toEqual([customer.id]);
    const sent = (await shop.controls.requests()).filter(
      (one) => one.path === "/v1/customers" && one.method === "POST",
    );
    expect(sent).toHaveLength(2);
    expect(sent[0]?.idempotencyKey).toBe(sent[1]?.idempotencyKey);
  });
});
