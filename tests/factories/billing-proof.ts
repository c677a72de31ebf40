import fc from "fast-check";
import { expect } from "vitest";
import { history, playHistory } from "./billing-history";
import type { Paying } from "./paying";

/**
 * Plays so many generated histories, whose events come late, twice and out of order: the plan ends as it is at Stripe, and the
 * seats as there are therapists here.
 */
export async function endAsAtStripe(shop: Paying, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const { truth, known } = await playHistory(shop, one);
      expect(known).toEqual(truth);
      if (truth.seats !== null) expect(truth.seats).toBe(5);
    }),
    { numRuns, endOnFailure: true },
  );
}
