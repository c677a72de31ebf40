import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { addDays, civilDate, instantAt } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { movedClock } from "@/tests/factories/moved-clock";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

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

const zone = "America/New_York";
const today = () => civilDate(new Date(), zone);
const day = (days: number) => addDays(today(), days);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const practice = () => ({ practiceId: world.practiceId });
const couple = () => ({ ...practice(), coupleId: world.couple.id });
const colleague = () => world.staffing.colleague;
const plan = (changes: Record<string, unknown> = {}) => ({
  ...practice(),
  clientId: crypto.randomUUID(),
  startsOn: day(5),
  endsOn: day(8),
  covers: [{ coupleId: world.couple.id, personId: colleague().id }],
  homeworkRests: true,
  ...changes,
});
/** A new session of somebody, at the product's present: a session of before would have ended by itself. */
const fresh = async (userId: string) =>
  createCaller({ ...(await createSession(userId, true, "test")), device: "test" });
const therapist = () => fresh(world.people.therapist.userId);
const covering = () => fresh(colleague().userId);
const reads = async () => codeOf((await covering()).couples.page(couple()));

describe("planning time away", () => {
  it("lets whoever covers read from the first day's beginning to the last day's end in the practice's zone, and no longer", async () => {
    const input = plan();
    await world.as("therapist").absences.plan(input);
    await world.as("therapist").absences.plan(input);
    const rows = await owner.coupleClinician.findMany({ where: { absenceId: input.clientId } });
    expect(rows.map(({ startsAt, endsAt, role }) => [startsAt, endsAt, role])).toEqual([
      [instantAt(day(5), 0, zone), instantAt(day(9), 0, zone), "COVERING"],
    ]);
    expect(await reads()).toBe("NOT_FOUND");
    const moments: [number, number, string][] = [
      [5, -1, "NOT_FOUND"],
      [5, 1, "ok"],
      [9, -1, "ok"],
      [9, 1, "NOT_FOUND"],
    ];
    for (const [days, minutes, outcome] of moments) {
      await clock.to(new Date(instantAt(day(days), 0, zone).getTime() + minutes * 60_000));
      expect([days, minutes, await reads()]).toEqual([days, minutes, outcome]);
    }
    await clock.to(new Date());
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
  });

  it("shows on the caseload of whoever covers for whom and until when", async () => {
    const input = plan({ startsOn: day(0), endsOn: day(3) });
    await world.as("therapist").absences.plan(input);
    const page = await (await covering()).caseload.page(practice());
    const row = page.couples.find(({ coupleId }) => coupleId === world.couple.id);
    expect(row?.covering).toEqual({ name: "Therapist", until: day(3) });
    const own = await world.as("therapist").caseload.page(practice());
    expect(own.couples.every(({ covering: covered }) => covered === null)).toBe(true);
    // Called off while it runs: over with the very next call.
    const live = await covering();
    expect(await codeOf(live.couples.page(couple()))).toBe("ok");
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
    expect(await codeOf(live.couples.page(couple()))).toBe("NOT_FOUND");
  });

  it("tells each colleague once by mail, however many couples", async () => {
    const input = plan({ startsOn: day(20), endsOn: day(21) });
    await world.as("therapist").absences.plan(input);
    const rows = await owner.coupleClinician.findMany({ where: { absenceId: input.clientId } });
    const mails = await owner.reminder.findMany({ where: { kind: "ACCESS_NOTICE", personId: colleague().id } });
    const subjects = rows.map((row) => `${row.id}:added`);
    expect(mails.filter((mail) => subjects.includes(mail.subject)).length).toBe(1);
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
  });

  it("asks again while it is near and somebody has no cover", async () => {
    const uncovered = async () => (await world.as("therapist").caseload.page(practice())).uncovered;
    expect(await uncovered()).toBeNull();
    const besides = [world.invited.couple, world.invited.lone].map(({ id }) => ({
      coupleId: id,
      personId: colleague().id,
    }));
    const covers = (personId: string | null) => [{ coupleId: world.couple.id, personId }, ...besides];
    const input = plan({ covers: covers(null) });
    await world.as("therapist").absences.plan(input);
    expect(await uncovered()).toEqual({ startsOn: day(5), endsOn: day(8), begun: false, couples: 1 });
    const change = { ...practice(), absenceId: input.clientId, startsOn: day(5), endsOn: day(8) };
    await world.as("therapist").absences.change({ ...change, homeworkRests: true, covers: covers(colleague().id) });
    expect(await uncovered()).toBeNull();
    // Whoever covered stops being a therapist: the couple is uncovered again.
    const role = { personId: colleague().id, role: "THERAPIST" as const };
    await owner.staffRole.updateMany({ where: role, data: { endedAt: new Date() } });
    expect((await uncovered())?.couples).toBe(3);
    await owner.staffRole.updateMany({ where: role, data: { endedAt: null } });
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
  });
});

