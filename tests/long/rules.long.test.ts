import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { worldPlan } from "../factories/generated-world";
import { recordProof } from "../harness/proof";
import { type Court, openCourt } from "../isolation/rules/worlds";

let court: Court;
beforeAll(async () => {
  court = await openCourt();
});
afterAll(() => court.close());

const worlds = 150;

it("holds the database against the privacy rules in many generated worlds", async () => {
  const breaches: string[] = [];
  const property = fc.asyncProperty(worldPlan, async (plan) => {
    breaches.push(...(await court.judgeNew(plan)));
    expect(breaches).toEqual([]);
  });
  const { failed } = await fc.check(property, { numRuns: worlds, endOnFailure: true });
  recordProof({
    proof: "everyone sees and can write exactly what the privacy rules say, by bare SQL",
    size: `${worlds} generated worlds of two practices, every table and column`,
    measured: `${breaches.length} rows or writings against the rules`,
    bound: "none",
    holds: !failed,
  });
  expect(breaches).toEqual([]);
});
