import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/server/errors";
import { drainBilling, reconcileBilling } from "@/server/jobs/sync-billing";
import { stripe } from "@/server/stripe/client";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
});
afterAll(() => shop.close());

const ids = () => ({ practiceId: shop.practiceId });
const account = () => shop.owner.billingAccount.findUniqueOrThrow({ where: ids() });
const customer = async () => (await account()).customerId ?? "";
const seats = 5;

/** Somebody makes a subscription by hand, beside the one of the practice. */
async function makeAnother(): Promise<string> {
  const { data } = await stripe().prices.list({ lookup_keys: ["reconnect_practice_month"] });
  const items = [{ price: data[0]?.id ?? "", quantity: seats }];
  const methods = await stripe().paymentMethods.list({ customer: await customer() });
  const default_payment_method = methods.data[0]?.id ?? "";
  return (await stripe().subscriptions.create({ customer: await customer(), items, default_payment_method })).id;
}
const catchUp = async () => {
  await shop.controls.webhooksIdle();
  await drainBilling();
  await shop.controls.webhooksIdle();
  await drainBilling();
};
const statusOf = async (id: string) => (await stripe().subscriptions.retrieve(id)).status;
/** Cents that the customer's cards were charged. */
async function charged(): Promise<number> {
  const { data } = await stripe().invoices.list({ customer: await customer(), status: "paid", limit: 100 });
  return data.reduce((sum, one) => sum + one.amount_paid, 0);
}
const again = () =>
  shop.world
    .as("owner")
    .billing.checkout({ ...ids(), interval: "MONTH", email: "billing@test.example", name: "" })
    .then(
      ({ url }) => url,
      (error: { cause?: unknown }) => (error.cause instanceof AppError ? error.cause.code : String(error)),
    );

describe("two owners who go to pay at once", () => {
  it("cannot both do so: of the pages of Stripe one is open", async () => {
    const answers = await Promise.all([again(), again(), again()]);
    const { data } = await stripe().checkout.sessions.list({ limit: 10 });
    expect(data.filter((one) => one.status === "open")).toHaveLength(1);
    const [open] = data.filter((one) => one.status === "open");
    expect(answers.filter((one) => !/^http/.test(one)).every((one) => one === "CHANGED_MEANWHILE")).toBe(true);
    for (const one of data.filter((session) => session.id !== open?.id))
      await expect(shop.controls.payCheckout(one.id)).rejects.toThrow();
    await shop.controls.payCheckout(open?.id ?? "");
    await catchUp();
    expect((await shop.page()).subscription).toMatchObject({ live: true, quantity: seats });
    expect(await again()).toBe("ALREADY_PAYING");
  });
});

describe("a second subscription that was made by hand", () => {
  it("is ended, its price credited to the next invoice, and the owner told: in the end one was paid", async () => {
    await shop.after(31);
    const { subscriptionId } = await account();
    const before = await charged();
    const second = await makeAnother();
    expect(await charged()).toBe(before + seats * 2_900);
    await catchUp();
    expect([await statusOf(subscriptionId ?? ""), await statusOf(second)]).toEqual(["active", "canceled"]);
    expect((await account()).subscriptionId).toBe(subscriptionId);
    const { standing, mended } = await shop.page();
    expect([standing.reason, standing.until, mended?.what]).toEqual(["SUBSCRIPTION", null, ["doubled"]]);
    await shop.after(31 + 32);
    const paidTwice = (await charged()) - before - seats * 2_900;
    // Of the second one only the moments for which it ran are not credited.
    expect(paidTwice).toBeGreaterThanOrEqual(0);
    expect(paidTwice).toBeLessThanOrEqual(10);
    expect((await shop.page()).subscription).toMatchObject({ status: "active", quantity: seats });
    await shop.after(31 + 36);
    expect((await shop.page()).mended).toBeNull();
  });

  it("is found by the nightly comparison when its events never came", async () => {
    await shop.controls.holdWebhooks();
    const second = await makeAnother();
    for (const { event, state } of await shop.controls.deliveries())
      if (state === "held") await shop.controls.dropWebhook(event);
    expect(await reconcileBilling()).toMatchObject({ compared: 1, mended: 1 });
    expect([await statusOf(second), (await shop.page()).mended?.what]).toEqual(["canceled", ["doubled"]]);
    await shop.controls.resumeWebhooks();
    await catchUp();
  });

  it("holds where the payment of the first has failed; of that one nothing more is asked, and nothing credited", async () => {
    const { subscriptionId: first } = await account();
    await shop.controls.declineCards(await customer(), true);
    // Two renewals on: what was credited has paid the one before.
    await shop.after(31 + 31 + 64);
    expect((await shop.page()).standing.trouble?.state).toBe("GRACE");
    await shop.controls.declineCards(await customer(), false);
    const second = await makeAnother();
    await catchUp();
    expect([await statusOf(first ?? ""), await statusOf(second)]).toEqual(["canceled", "active"]);
    const { standing, subscription } = await shop.page();
    expect([standing.trouble, subscription?.status]).toEqual([null, "active"]);
    expect((await shop.page()).invoices.map((one) => one.status)).not.toContain("open");
    const before = await charged();
    await shop.after(31 + 31 + 64 + 20);
    expect(await charged()).toBe(before);
    expect((await shop.page()).subscription?.live).toBe(true);
  });
});
