import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/server/errors";
import { appRouter } from "@/server/trpc/root";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "./cases";
import type { IsolationCase, Outcome } from "./cases/shape";

const actors: ActorName[] = [
  "anonymous",
  "revoked",
  "otherTherapist",
  "otherPartner",
  "coordinator",
  "owner",
  "second",
  "formerPartner",
  "sam",
  "alex",
  "therapist",
];
let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

async function outcomeOf(one: IsolationCase, actor: ActorName): Promise<string> {
  try {
    await one.call(world.as(actor), world);
    return "ok";
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    return cause instanceof AppError ? cause.code : `unexpected: ${String(error)}`;
  }
}

function expected(one: IsolationCase, actor: ActorName): Outcome {
  if (one.open || one.allowed.includes(actor)) return "ok";
  return actor === "anonymous" || actor === "revoked" ? "SIGNED_OUT" : "NOT_FOUND";
}

it("has a row for every procedure of the router, and for no other", () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
});

describe.each(Object.keys(cases))("%s", (path) => {
  it.each(actors)("answers %s as its row says", async (actor) => {
    const one = cases[path];
    if (!one) throw new Error("no row");
    expect(await outcomeOf(one, actor)).toBe(expected(one, actor));
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
