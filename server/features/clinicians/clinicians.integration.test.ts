import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import { addDays, civilDate } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { createCaller } from "@/server/trpc/root";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
let colleague: ReturnType<typeof createCaller>;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  const { secret } = await createSession(world.staffing.colleague.userId, true, "test");
  colleague = createCaller({ secret, device: "test" });
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});
/** The couple as it began: the therapist alone treats it, and everyone has their roles. */
beforeEach(async () => {
  const at = new Date("2026-01-01");
  await owner.$executeRaw`UPDATE staff_role SET ended_at = NULL WHERE person_id IN (${world.people.therapist.id}::uuid, ${world.staffing.colleague.id}::uuid)`;
  await owner.reminder.deleteMany();
  await owner.coupleClinician.deleteMany({ where: { coupleId: world.couple.id } });
  await owner.breakGlass.deleteMany();
  const row = { practiceId: world.practiceId, coupleId: world.couple.id, personId: world.people.therapist.id };
  await owner.coupleClinician.create({ data: { ...row, role: "PRIMARY", startsAt: at } });
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const couple = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const today = () => civilDate(new Date(), "America/New_York");
const add = (changes: Record<string, unknown> = {}) => ({
  ...couple(),
  clientId: crypto.randomUUID(),
  personId: world.staffing.colleague.id,
  role: "COVERING" as const,
  until: addDays(today(), 3),
  ...changes,
});
const hand = (changes: Record<string, unknown> = {}) => ({
  ...couple(),
  clientId: crypto.randomUUID(),
  personId: world.staffing.colleague.id,
  stayUntil: null,
  ...changes,
});
const reads = (api: ReturnType<typeof createCaller>) => codeOf(api.couples.page(couple()));
const therapist = () => world.as("therapist");
const mailed = async () =>
  (await owner.reminder.findMany({ where: { kind: "ACCESS_NOTICE" } })).map((row) => row.personId);

describe("the two partners", () => {
  const readers = async (who: "alex" | "sam") =>
    (await world.as(who).reminders.me({ coupleId: world.couple.id })).readers;

  it("see by name who reads them and until when, both the same, and nobody who does not", async () => {
    expect((await readers("alex")).present.map((one) => [one.name, one.role, one.until])).toEqual([
      ["Therapist", "PRIMARY", null],
    ]);
    await therapist().clinicians.add(add());
    const input = add({ personId: world.people.second.id, role: "SUPERVISOR", until: null });
    await therapist().clinicians.add(input);
    const both = await readers("alex");
    expect(both.present.map((one) => [one.name, one.role, one.until])).toEqual([
      ["Therapist", "PRIMARY", null],
      ["Second", "SUPERVISOR", null],
      ["Helper", "COVERING", addDays(today(), 3)],
    ]);
    expect(await readers("sam")).toEqual(both);
    await therapist().clinicians.end({ ...couple(), coupleClinicianId: input.clientId });
    expect((await readers("sam")).present.map((one) => one.name)).toEqual(["Therapist", "Helper"]);
  });

  it("see that somebody was let in by emergency access and when, during it and ever after, and not why", async () => {
    const at = new Date();
    const [from, to] = [new Date(at.getTime() - 5 * 86_400_000), new Date(at.getTime() - 3 * 86_400_000)];
    const breakGlassId = crypto.randomUUID();
    const base = { practiceId: world.practiceId, coupleId: world.couple.id, startsAt: from, endsAt: to };
    await owner.breakGlass.create({
      data: {
        ...{ ...base, id: breakGlassId, reason: "LEGAL_DUTY" },
        ...{ openedById: world.people.owner.id, grantedToId: world.people.second.id },
      },
    });
    const row = { ...base, personId: world.people.second.id, role: "COVERING" as const, breakGlassId };
    await owner.coupleClinician.create({ data: { ...row, addedById: world.people.owner.id } });
    const seen = await readers("alex");
    expect(seen.present.map((one) => one.name)).not.toContain("Second");
    expect(seen.emergencies.map(({ rowId: _, ...one }) => one)).toEqual([
      { name: "Second", from: civilDate(from, "America/New_York"), until: civilDate(to, "America/New_York") },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/LEGAL|owner/i);
    expect(await readers("sam")).toEqual(seen);
    await owner.coupleClinician.deleteMany({ where: { breakGlassId } });
    await owner.breakGlass.deleteMany({ where: { id: breakGlassId } });
  });
});

describe("letting a colleague read", () => {
  it("opens the couple to them at once, tells them by one neutral mail, and is stored once", async () => {
    const input = add();
    expect(await reads(colleague)).toBe("NOT_FOUND");
    await therapist().clinicians.add(input);
    await therapist().clinicians.add(input);
    expect(await reads(colleague)).toBe("ok");
    const page = await therapist().clinicians.page(couple());
    expect(page.now.map((row) => [row.name, row.role, row.until, row.addedBy])).toEqual([
      ["Therapist", "PRIMARY", null, null],
      ["Helper", "COVERING", addDays(today(), 3), "Therapist"],
    ]);
    expect(await mailed()).toEqual([world.staffing.colleague.id]);
  });

  it("ends at once for a session that is open, and the history keeps who ended it", async () => {
    const input = add({ role: "SUPERVISOR", until: null });
    await therapist().clinicians.add(input);
    expect(await reads(colleague)).toBe("ok");
    await therapist().clinicians.end({ ...couple(), coupleClinicianId: input.clientId });
    expect(await reads(colleague)).toBe("NOT_FOUND");
    await therapist().clinicians.end({ ...couple(), coupleClinicianId: input.clientId });
    const page = await therapist().clinicians.page(couple());
    expect(page.earlier.map((row) => [row.name, row.until, row.endedBy])).toEqual([["Helper", today(), "Therapist"]]);
  });

  it("gives a covering colleague no say over who else reads, and lets them step away", async () => {
    const input = add();
    await therapist().clinicians.add(input);
    const page = await colleague.clinicians.page(couple());
    expect([page.reads, page.manages, page.primary]).toEqual([true, false, false]);
    expect(await codeOf(colleague.clinicians.add(add({ personId: world.people.second.id })))).toBe("NOT_FOUND");
    expect(await codeOf(colleague.clinicians.transfer(hand({ personId: world.people.second.id })))).toBe("NOT_FOUND");
    await colleague.clinicians.end({ ...couple(), coupleClinicianId: input.clientId });
    expect(await reads(colleague)).toBe("NOT_FOUND");
  });

  it("refuses a day that is over, oneself, somebody who reads for good already, and a last day where it is for good", async () => {
    expect(await codeOf(therapist().clinicians.add(add({ until: addDays(today(), -1) })))).toBe("INVALID");
    expect(await codeOf(therapist().clinicians.add(add({ personId: world.people.therapist.id })))).toBe("INVALID");
    await therapist().clinicians.add(add({ role: "SUPERVISOR", until: null }));
    expect(await codeOf(therapist().clinicians.add(add()))).toBe("INVALID");
    for (const wrong of [{ until: null }, { role: "SUPERVISOR" as const }]) {
      await expect(therapist().clinicians.add(add(wrong))).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
  });

  it("never ends the primary clinician without a transfer", async () => {
    const page = await therapist().clinicians.page(couple());
    const [primary] = page.now;
    const end = { ...couple(), coupleClinicianId: primary?.coupleClinicianId ?? "" };
    expect([primary?.mayEnd, await codeOf(therapist().clinicians.end(end))]).toEqual([false, "INVALID"]);
  });
});

describe("handing a couple over", () => {
  it("makes the other primary and lets the present one go at once", async () => {
    const input = hand();
    await therapist().clinicians.transfer(input);
    expect([await reads(colleague), await reads(therapist())]).toEqual(["ok", "NOT_FOUND"]);
    const page = await colleague.clinicians.page(couple());
    expect(page.now.map((row) => [row.name, row.role])).toEqual([["Helper", "PRIMARY"]]);
    expect(page.earlier.map((row) => [row.name, row.role, row.endedBy])).toEqual([
      ["Therapist", "PRIMARY", "Therapist"],
    ]);
    expect(await mailed()).toEqual([world.staffing.colleague.id]);
    // The new one reads what the former one wrote: notes and replies.
    const shown = await colleague.couples.page(couple());
    expect(JSON.stringify(shown)).toContain(world.words.note);
    expect(JSON.stringify(shown)).toContain(world.words.toBoth);
  });

  it("keeps the former one on as covering until a day", async () => {
    await therapist().clinicians.transfer(hand({ stayUntil: addDays(today(), 6) }));
    expect([await reads(colleague), await reads(therapist())]).toEqual(["ok", "ok"]);
    const page = await therapist().clinicians.page(couple());
    expect([page.manages, page.primary]).toEqual([false, false]);
    expect(page.now.map((row) => [row.name, row.role, row.until])).toEqual([
      ["Helper", "PRIMARY", null],
      ["Therapist", "COVERING", addDays(today(), 6)],
    ]);
  });

  it("turns a supervisor into the primary one without reading twice", async () => {
    await therapist().clinicians.add(add({ role: "SUPERVISOR", until: null }));
    await therapist().clinicians.transfer(hand());
    const page = await colleague.clinicians.page(couple());
    expect(page.now.map((row) => [row.name, row.role])).toEqual([["Helper", "PRIMARY"]]);
  });
});

describe("emergency access", () => {
  const open = (changes: Record<string, unknown> = {}) => ({
    ...couple(),
    clientId: crypto.randomUUID(),
    personId: world.staffing.colleague.id,
    reason: "CLINICIAN_LEFT" as const,
    days: 3,
    ...changes,
  });
  const therapistStops = () =>
    owner.$executeRaw`UPDATE staff_role SET ended_at = '2026-01-02' WHERE person_id = ${world.people.therapist.id}::uuid`;

  it("is refused to an owner while somebody treats the couple", async () => {
    const page = await world.as("owner").clinicians.page(couple());
    expect([page.nobody, page.mayOpen, page.reads]).toEqual([false, false, false]);
    expect(await codeOf(world.as("owner").clinicians.openEmergency(open()))).toBe("CLINICIAN_PRESENT");
  });

  it("lets a therapist in for some days, with its reason on the page, and tells everyone concerned", async () => {
    await therapistStops();
    const list = await world.as("owner").couples.list({ practiceId: world.practiceId });
    expect(list.couples.find(({ coupleId }) => coupleId === world.couple.id)).toMatchObject({
      nobody: true,
      clinicians: [],
    });
    const input = open();
    await world.as("owner").clinicians.openEmergency(input);
    await world.as("owner").clinicians.openEmergency(input);
    expect([await reads(colleague), await reads(world.as("owner"))]).toEqual(["ok", "NOT_FOUND"]);
    const page = await world.as("owner").clinicians.page(couple());
    expect(page.now.map((row) => [row.name, row.until, row.emergency, row.addedBy])).toEqual([
      ["Helper", addDays(today(), 2), "CLINICIAN_LEFT", "Owner"],
    ]);
    // Not the former clinician, whose roles have ended: nobody who no longer works here is told.
    expect((await mailed()).sort()).toEqual([world.staffing.colleague.id, world.people.owner.id].sort());
    expect(await codeOf(world.as("owner").clinicians.openEmergency(open()))).toBe("CLINICIAN_PRESENT");
    const logged = await owner.audit.findMany({
      where: { coupleId: world.couple.id, procedure: "clinicians.openEmergency", outcome: "ALLOWED" },
    });
    expect(logged.length).toBeGreaterThan(0);
  });

  it("is not offered to the owner for themself while another therapist is there", async () => {
    await therapistStops();
    const role = { practiceId: world.practiceId, personId: world.people.owner.id, role: "THERAPIST" as const };
    await owner.staffRole.create({ data: role });
    const { therapists } = await world.as("owner").clinicians.page(couple());
    expect(therapists.map((one) => one.name)).toContain("Helper");
    expect(therapists.map((one) => one.name)).not.toContain("Owner");
    const oneself = open({ personId: world.people.owner.id });
    expect(await codeOf(world.as("owner").clinicians.openEmergency(oneself))).toBe("INVALID");
    await owner.staffRole.deleteMany({ where: role });
  });

  it("tells a former clinician who still works here", async () => {
    await therapistStops();
    const role = { practiceId: world.practiceId, personId: world.people.therapist.id, role: "COORDINATOR" as const };
    await owner.staffRole.create({ data: role });
    await world.as("owner").clinicians.openEmergency(open());
    expect(await mailed()).toContain(world.people.therapist.id);
    await owner.staffRole.deleteMany({ where: role });
  });

  it("is ended early by an owner, at once; whoever was let in hands on, never to themself", async () => {
    await therapistStops();
    await world.as("owner").clinicians.openEmergency(open());
    const page = await colleague.clinicians.page(couple());
    expect([page.manages, page.primary]).toEqual([true, false]);
    expect(await codeOf(colleague.clinicians.transfer(hand()))).toBe("INVALID");
    expect(await codeOf(colleague.clinicians.add(add()))).toBe("INVALID");
    const [row] = page.now;
    await world.as("owner").clinicians.endEmergency({ ...couple(), coupleClinicianId: row?.coupleClinicianId ?? "" });
    expect(await reads(colleague)).toBe("NOT_FOUND");
    // The twin: handed on to another therapist, who treats the couple for good.
    await world.as("owner").clinicians.openEmergency(open());
    await colleague.clinicians.transfer(hand({ personId: world.people.second.id }));
    expect(await reads(world.as("second"))).toBe("ok");
  });

  it("lasts one day at least, fourteen at most", async () => {
    await therapistStops();
    for (const days of [0, 15]) {
      await expect(world.as("owner").clinicians.openEmergency(open({ days }))).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
    await world.as("owner").clinicians.openEmergency(open({ days: 14 }));
    expect(await reads(colleague)).toBe("ok");
  });
});

it("shows who reads to the couple's clinicians and to owners, and to nobody else", async () => {
  for (const name of ["second", "coordinator", "endedClinician", "alex", "otherOwner"] as const) {
    expect([name, await codeOf(world.as(name).clinicians.page(couple()))]).toEqual([name, "NOT_FOUND"]);
  }
  const { countStatements } = await import("@/tests/factories/statements");
  expect(await countStatements(() => therapist().clinicians.page(couple()))).toBeLessThanOrEqual(6);
});
