import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainBilling, reconcileBilling } from "@/server/jobs/sync-billing";
import { stripe } from "@/server/stripe/client";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
/** Our number of therapists, which Stripe was told. */
let seats = 0;
beforeAll(async () => {
  shop = await paying();
  await shop.subscribe();
  seats = (await quantityAtStripe()) ?? 0;
});
afterAll(() => shop.close());

const account = () => shop.owner.billingAccount.findUniqueOrThrow({ where: { practiceId: shop.practiceId } });
const quantityAtStripe = async () => {
  const subscription = await stripe().subscriptions.retrieve((await account()).subscriptionId ?? "");
  return subscription.items.data[0]?.quantity;
};
/** Does something at Stripe of which no event ever arrives. */
const unheard = async (work: () => Promise<unknown>) => {
  await shop.controls.holdWebhooks();
  await work();
  for (const { event, state } of await shop.controls.deliveries())
    if (state === "held") await shop.controls.dropWebhook(event);
  await shop.controls.resumeWebhooks();
};
/** A number of seats that nobody here wanted. */
const fortyFour = async () => stripe().subscriptionItems.update((await account()).itemId ?? "", { quantity: 44 });

describe("what somebody changed at Stripe by hand, and no event told", () => {
  it("is mended by the nightly comparison, which says so", async () => {
    const { subscriptionId } = await account();
    await unheard(() => stripe().subscriptions.update(subscriptionId ?? "", { cancel_at_period_end: true }));
    await unheard(fortyFour);
    expect(await reconcileBilling()).toEqual({ compared: 1, mended: 1, failed: 0 });
    const { mended, subscription } = await shop.page();
    expect(mended?.what.toSorted()).toEqual(["cancelAt", "quantity"]);
    expect(subscription?.cancelAt).not.toBeNull();
    await drainBilling();
    expect(await quantityAtStripe()).toBe(seats);
    await stripe().subscriptions.update(subscriptionId ?? "", { cancel_at_period_end: false });
    await shop.after(3);
    expect((await shop.page()).standing.until).toBeNull();
  });
});

describe("npm run billing:sync", () => {
  const command = async (...args: string[]) => {
    // Not awaited in one piece: the stand-in answers in this process.
    const ended = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/billing-sync.ts", ...args]);
    return ended.then(
      ({ stdout }) => stdout.trim(),
      ({ code, stdout, stderr }) => `${code}: ${stdout}${stderr}`.trim(),
    );
  };
  it("compares every customer, or the one that is named, and says what it mended", async () => {
    await unheard(fortyFour);
    expect(await command()).toBe("1 compared with Stripe, 1 mended, 0 not reached.");
    await drainBilling();
    expect(await quantityAtStripe()).toBe(seats);
    await unheard(fortyFour);
    expect(await command((await account()).customerId ?? "")).toBe("Mended: quantity.");
    expect(await command(shop.practiceId)).toBe("Nothing differed.");
    await drainBilling();
    expect(await quantityAtStripe()).toBe(seats);
  }, 90_000); // three processes of their own

  it("ends with an error where nobody has that name", async () => {
    expect(await command(crypto.randomUUID())).toMatch(/^1: .*No practice of that name has a customer at Stripe/s);
  });
});
