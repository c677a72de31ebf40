import { expect, it } from "vitest";
import { alternate, pagesOf } from "../canaries/alternate";
import { canaries } from "../canaries/readers";
import { recordProof } from "../harness/proof";

const times = 1_000;

it("keeps every reader's words apart over a thousand alternating requests per page", async () => {
  const flock = await canaries();
  const told = [];
  for (const pair of flock.pairs) told.push({ pages: pagesOf(pair).length, ...(await alternate(pair, times)) });
  await flock.close();
  const crossed = [...new Set(told.flatMap((one) => one.crossed))];
  const read = told.reduce((sum, one) => sum + one.answers, 0);
  recordProof({
    proof: "two people who take turns, 24 requests at once, never get each other's words",
    size: `${told.reduce((sum, one) => sum + one.pages, 0)} pages, ${times} requests each, three pairs of people`,
    measured: `${crossed.length} words crossed in ${read.toLocaleString("en")} answers`,
    bound: "none",
    holds: crossed.length === 0,
  });
  expect(crossed).toEqual([]);
  expect(told.flatMap((one) => one.unmet)).toEqual([]);
});
