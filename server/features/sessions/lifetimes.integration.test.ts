import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { letterToken } from "@/server/auth/letters";
import { createSession } from "@/server/auth/sessions";
import { consumeTicket, issueTicket } from "@/server/auth/tickets";
import { now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import type { Context } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { movedClock } from "@/tests/factories/moved-clock";
import { type TwoPractices, testPassword, twoPractices } from "@/tests/factories/two-practices";

// Time is moved, and no row is: a number that changes here is noticed.
const clock = movedClock();
let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const [second, minute, day] = [1_000, 60_000, 86_400_000];
/** The clock is settled within a second: a step stays this far from the edge. */
const edge = 3 * second;
const pass = (start: Date, ms: number) => clock.to(new Date(start.getTime() + ms));
const email = "sam@test.example";
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
function browser() {
  const context: Context = { secret: null, device: "test", browser: randomUUID() };
  return { api: createCaller(context), with: (secret: string) => createCaller({ ...context, secret }) };
}

describe("what opens a login for a while", () => {
  it.each([
    { kind: "SIGN_IN" as const, use: "signInByLetter" as const },
    { kind: "RESET" as const, use: "resetPassword" as const },
  ])("is a letter for ten minutes: $kind", async ({ kind, use }) => {
    const take = async (ms: number) => {
      const { api } = browser();
      const start = now();
      await api.session.requestLetter({ kind, email });
      const { id } = await owner.letter.findFirstOrThrow({ where: { email, kind }, orderBy: { createdAt: "desc" } });
      await pass(start, ms);
      return codeOf(api.session[use]({ proof: { token: letterToken(id) }, password: testPassword }));
    };
    expect(await take(10 * minute - edge)).toBe("ok");
    expect(await take(10 * minute + edge)).toBe("EXPIRED");
  });

  it("is a ticket for sixty seconds", async () => {
    const take = async (ms: number) => {
      const start = now();
      const ticket = await issueTicket({ userId: world.people.sam.userId, proof: "PASSWORD", twoFactor: false });
      await pass(start, ms);
      return consumeTicket(ticket);
    };
    expect(await take(60 * second - edge)).not.toBeNull();
    expect(await take(60 * second + edge)).toBeNull();
  });

  it("is a remembered device's PIN for thirty days", async () => {
    const open = async (ms: number) => {
      const one = browser();
      const start = now();
      const step = await one.api.session.signIn({ email: "alex@test.example", password: testPassword, remember: true });
      const proven = await consumeTicket(step.step === "done" ? step.ticket : "");
      if (!proven) throw new Error("the ticket does not work");
      const { secret } = await createSession(proven.userId, false, "test", proven);
      await one.with(secret).account.setPin({ pin: "739164" });
      await pass(start, ms);
      return codeOf(one.with(secret).session.unlock({ by: "pin", pin: "739164" }));
    };
    expect(await open(30 * day - minute)).toBe("ok");
    expect(await open(30 * day + minute)).toBe("SIGNED_OUT");
  });
});
