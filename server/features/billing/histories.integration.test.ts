import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { history, playHistory } from "@/tests/factories/billing-history";
import { type Paying, paying } from "@/tests/factories/paying";

let shop: Paying;
beforeAll(async () => {
  shop = await paying();
});
afterAll(() => shop.close());

describe("whatever happens at Stripe, and however its events come", () => {
  it("late, twice, out of order: the plan ends as it is there, and the seats as they are here", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        const { truth, known } = await playHistory(shop, one);
        expect(known).toEqual(truth);
        if (truth.seats !== null) expect(truth.seats).toBe(5);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  }, 240_000);
});
