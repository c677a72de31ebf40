import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorNames as actors, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "./cases";
import { callAs, expected, outcomeOf, procedures } from "./walk";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

it("has a row for every procedure of the router, and for no other", () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(procedures).sort());
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
