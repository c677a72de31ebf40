import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, fromColumn, instantAtTime, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { windowChanges } from "@/server/features/homework/policy.grid";
import { extendOccurrences } from "@/server/jobs/extend-occurrences";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

const zone = "America/New_York";
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
beforeEach(async () => {
  await owner.appointment.deleteMany({ where: { coupleId: world.couple.id } });
  await owner.appointmentRhythm.deleteMany({ where: { coupleId: world.couple.id } });
});

const today = () => civilDate(now(), zone);
const day = (days: number) => addDays(today(), days);
const couple = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );
const page = () => world.as("coordinator").appointments.page(couple());
const create = async (on: string, time = "10:00") => {
  const clientId = crypto.randomUUID();
  await world.as("coordinator").appointments.create({ ...couple(), clientId, on, time, minutes: 50 });
  return clientId;
};
const move = (appointmentId: string, on: string) =>
  world.as("coordinator").appointments.move({ ...couple(), appointmentId, on, time: "10:00", minutes: 50 });
const skip = (appointmentId: string, skipped: boolean) =>
  world.as("coordinator").appointments.skip({ ...couple(), appointmentId, skipped });
const nextOfSam = async () => (await world.as("sam").homework.today({ coupleId: world.couple.id })).nextAppointment;

describe("appointments", () => {
  it("follow a rhythm on the wall clock, and are there once however often the form is sent", async () => {
    const input = {
      ...couple(),
      clientId: crypto.randomUUID(),
      startsOn: day(3),
      time: "16:30",
      weeks: 2,
      minutes: 50,
    };
    await world.as("coordinator").appointments.setRhythm(input);
    await world.as("coordinator").appointments.setRhythm(input);
    const { coming, rhythm } = await page();
    expect(coming.map((one) => one.on)).toEqual(Array.from({ length: 13 }, (_, index) => day(3 + 14 * index)));
    expect(new Set(coming.map((one) => one.time))).toEqual(new Set(["16:30"]));
    expect(rhythm).toMatchObject({ startsOn: day(3), weeks: 2, time: "16:30" });
    expect(await nextOfSam()).toEqual(instantAtTime(day(3), "16:30", zone));
    await extendOccurrences();
    expect((await page()).coming).toHaveLength(13);
  });

  it("are shown to both partners as day and hour, moved and skipped ones as they are now", async () => {
    const id = await create(day(2));
    await create(day(9), "12:00");
    await move(id, day(4));
    expect(await nextOfSam()).toEqual(instantAtTime(day(4), "10:00", zone));
    await skip(id, true);
    await skip(id, true);
    expect(await nextOfSam()).toEqual(instantAtTime(day(9), "12:00", zone));
    expect((await page()).coming.map((one) => one.state)).toEqual(["SKIPPED", "PLANNED"]);
    await skip(id, false);
    expect(await nextOfSam()).toEqual(instantAtTime(day(4), "10:00", zone));
    const seen = JSON.stringify(await world.as("sam").homework.today({ coupleId: world.couple.id }));
    expect(seen).not.toContain("skipped");
  });

  it("of a rhythm keep their place when moved, and go with it when it ends", async () => {
    const input = {
      ...couple(),
      clientId: crypto.randomUUID(),
      startsOn: day(1),
      time: "09:00",
      weeks: 1,
      minutes: 50,
    };
    await world.as("therapist").appointments.setRhythm(input);
    const [first] = (await page()).coming;
    await move(first?.appointmentId ?? "", day(3));
    await extendOccurrences();
    expect((await page()).coming.slice(0, 2)).toMatchObject([
      { on: day(3), movedFrom: day(1) },
      { on: day(8), movedFrom: null },
    ]);
    await world.as("therapist").appointments.endRhythm({ ...couple(), rhythmId: input.clientId });
    await world.as("therapist").appointments.endRhythm({ ...couple(), rhythmId: input.clientId });
    expect(await page()).toMatchObject({ coming: [], rhythm: null, next: null });
    await extendOccurrences();
    expect((await page()).coming).toEqual([]);
  });

  it("give way to a new rhythm, while single ones stay", async () => {
    await create(day(5));
    const set = (startsOn: string) =>
      world.as("owner").appointments.setRhythm({
        ...couple(),
        ...{ clientId: crypto.randomUUID(), startsOn, time: "09:00", weeks: 4, minutes: 50 },
      });
    await set(day(1));
    await set(day(2));
    expect((await page()).coming.slice(0, 3).map((one) => one.on)).toEqual([day(2), day(5), day(30)]);
  });

  it("are refused in the past, too far away, and once they have begun", async () => {
    expect(await codeOf(create(day(-1)))).toBe("INVALID");
    expect(await codeOf(create(day(800)))).toBe("INVALID");
    const id = await create(day(1));
    await owner.appointment.updateMany({ where: { id }, data: { startsAt: new Date(now().getTime() - 60_000) } });
    expect([await codeOf(move(id, day(2))), await codeOf(skip(id, true))]).toEqual(["CLOSED", "CLOSED"]);
    expect((await page()).past.map((one) => one.appointmentId)).toEqual([id]);
  });

  it("may be seen but not changed by a therapist who does not treat the couple", async () => {
    const { schedules, treats } = await world.as("second").appointments.page(couple());
    expect([schedules, treats]).toEqual([false, false]);
    const input = { ...couple(), clientId: crypto.randomUUID(), on: day(2), time: "10:00", minutes: 50 };
    expect(await codeOf(world.as("second").appointments.create(input))).toBe("NOT_FOUND");
  });

  it("in the therapist's time away are off, come back when it is called off, and nobody who schedules sees why", async () => {
    await create(day(6));
    await create(day(13));
    const away = { practiceId: world.practiceId, startsOn: day(5), endsOn: day(8), covers: [], homeworkRests: false };
    const clientId = crypto.randomUUID();
    await world.as("therapist").absences.plan({ ...away, clientId });
    expect((await page()).coming.map((one) => one.state)).toEqual(["AWAY", "PLANNED"]);
    expect(await nextOfSam()).toEqual(instantAtTime(day(13), "10:00", zone));
    await create(day(7));
    expect((await page()).coming.map((one) => one.state)).toEqual(["AWAY", "AWAY", "PLANNED"]);
    await world.as("therapist").absences.cancel({ practiceId: world.practiceId, absenceId: clientId });
    expect((await page()).coming.map((one) => one.state)).toEqual(["PLANNED", "PLANNED", "PLANNED"]);
  });
});