describe("changing a plan", () => {
  it("moves the days, swaps who covers, and leaves a history", async () => {
    const input = plan();
    await world.as("therapist").absences.plan(input);
    const change = { ...practice(), absenceId: input.clientId, startsOn: day(6), endsOn: day(8) };
    await world.as("therapist").absences.change({ ...change, homeworkRests: true, covers: plan().covers });
    const second = [{ coupleId: world.couple.id, personId: world.people.second.id }];
    await world.as("therapist").absences.change({ ...change, homeworkRests: true, covers: second });
    await world.as("therapist").absences.change({ ...change, homeworkRests: true, covers: second });
    const rows = await owner.coupleClinician.findMany({
      where: { absenceId: input.clientId },
      orderBy: [{ startsAt: "asc" }, { endsAt: "asc" }],
    });
    const spans = rows.map((row) => [row.personId, row.startsAt, row.endsAt]);
    const [five, six, nine] = [5, 6, 9].map((days) => instantAt(day(days), 0, zone));
    // Called off before they began: they never let anyone read.
    expect(spans).toEqual([
      [colleague().id, five, five],
      [colleague().id, six, six],
      [world.people.second.id, six, nine],
    ]);
    const page = await world.as("therapist").absences.page(practice());
    const shown = page.absences.find(({ absenceId }) => absenceId === input.clientId);
    // The therapist's two other couples were never covered.
    expect(shown).toMatchObject({ startsOn: day(6), uncovered: 2, begun: false });
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
    await world.as("therapist").absences.cancel({ ...practice(), absenceId: input.clientId });
    expect(await codeOf(world.as("therapist").absences.change({ ...change, homeworkRests: true, covers: [] }))).toBe(
      "INVALID",
    );
  });

  it("refuses days that are over, that end before they start, or that meet another absence", async () => {
    const api = world.as("therapist");
    expect(await codeOf(api.absences.plan(plan({ startsOn: day(-4), endsOn: day(-2) })))).toBe("INVALID");
    await expect(api.absences.plan(plan({ startsOn: day(4), endsOn: day(3) }))).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    // The world has one from day 60 to day 64.
    expect(await codeOf(api.absences.plan(plan({ startsOn: day(64), endsOn: day(70) })))).toBe("OVERLAPS");
  });

  it("covers only one's own couples, by another therapist of the practice", async () => {
    const covers = (coupleId: string, personId: string) => plan({ covers: [{ coupleId, personId }] });
    for (const wrong of [
      covers(world.secondCouple.id, colleague().id),
      covers(world.couple.id, world.people.coordinator.id),
      covers(world.couple.id, world.people.therapist.id),
      covers(world.otherCouple.id, colleague().id),
      covers(world.couple.id, world.people.otherTherapist.id),
    ]) {
      expect(await codeOf(world.as("therapist").absences.plan(wrong))).toBe("NOT_FOUND");
    }
    expect(await owner.absence.count({ where: { personId: world.people.therapist.id, cancelledAt: null } })).toBe(1);
  });
});

it("leaves the caseload and the plan within six statements", async () => {
  const { countStatements } = await import("@/tests/factories/statements");
  const api = await therapist();
  for (const page of [() => api.absences.page(practice()), () => api.caseload.page(practice())]) {
    expect(await countStatements(page)).toBeLessThanOrEqual(6);
  }
});
