import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorNames as actors, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "./cases";
import { callAs, expected, fromEnded, outcomeOf, procedures } from "./walk";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

it("has a row for every procedure of the router, and for no other", () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(procedures).sort());
});

const ofPartners = Object.entries(cases).filter(
  ([, one]) => !one.open && one.input && one.allowed.includes("alex") && !one.allowed.includes("formerPartner"),
);

it.each(ofPartners)("%s answers a partner at their own couple after it has ended", async (path, one) => {
  const outcome = await outcomeOf(callAs(fromEnded(world), "formerPartner", path, one));
  const reads = procedures[path]?._def.type === "query";
  expect(outcome).toBe(reads || one.afterEnd ? "ok" : "CLOSED");
});

describe.each(Object.entries(cases))("%s", (path, one) => {
  it.each(actors)("answers %s as its row says", async (actor) => {
    expect(await outcomeOf(callAs(world, actor, path, one))).toBe(expected(one, actor));
  });
});

it("writes the matrix down", async () => {
  const head = `| procedure | ${actors.join(" | ")} |\n|${" --- |".repeat(actors.length + 1)}`;
  const rows = Object.entries(cases).map(
    ([path, one]) => `| ${path} | ${actors.map((actor) => expected(one, actor)).join(" | ")} |`,
  );
  const text = `# Who gets through\n\nWritten by tests/isolation/procedures.test.ts, which tries every cell.\n\n${[head, ...rows].join("\n")}\n`;
  await expect(text).toMatchFileSnapshot("../../docs/security/isolation.md");
});
