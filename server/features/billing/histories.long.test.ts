import { afterAll, beforeAll, it } from "vitest";
import { endAsAtStripe } from "@/tests/factories/billing-proof";
import { type Paying, paying } from "@/tests/factories/paying";
import { recordProof } from "@/tests/harness/proof";

const histories = 1_000;
let shop: Paying;
beforeAll(async () => {
  shop = await paying();
});
afterAll(() => shop.close());

it("whatever happens at Stripe, and however its events come, the plan ends as it is there and the seats as they are here", async () => {
  await endAsAtStripe(shop, histories);
  recordProof({
    proof:
      "events of generated histories, late, twice and out of order, end in the plan and the seats that are true at Stripe",
    size: `${histories.toLocaleString("en")} histories`,
    measured: "0 ended otherwise",
    bound: "none",
    holds: true,
  });
}, 1_800_000);
