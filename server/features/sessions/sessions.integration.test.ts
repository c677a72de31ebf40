import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession, revokeSession, timeLeft, touchSession } from "@/server/auth/sessions";
import { consumeTicket } from "@/server/auth/tickets";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, testPassword, twoPractices } from "@/tests/factories/two-practices";

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

const anonymous = () => world.as("anonymous");
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const ticketFor = async (fields: { email: string; password: string }) => {
  const answer = await anonymous().session.signIn(fields);
  if (answer.step !== "done") throw new Error("a second factor is asked for");
  return answer.ticket;
};

describe("signing in", () => {
  it("answers with a ticket that works once", async () => {
    const ticket = await ticketFor({ email: " ALEX@test.example ", password: testPassword });
    const answers = await Promise.all([consumeTicket(ticket), consumeTicket(ticket), consumeTicket(ticket)]);
    expect(answers.filter((one) => one !== null).map((one) => one?.userId)).toEqual([world.people.alex.userId]);
    expect(await consumeTicket("a guess")).toBeNull();
  });

  it("refuses a late ticket", async () => {
    const ticket = await ticketFor({ email: "alex@test.example", password: testPassword });
    await owner.ticket.updateMany({ where: { consumedAt: null }, data: { expiresAt: new Date("2020-01-01") } });
    expect(await consumeTicket(ticket)).toBeNull();
  });

  it("says the same of a wrong password and an unknown address, after the same work", async () => {
    const wrong = () => codeOf(anonymous().session.signIn({ email: "alex@test.example", password: "wrong" }));
    const unknown = () => codeOf(anonymous().session.signIn({ email: "nobody@test.example", password: "wrong" }));
    expect([await wrong(), await unknown()]).toEqual(["WRONG_SIGN_IN", "WRONG_SIGN_IN"]);
    const rounds = Array.from({ length: 7 });
    const times: [number[], number[]] = [[], []];
    for (const _ of rounds) {
      times[0].push(await timed(wrong));
      times[1].push(await timed(unknown));
    }
    const ratio = median(times[0]) / median(times[1]);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it("refuses a disabled login", async () => {
    await owner.user.update({ where: { id: world.people.formerPartner.userId }, data: { disabledAt: new Date() } });
    expect(await codeOf(anonymous().session.signIn({ email: "former@test.example", password: testPassword }))).toBe(
      "WRONG_SIGN_IN",
    );
    expect(await codeOf(world.as("formerPartner").home.places())).toBe("SIGNED_OUT");
  });
});

describe("a session", () => {
  const places = (secret: string) => codeOf(createCaller({ secret, device: "test" }).home.places());

  it("is kept as a hash: the database never holds the secret", async () => {
    const { secret } = await createSession(world.people.sam.userId, false, "test");
    const rows = JSON.stringify(await owner.session.findMany());
    expect(rows).not.toContain(secret);
    expect(await places(secret)).toBe("ok");
  });

  it("ends at once when revoked, and at its idle and absolute limits", async () => {
    const made = await Promise.all([1, 2, 3].map(() => createSession(world.people.sam.userId, false, "test")));
    const [revoked, idle, absolute] = made;
    if (!revoked || !idle || !absolute) throw new Error("no sessions");
    await revokeSession(revoked.secret);
    await owner.session.update({ where: { id: idle.id }, data: { idleExpiresAt: new Date(Date.now() - 1) } });
    await owner.session.update({ where: { id: absolute.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    for (const one of made) expect(await places(one.secret)).toBe("SIGNED_OUT");
  });

  it("is moved on by gestures only, and never brought back", async () => {
    const { id, secret } = await createSession(world.people.therapist.userId, true, "test");
    const limit = async () => (await owner.session.findUniqueOrThrow({ where: { id } })).idleExpiresAt;
    await owner.session.update({ where: { id }, data: { idleExpiresAt: new Date(Date.now() + 60_000) } });
    const before = await limit();
    await places(secret);
    expect(await limit()).toEqual(before);
    expect(await timeLeft(secret)).toEqual({ idle: expect.any(Number), absolute: expect.any(Number) });
    expect((await timeLeft(secret))?.idle).toBeLessThanOrEqual(60_000);
    expect(await limit()).toEqual(before);
    expect((await touchSession(secret))?.idle).toBe(15 * 60_000);
    expect((await limit()).getTime()).toBeGreaterThan(before.getTime());
    await owner.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 90_000) } });
    const last = await touchSession(secret);
    expect([last?.idle, (last?.idle ?? 0) <= 90_000]).toEqual([last?.absolute, true]);
    await owner.session.update({ where: { id }, data: { idleExpiresAt: new Date(Date.now() - 1) } });
    expect([await touchSession(secret), await timeLeft(secret)]).toEqual([null, null]);
    expect(await places(secret)).toBe("SIGNED_OUT");
  });

  it("times staff out after 15 idle minutes and partners after 30, everyone after 12 hours", async () => {
    const minutes = async (staff: boolean) => {
      const { id } = await createSession(world.people.sam.userId, staff, "test");
      const row = await owner.session.findUniqueOrThrow({ where: { id } });
      return [row.idleMinutes, (row.expiresAt.getTime() - row.createdAt.getTime()) / 3_600_000];
    };
    expect([await minutes(true), await minutes(false)]).toEqual([
      [15, 12],
      [30, 12],
    ]);
  });
});

describe("the audit log", () => {
  it("has one row for each procedure and couple, in coarse words, and one for each refusal", async () => {
    await owner.audit.deleteMany();
    const where = { practiceId: world.practiceId, coupleId: world.couple.id };
    await world.as("therapist").couples.page(where);
    await codeOf(world.as("second").couples.page(where));
    await codeOf(world.as("otherPartner").homework.today({ coupleId: world.couple.id }));
    const rows = await owner.audit.findMany({ orderBy: { at: "asc" } });
    expect(rows.map(({ procedure, outcome, coupleId, personId }) => [procedure, outcome, coupleId, personId])).toEqual([
      ["couples.page", "ALLOWED", world.couple.id, world.people.therapist.id],
      ["couples.page", "DENIED", world.couple.id, world.people.second.id],
      ["homework.today", "DENIED", world.couple.id, null],
    ]);
  });
});

describe("a session that asks too much", () => {
  it("is told to wait after 120 changes of one kind in a minute, and others are not", async () => {
    const { secret } = await createSession(world.people.sam.userId, false, "test");
    const api = createCaller({ secret, device: "test" });
    const answers = await Promise.all(Array.from({ length: 125 }, () => codeOf(api.account.removePin())));
    expect(answers.filter((one) => one === "TOO_MANY")).toHaveLength(5);
    expect(await codeOf(api.account.forgetDevice())).toBe("ok");
    expect(await codeOf(world.as("alex").account.removePin())).toBe("ok");
  });
});