describe("homework until the next appointment", () => {
  const noPlan = { why: "", when: "", obstacle: "", tiny: "", hour: "" as const, confidence: null };
  const fields = {
    ...{ cadence: { every: "week" as const, times: 2 }, endsOn: null, untilAppointment: true },
    ...{ note: "", plan: noPlan, knownToBoth: true },
  };
  const assign = async (startsOn = today()) =>
    (
      await world.as("therapist").homework.assign({
        ...couple(),
        clientId: crypto.randomUUID(),
        ...{ strategyKey: "listen-actively", mode: "EACH" as const, startsOn, ...fields },
        personIds: [world.people.alex.id, world.people.sam.id],
      })
    ).assignmentId;
  const stored = async (id: string) => {
    const row = await owner.assignment.findFirstOrThrow({ where: { id } });
    return { ...row, endsOn: row.endsOn && fromColumn(row.endsOn), startsOn: fromColumn(row.startsOn) };
  };
  /** A partner's windows, and what still separates them from what the rules say: nothing. */
  const windows = async (id: string, who: "alex" | "sam" = "sam") => {
    const { cadence, gridOn, gridOrdinal, endsOn, startsOn } = await stored(id);
    const rows = await owner.occurrence.findMany({
      where: { assignmentId: id, personId: world.people[who].id },
      include: { checkIn: { select: { id: true } } },
      orderBy: { ordinal: "asc" },
    });
    const plain = rows.map((row) => ({
      ...{ id: row.id, ordinal: row.ordinal, answered: row.checkIn !== null },
      ...{ opensOn: fromColumn(row.opensOn), dueOn: fromColumn(row.dueOn) },
    }));
    const grid = {
      cadence: cadence as typeof fields.cadence,
      gridOn: gridOn ? fromColumn(gridOn) : startsOn,
      gridOrdinal,
      endsOn,
    };
    expect(windowChanges(plain, grid, today(), day(56))).toEqual({ gone: [], moved: [], missing: [] });
    return plain.map((row) => [row.opensOn, row.dueOn]);
  };

  it("ends on its day, and moves with it whoever moves it, in the same step; what was answered stays", async () => {
    const first = await create(day(10));
    const id = await assign();
    expect(await windows(id)).toEqual([0, 0, 7, 7].map((at) => [day(at), day(at === 7 ? 10 : 6)]));
    const [open] = await owner.occurrence.findMany({
      where: { assignmentId: id, personId: world.people.alex.id },
      orderBy: { ordinal: "asc" },
    });
    await world.as("alex").checkIns.submit({
      ...{ coupleId: world.couple.id, occurrenceId: open?.id ?? "", clientId: crypto.randomUUID() },
      ...{ result: "DONE", difficulty: null, usefulness: null, visibility: "PRIVATE", words: "" },
    });
    await move(first, day(3));
    expect((await stored(id)).endsOn).toBe(day(3));
    expect(await windows(id)).toEqual([0, 0].map((at) => [day(at), day(3)]));
    expect(await windows(id, "alex")).toEqual([
      [day(0), day(6)],
      [day(0), day(3)],
    ]);
    await move(first, day(17));
    expect(await windows(id)).toEqual([0, 0, 7, 7, 14, 14].map((at) => [day(at), day(at === 14 ? 17 : at + 6)]));
    await create(day(24));
    await skip(first, true);
    expect((await stored(id)).endsOn).toBe(day(24));
    expect(await windows(id)).toHaveLength(8);
    await skip(first, false);
    expect((await stored(id)).endsOn).toBe(day(17));
    expect(await windows(id)).toHaveLength(6);
  });

  it("counts the first appointment after its start, not one on that day", async () => {
    await create(today(), "23:59");
    await create(day(8));
    expect((await stored(await assign())).endsOn).toBe(day(8));
    expect((await stored(await assign(day(8)))).endsOn).toBe(day(8 + 55));
  });

  it("ends eight weeks on where none stands, until one is set", async () => {
    const id = await assign();
    expect((await stored(id)).endsOn).toBe(day(55));
    expect((await windows(id)).at(-1)).toEqual([day(49), day(55)]);
    const input = {
      ...couple(),
      clientId: crypto.randomUUID(),
      startsOn: day(5),
      time: "09:00",
      weeks: 1,
      minutes: 50,
    };
    await world.as("coordinator").appointments.setRhythm(input);
    expect((await stored(id)).endsOn).toBe(day(5));
    await world.as("coordinator").appointments.endRhythm({ ...couple(), rhythmId: input.clientId });
    expect((await stored(id)).endsOn).toBe(day(55));
    expect(await windows(id)).toHaveLength(16);
  });

  it("goes past the therapist's time away, and back when that is called off", async () => {
    await create(day(6));
    await create(day(13));
    const id = await assign();
    const clientId = crypto.randomUUID();
    const away = {
      practiceId: world.practiceId,
      startsOn: day(5),
      endsOn: day(8),
      covers: [],
      homeworkRests: false,
      clientId,
    };
    await world.as("therapist").absences.plan(away);
    expect((await stored(id)).endsOn).toBe(day(13));
    await world.as("therapist").absences.cancel({ practiceId: world.practiceId, absenceId: clientId });
    expect((await stored(id)).endsOn).toBe(day(6));
    await windows(id);
  });

  it("moves while it rests too; resumed after the appointment has passed it runs until the next one", async () => {
    const first = await create(day(4));
    const id = await assign();
    await world.as("therapist").homework.pause({ ...couple(), assignmentId: id });
    await move(first, day(5));
    expect((await stored(id)).endsOn).toBe(day(5));
    expect(await owner.occurrence.count({ where: { assignmentId: id, opensOn: { gt: new Date(day(0)) } } })).toBe(0);
    await owner.$executeRawUnsafe(`UPDATE assignment SET starts_on = starts_on - 9, ends_on = ends_on - 9, paused_on = paused_on - 9,
      until_after = until_after - 9 WHERE id = '${id}'`);
    await owner.appointment.deleteMany({ where: { coupleId: world.couple.id } });
    await create(day(3));
    await world.as("therapist").homework.resume({ ...couple(), assignmentId: id });
    expect((await stored(id)).endsOn).toBe(day(3));
  });

  it("is a choice that can be taken up and given up later", async () => {
    await create(day(4));
    const id = await assign();
    const edit = (change: { untilAppointment: boolean; endsOn: string | null }) =>
      world.as("therapist").homework.edit({ ...couple(), assignmentId: id, ...fields, ...change });
    await edit({ untilAppointment: false, endsOn: day(20) });
    await create(day(2));
    expect((await stored(id)).endsOn).toBe(day(20));
    await edit({ untilAppointment: true, endsOn: null });
    expect((await stored(id)).endsOn).toBe(day(2));
    await edit({ untilAppointment: true, endsOn: null });
    const form = await world.as("therapist").homework.editForm({ ...couple(), assignmentId: id });
    expect(form).toMatchObject({ fields: { untilAppointment: true, endsOn: day(2) }, appointments: [day(2), day(4)] });
    await windows(id);
  });

  it("of another couple is not touched", async () => {
    const before = await owner.assignment.findMany({
      where: { coupleId: { not: world.couple.id } },
      orderBy: { id: "asc" },
    });
    await create(day(2));
    expect(
      await owner.assignment.findMany({ where: { coupleId: { not: world.couple.id } }, orderBy: { id: "asc" } }),
    ).toEqual(before);
  });
});
