import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { controlsAt } from "./controls";
import { startStripe } from "./server";
import { customerWith, openEndpoint, openShop, type Shop, subscriptionOf } from "./shop";

let shop: Shop;
let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
let answer: (event: Stripe.Event) => number;
beforeEach(async () => {
  shop = await openShop();
  answer = () => 200;
  endpoint = await openEndpoint(shop.webhookSecret, (event) => answer(event));
  await shop.controls.setWebhookUrl(endpoint.url);
});
afterEach(async () => {
  await shop.close();
  await endpoint.close();
});

const types = () => endpoint.arrived.map((event) => event.type);

describe("events of the stand-in", () => {
  it("arrive signed, in the order of what happened, and are then no longer pending", async () => {
    await subscriptionOf(shop);
    await shop.controls.webhooksIdle();
    expect(types()).toEqual([
      "customer.created",
      "payment_method.attached",
      "customer.updated",
      "customer.subscription.created",
      "invoice.created",
      "invoice.finalized",
      "invoice.paid",
      "invoice.payment_succeeded",
      "customer.subscription.updated",
    ]);
    const [first] = endpoint.arrived;
    expect(first).toMatchObject({ pending_webhooks: 1, api_version: Stripe.API_VERSION, livemode: false });
    expect(await shop.stripe.events.retrieve(first?.id ?? "")).toMatchObject({
      pending_webhooks: 0,
      data: first?.data,
    });
  });

  it("name what was before and the request that caused them", async () => {
    const { id } = await shop.stripe.customers.create({ name: "Before" });
    await shop.stripe.customers.update(id, { name: "After" }, { idempotencyKey: "rename" });
    const [event] = (await shop.stripe.events.list({ type: "customer.updated", limit: 1 })).data;
    expect(event).toMatchObject({
      data: { object: { id, name: "After" }, previous_attributes: { name: "Before" } },
      request: { idempotency_key: "rename" },
    });
  });

  it("say nothing when nothing changed", async () => {
    const { id } = await shop.stripe.customers.create({ name: "Same" });
    await shop.stripe.customers.update(id, { name: "Same" });
    expect((await shop.stripe.events.list({ type: "customer.updated" })).data).toEqual([]);
  });

  it("are refused by the SDK under another secret", async () => {
    await shop.controls.holdWebhooks();
    await customerWith(shop.stripe, null);
    const payload = JSON.stringify({ id: "evt_1", object: "event" });
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret: "whsec_other" });
    expect(() => Stripe.webhooks.constructEvent(payload, header, shop.webhookSecret)).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
  });

  it("are held and released forwards, backwards or one by one", async () => {
    await shop.controls.holdWebhooks();
    await customerWith(shop.stripe);
    expect(types()).toEqual([]);
    const [created, attached, updated] = await shop.controls.deliveries();
    await shop.controls.releaseWebhooks([attached?.event ?? ""]);
    expect(types()).toEqual(["payment_method.attached"]);
    await shop.controls.releaseWebhooks("reverse");
    expect(types()).toEqual(["payment_method.attached", "customer.updated", "customer.created"]);
    expect([created?.state, updated?.state]).toEqual(["held", "held"]);
    await shop.stripe.customers.create({});
    await shop.controls.resumeWebhooks();
    expect(types().at(-1)).toBe("customer.created");
  });

  it("are repeated and dropped at will", async () => {
    await shop.controls.holdWebhooks();
    await customerWith(shop.stripe);
    const [created, attached] = await shop.controls.deliveries();
    await shop.controls.dropWebhook(attached?.event ?? "");
    await shop.controls.resumeWebhooks();
    await shop.controls.duplicateWebhook(created?.event ?? "", 2);
    expect(types()).toEqual(["customer.created", "customer.updated", "customer.created", "customer.created"]);
    expect(new Set(endpoint.arrived.map((event) => event.id)).size).toBe(2);
  });

  it("come again when they are not taken, and no more after the last try", async () => {
    let refused = 0;
    answer = (event) => (event.type === "customer.created" && ++refused < 3 ? 503 : 200);
    await shop.controls.retryWebhooks(3, 1);
    await shop.stripe.customers.create({});
    await shop.controls.webhooksIdle();
    expect((await shop.controls.deliveries()).at(-1)).toMatchObject({ state: "delivered", answers: [503, 503, 200] });
    answer = () => 500;
    await shop.stripe.customers.create({});
    await shop.controls.webhooksIdle();
    expect((await shop.controls.deliveries()).at(-1)).toMatchObject({ state: "failed", answers: [500, 500, 500] });
  });

  it("wait as long as they are told to", async () => {
    await shop.controls.delayWebhooks(60);
    const started = performance.now();
    await shop.stripe.customers.create({});
    await shop.controls.webhooksIdle();
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
    expect(types()).toEqual(["customer.created"]);
  });

  it("that were not taken when the process ended are sent when it starts again", async () => {
    const file = join(tmpdir(), `reconnect-stripe-events-${process.pid}.json`);
    const first = await openShop({ file, webhookUrl: endpoint.url });
    await first.controls.holdWebhooks();
    const { id } = await first.stripe.customers.create({});
    await first.close();
    const second = await startStripe({ file, webhookUrl: endpoint.url });
    await second.controls.webhooksIdle();
    await second.close();
    rmSync(file);
    expect(endpoint.arrived.at(-1)).toMatchObject({ type: "customer.created", data: { object: { id } } });
  });

  it("never leave the loopback", async () => {
    await expect(shop.controls.setWebhookUrl("https://example.com/stripe")).rejects.toThrow("loopback");
    await expect(openShop({ webhookUrl: "http://10.0.0.1/" })).rejects.toThrow("loopback");
  });

  it("are steered from another process by the same controls, and only with the key", async () => {
    const remote = controlsAt(shop.url, shop.secretKey);
    await remote.holdWebhooks();
    await shop.stripe.customers.create({});
    expect(await remote.deliveries()).toMatchObject([{ type: "customer.created", state: "held" }]);
    await remote.resumeWebhooks();
    expect(types()).toEqual(["customer.created"]);
    await expect(controlsAt(shop.url, "sk_test_other").deliveries()).rejects.toThrow("no such control");
  });
});
