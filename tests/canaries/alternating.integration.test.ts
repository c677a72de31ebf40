import { afterAll, beforeAll, expect, it } from "vitest";
import { alternate, pagesOf } from "./alternate";
import { canaries } from "./readers";

let flock: Awaited<ReturnType<typeof canaries>>;
beforeAll(async () => {
  flock = await canaries();
});
afterAll(() => flock.close());

it("never brings one reader's words to another, however their requests mix", async () => {
  const [partners, , therapists] = flock.pairs;
  for (const pair of [partners, therapists]) {
    if (!pair) throw new Error("no readers");
    const { crossed, unmet, answers } = await alternate(pair, 28);
    expect([...new Set(crossed)]).toEqual([]);
    expect(unmet).toEqual([]);
    expect(answers).toBeGreaterThan(pagesOf(pair).length * 12);
  }
}, 300_000);

it("would notice one word that crossed", async () => {
  const [pair] = flock.pairs;
  if (!pair) throw new Error("no readers");
  const [alex, sam] = pair;
  const { crossed } = await alternate([{ ...alex, foreign: [alex.own] }, sam], 2);
  expect(crossed).not.toEqual([]);
});
