import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import type { Client } from "@/server/db/clients";
import type { CoupleClinician, Person, StaffRole } from "@/server/db/generated/client";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
/** The world as it was made, to begin each test with: most of them let somebody go. */
let begun: { roles: StaffRole[]; clinicians: CoupleClinician[]; people: Person[] };
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  const [roles, clinicians] = [await owner.staffRole.findMany(), await owner.coupleClinician.findMany()];
  begun = { roles, clinicians, people: await owner.person.findMany() };
});
beforeEach(async () => {
  await owner.reminder.deleteMany();
  await owner.coupleClinician.deleteMany();
  await owner.staffRole.deleteMany();
  for (const { id, displayName, pronouns, endedAt } of begun.people)
    await owner.person.updateMany({ where: { id }, data: { displayName, pronouns, endedAt } });
  await owner.staffRole.createMany({ data: begun.roles });
  await owner.coupleClinician.createMany({ data: begun.clinicians });
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const practice = () => ({ practiceId: world.practiceId });
const couple = () => ({ ...practice(), coupleId: world.couple.id });
const session = async (userId: string) =>
  createCaller({ ...(await createSession(userId, true, "test")), device: "test" });
const boss = () => world.as("owner");
const leave = (personId: string, leaving: "THERAPIST" | "PRACTICE", handovers: [string, string | null][]) =>
  boss().staff.leave({
    ...practice(),
    personId,
    leaving,
    handovers: handovers.map(([coupleId, toId]) => ({ coupleId, personId: toId })),
  });
const isStaff = async (personId: string) => (await owner.membership.findFirst({ where: { personId } }))?.staff;

describe("the page of who works here", () => {
  it("is open to all staff, with roles since when, and former colleagues apart; only owners act", async () => {
    const page = await world.as("coordinator").staff.page(practice());
    expect(page.mayChange).toBe(false);
    const names = page.present.map((person) => person.name);
    expect(names).toEqual(["Coordinator", "Ended", "Helper", "Leaver", "Owner", "Second", "Therapist"]);
    expect(page.former.map((person) => [person.name, person.until !== null])).toEqual([["Removed", true]]);
    expect(page.present.find((person) => person.self)?.name).toBe("Coordinator");
    expect(JSON.stringify(page)).not.toMatch(/Alex|Sam|@test/);
    expect((await boss().staff.page(practice())).mayChange).toBe(true);
  });

  it("shows a name, pronouns and reading days as their bearer writes them", async () => {
    const said = { name: "  Jo Second ", pronouns: "they/them", readingDays: [0, 3] };
    await world.as("second").staff.saveSelf({ ...practice(), ...said });
    const page = await boss().staff.page(practice());
    expect(page.present.find(({ personId }) => personId === world.people.second.id)).toMatchObject({
      name: "Jo Second",
      pronouns: "they/them",
      readingDays: [0, 3],
    });
    for (const name of ["", "Jo\nSecond", "see www.example.org", "x".repeat(81)]) {
      await expect(world.as("second").staff.saveSelf({ ...practice(), ...said, name })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
  });
});

describe("roles", () => {
  it("open and close doors for sessions that are live, with the very next call", async () => {
    const { coordinator } = world.people;
    const api = world.as("coordinator");
    const form = () => codeOf(api.absences.page(practice()));
    const set = (roles: ("OWNER" | "THERAPIST" | "COORDINATOR")[]) =>
      boss().staff.saveRoles({ ...practice(), personId: coordinator.id, roles });
    expect([await form(), await codeOf(api.staff.leaveForm({ ...practice(), personId: coordinator.id }))]).toEqual([
      "NOT_FOUND",
      "NOT_FOUND",
    ]);
    await set(["THERAPIST", "OWNER"]);
    expect([await form(), await codeOf(api.staff.leaveForm({ ...practice(), personId: coordinator.id }))]).toEqual([
      "ok",
      "ok",
    ]);
    await set(["COORDINATOR"]);
    expect([await form(), await codeOf(api.staff.leaveForm({ ...practice(), personId: coordinator.id }))]).toEqual([
      "NOT_FOUND",
      "NOT_FOUND",
    ]);
    const page = await boss().staff.page(practice());
    const roles = page.present.find(({ personId }) => personId === coordinator.id)?.roles.map(({ role }) => role);
    expect(roles).toEqual(["COORDINATOR"]);
  });

  it("keep a last owner, and never meet a partner of the practice", async () => {
    const self = { ...practice(), personId: world.people.owner.id };
    expect(await codeOf(boss().staff.saveRoles({ ...self, roles: ["COORDINATOR"] }))).toBe("LAST_OWNER");
    expect(
      await codeOf(boss().staff.saveRoles({ ...practice(), personId: world.people.alex.id, roles: ["COORDINATOR"] })),
    ).toBe("NOT_FOUND");
    // The twin: with a second owner the first may step back, and has no say after.
    await boss().staff.saveRoles({ ...practice(), personId: world.people.coordinator.id, roles: ["OWNER"] });
    await boss().staff.saveRoles({ ...self, roles: ["COORDINATOR"] });
    expect(await codeOf(boss().staff.saveRoles({ ...self, roles: ["OWNER"] }))).toBe("NOT_FOUND");
  });

  it("of a therapist with couples end only by handing these over", async () => {
    const input = { ...practice(), personId: world.people.therapist.id, roles: ["COORDINATOR" as const] };
    expect(await codeOf(boss().staff.saveRoles(input))).toBe("TREATS_COUPLES");
    expect(await codeOf(world.as("therapist").couples.page(couple()))).toBe("ok");
  });
});

describe("letting somebody go", () => {
  const couples = (): [string, string | null][] => [
    [world.couple.id, world.people.second.id],
    [world.endedCouple.id, null],
    [world.invited.couple.id, world.people.second.id],
    [world.invited.lone.id, world.people.second.id],
  ];

  it("hands every couple over, ends all access of live sessions at once, and leaves no staff behind", async () => {
    const { therapist, second } = world.people;
    const api = world.as("therapist");
    expect(await codeOf(api.couples.page(couple()))).toBe("ok");
    expect(await codeOf(world.as("second").couples.page(couple()))).toBe("NOT_FOUND");
    await leave(therapist.id, "PRACTICE", couples());
    await leave(therapist.id, "PRACTICE", couples());
    const after = [api.couples.page(couple()), api.caseload.page(practice()), api.couples.list(practice())];
    expect(await Promise.all(after.map(codeOf))).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
    expect(await codeOf(world.as("second").couples.page(couple()))).toBe("ok");
    expect((await api.home.places()).places).toEqual([]);
    expect(await isStaff(therapist.id)).toBe(false);
    const list = await boss().couples.list(practice());
    const nobody = list.couples.filter((one) => one.nobody).map((one) => one.coupleId);
    expect(nobody.sort()).toEqual([world.endedCouple.id, world.staffing.orphanedCouple.id].sort());
    const told = await owner.reminder.findMany({ where: { kind: "ACCESS_NOTICE" } });
    expect([...new Set(told.map((row) => row.personId))]).toEqual([second.id]);
  });

  it("from treating alone leaves the other roles, and calls off what was planned for them", async () => {
    const { second } = world.people;
    const day = "2031-03-03";
    const plan = { ...practice(), clientId: crypto.randomUUID(), startsOn: day, endsOn: day };
    await world
      .as("therapist")
      .absences.plan({ ...plan, homeworkRests: true, covers: [{ coupleId: world.couple.id, personId: second.id }] });
    await boss().staff.saveRoles({ ...practice(), personId: second.id, roles: ["THERAPIST", "COORDINATOR"] });
    await leave(second.id, "THERAPIST", [[world.secondCouple.id, world.people.therapist.id]]);
    const api = world.as("second");
    expect(await codeOf(api.couples.list(practice()))).toBe("ok");
    expect(await codeOf(api.couples.page({ ...practice(), coupleId: world.secondCouple.id }))).toBe("NOT_FOUND");
    expect(await isStaff(second.id)).toBe(true);
    const cover = await owner.coupleClinician.findFirstOrThrow({ where: { absenceId: plan.clientId } });
    expect(cover.endsAt).toEqual(cover.startsAt);
  });

  it("asks for every couple, and takes only therapists of the practice, never the owner themself", async () => {
    const { therapist } = world.people;
    await boss().staff.saveRoles({ ...practice(), personId: world.people.owner.id, roles: ["OWNER", "THERAPIST"] });
    const form = await boss().staff.leaveForm({ ...practice(), personId: therapist.id });
    expect(form.couples.map((one) => one.coupleId).sort()).toEqual(
      couples()
        .map(([coupleId]) => coupleId)
        .sort(),
    );
    const offered = form.therapists.map((one) => one.name);
    expect(offered).toEqual(["Ended", "Helper", "Leaver", "Second"]);
    expect(await codeOf(leave(therapist.id, "PRACTICE", [[world.couple.id, world.people.second.id]]))).toBe("INVALID");
    for (const to of [
      world.people.owner.id,
      world.people.coordinator.id,
      world.people.otherTherapist.id,
      therapist.id,
    ]) {
      const wrong: [string, string | null][] = [[world.couple.id, to], ...couples().slice(1)];
      expect(await codeOf(leave(therapist.id, "PRACTICE", wrong))).toBe("NOT_FOUND");
    }
    expect(await codeOf(world.as("therapist").couples.page(couple()))).toBe("ok");
  });

  it("is not for the last owner, nor for oneself", async () => {
    expect(await codeOf(leave(world.people.owner.id, "PRACTICE", []))).toBe("INVALID");
    await boss().staff.saveRoles({ ...practice(), personId: world.people.coordinator.id, roles: ["OWNER"] });
    const other = await session(world.people.coordinator.userId);
    const input = { ...practice(), leaving: "PRACTICE" as const, handovers: [] };
    await other.staff.leave({ ...input, personId: world.people.owner.id });
    expect(await codeOf(boss().couples.list(practice()))).toBe("NOT_FOUND");
    expect(await codeOf(other.staff.leave({ ...input, personId: world.people.coordinator.id }))).toBe("INVALID");
  });
});

it("takes the doors of a clinician away when their row ends, and of everyone when the couple's state says so", async () => {
  const row = { coupleId: world.couple.id, personId: world.people.therapist.id };
  await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ENDED" } });
  // Ended work stays readable to those who treated it and to the two themselves, and nothing new is taken.
  expect(await codeOf(world.as("therapist").couples.page(couple()))).toBe("ok");
  expect(await codeOf(world.as("alex").checkIns.us({ coupleId: world.couple.id }))).toBe("ok");
  const pulse = { coupleId: world.couple.id, trust: 5, communication: null, intimacy: null, connection: null };
  expect(await codeOf(world.as("alex").pulse.save(pulse))).toBe("CLOSED");
  await owner.coupleClinician.updateMany({ where: row, data: { endsAt: new Date() } });
  expect(await codeOf(world.as("therapist").couples.page(couple()))).toBe("NOT_FOUND");
});
