import { afterAll, beforeAll, expect, it } from "vitest";
import { endAsAtStripe } from "@/tests/factories/billing-proof";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
});
afterAll(() => shop.close());

it("whatever happens at Stripe, and however its events come, the plan ends as it is there and the seats as they are here", async () => {
  await expect(endAsAtStripe(shop, 50)).resolves.toBeUndefined();
}, 240_000);
