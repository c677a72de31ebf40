import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, fromColumn, instantAt, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { extendOccurrences } from "@/server/jobs/extend-occurrences";
import { openWeeks } from "@/server/jobs/open-weeks";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import { movedClock } from "@/tests/factories/moved-clock";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

const clock = movedClock();
const zone = "America/New_York";
let world: TwoPractices;
let owner: Client;
let first: string;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const at = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const day = (days: number) => addDays(first, days);
const morning = (days: number) => clock.to(instantAt(day(days), 8, zone));
const therapist = () => world.as("therapist");
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

/** Every test begins on the same day, with no homework, no program, nobody away and nothing owed. */
beforeEach(async () => {
  await clock.to(new Date());
  first = civilDate(now(), zone);
  const over = { state: "ENDED" as const, endedAt: now(), pausedOn: null };
  await owner.enrolment.updateMany({ where: { ...at(), state: { in: ["ACTIVE", "PAUSED"] } }, data: over });
  await owner.assignment.updateMany({ where: at(), data: over });
  await owner.reminder.deleteMany();
  const long = new Date("2099-01-01");
  await owner.session.updateMany({ data: { expiresAt: long, idleExpiresAt: long } });
  for (const { absenceId } of (await therapist().absences.page(at())).absences)
    await therapist().absences.cancel({ ...at(), absenceId });
});

async function begin(every: "day" | "week" = "day", startsOn = first) {
  const { assignmentId } = await therapist().homework.assign({
    ...{ ...at(), clientId: crypto.randomUUID(), strategyKey: "say-i", mode: "EACH", knownToBoth: true, startsOn },
    ...{ personIds: [world.people.alex.id, world.people.sam.id], cadence: { every, times: 1 }, endsOn: null, note: "" },
  });
  const resting = async () => {
    const where = { assignmentId, personId: world.people.alex.id, rests: true };
    const rows = await owner.occurrence.findMany({ where, orderBy: { ordinal: "asc" } });
    return rows.map((row) => fromColumn(row.opensOn));
  };
  return { which: { ...at(), assignmentId }, resting };
}

async function leave(from: number, until: number, changes: { homeworkRests?: boolean; covered?: boolean } = {}) {
  const clientId = crypto.randomUUID();
  const personId = changes.covered ? world.staffing.colleague.id : null;
  await therapist().absences.plan({
    ...{
      ...at(),
      clientId,
      startsOn: day(from),
      endsOn: day(until),
      covers: [{ coupleId: world.couple.id, personId }],
    },
    homeworkRests: changes.homeworkRests ?? true,
  });
  return clientId;
}

const days = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, index) => day(from + index));
const today = (who: "alex" | "sam") => world.as(who).homework.today({ coupleId: world.couple.id });

describe("homework while its therapist is away", () => {
  it("rests where nobody covers: windows inside the days away, not those that reach beyond them", async () => {
    const daily = await begin("day");
    const weekly = await begin("week");
    await leave(3, 15);
    expect(await daily.resting()).toEqual(days(3, 15));
    expect(await weekly.resting()).toEqual([day(7)]);
  });

  it("goes on where a colleague covers, or where the therapist wants it so, and follows a change of either", async () => {
    const { resting } = await begin();
    const absenceId = await leave(3, 6, { covered: true });
    expect(await resting()).toEqual([]);
    const change = { ...at(), absenceId, startsOn: day(3), endsOn: day(6), homeworkRests: true };
    const covers = [{ coupleId: world.couple.id, personId: null }];
    await therapist().absences.change({ ...change, covers });
    expect(await resting()).toEqual(days(3, 6));
    await therapist().absences.change({ ...change, covers, homeworkRests: false });
    expect(await resting()).toEqual([]);
    await therapist().absences.change({ ...change, covers, endsOn: day(4) });
    expect(await resting()).toEqual(days(3, 4));
  });

  it("begins to rest at a day boundary, and comes back from the day on which the leave is called off", async () => {
    const { which, resting } = await begin();
    await morning(1);
    const absenceId = await leave(1, 5);
    expect(await resting()).toEqual(days(2, 5));
    expect((await today("alex")).open).toHaveLength(1);
    await morning(4);
    const page = await today("sam");
    expect([page.open.length, page.resting]).toEqual([0, true]);
    const seen = async () =>
      (await therapist().couples.page(at())).homework.find((one) => one.assignmentId === which.assignmentId);
    expect((await seen())?.rests).toBe(true);
    await therapist().absences.cancel({ ...at(), absenceId });
    expect(await resting()).toEqual(days(2, 3));
    expect([(await today("sam")).open.length, (await today("sam")).resting]).toEqual([1, false]);
    const row = await seen();
    expect(row?.rests).toBe(false);
    // Only the two days before, which nobody answered, were missed.
    const missed = ["none", "none"];
    expect(row?.forPartners.map((one) => one.marks)).toEqual([missed, missed]);
  });

  it("keeps what was answered, takes no new answer while it rests, and says only that plans changed", async () => {
    const { resting } = await begin();
    const [open] = (await today("alex")).open;
    const answer = (occurrenceId: string) =>
      world.as("alex").checkIns.submit({
        ...{ coupleId: world.couple.id, occurrenceId, clientId: crypto.randomUUID(), result: "DONE", words: "" },
        ...{ difficulty: 2, usefulness: 3, visibility: "THERAPIST" },
      });
    await answer(open?.occurrenceId ?? "");
    await leave(1, 4);
    expect(await resting()).toEqual(days(1, 4));
    await morning(1);
    const row = await owner.occurrence.findFirstOrThrow({
      where: { ...at(), personId: world.people.alex.id, rests: true, opensOn: new Date(day(1)) },
    });
    expect(await codeOf(answer(row.id))).toBe("CLOSED");
    const page = await world.as("alex").homework.open({ coupleId: world.couple.id, occurrenceId: row.id });
    expect([page.writable, page.resting, page.ended]).toEqual([false, true, false]);
    const answered = await world.as("alex").homework.open({
      ...{ coupleId: world.couple.id, occurrenceId: open?.occurrenceId ?? "" },
    });
    expect([answered.checkIn?.result, answered.writable]).toEqual(["DONE", true]);
  });

  it("is added at rest by whoever adds windows, while homework given for these very days is asked", async () => {
    const { resting } = await begin();
    await leave(50, 70);
    expect(await resting()).toEqual(days(50, 56));
    await morning(10);
    await extendOccurrences();
    expect(await resting()).toEqual(days(50, 66));
    const meant = await begin("day", day(52));
    expect(await meant.resting()).toEqual([]);
  });

  it("owes no mail of what rests, due or missed", async () => {
    await begin();
    await leave(2, 5);
    const owed = async () => {
      await sweepReminders();
      const kind = { in: ["HOMEWORK_DUE" as const, "HOMEWORK_MISSED" as const] };
      const rows = await owner.reminder.findMany({ where: { kind, personId: world.people.alex.id } });
      return [...new Set(rows.map((row) => row.subject))].sort();
    };
    const evening = (after: number) => clock.to(instantAt(day(after), 22, zone));
    const inside = (subjects: string[]) => subjects.filter((subject) => days(2, 5).includes(subject));
    await evening(3);
    expect(inside(await owed())).toEqual([]);
    await evening(7);
    const after = await owed();
    expect([inside(after), after.includes(day(1)), after.includes(day(6))]).toEqual([[], true, true]);
  });

  it("counts as no silence, and opens no week of a program by its date", async () => {
    await therapist().safety.record({
      ...{ ...at(), clientId: crypto.randomUUID(), standing: "JOINT", eachAlone: true, note: "" },
      lookAgainOn: day(300),
    });
    const programKey = "a-gentle-start";
    await therapist().programs.enrol({ ...at(), clientId: crypto.randomUUID(), programKey, startsOn: first });
    await begin();
    await leave(5, 20);
    const states = async () => (await therapist().programs.standing(at())).current?.weeks.map((week) => week.state);
    const silent = async () => {
      const page = await therapist().caseload.page(at());
      const row = page.couples.find(({ coupleId }) => coupleId === world.couple.id);
      return row?.reasons.filter((reason) => reason.kind === "silent").length;
    };
    await morning(20);
    await openWeeks();
    expect([await states(), await silent()]).toEqual([["OPEN", "WAITING", "WAITING"], 0]);
    await morning(21);
    await openWeeks();
    expect(await states()).toEqual(["DONE", "OPEN", "WAITING"]);
    await morning(60);
    expect(await silent()).toBe(1);
  });
});

describe("homework that was ended", () => {
  it("keeps the open window of both as a place for a draft, asked of nobody and missed by nobody", async () => {
    const { which, resting } = await begin("week");
    const [open] = (await today("sam")).open;
    await therapist().homework.end(which);
    expect(await resting()).toEqual([first]);
    expect([(await today("sam")).open, (await today("sam")).resting]).toEqual([[], false]);
    const page = await world.as("sam").homework.open({
      ...{ coupleId: world.couple.id, occurrenceId: open?.occurrenceId ?? "" },
    });
    expect([page.writable, page.resting, page.ended]).toEqual([false, false, true]);
    await morning(9);
    const row = (await therapist().couples.page(at())).homework.find((one) => one.assignmentId === which.assignmentId);
    expect(row?.forPartners.map((one) => one.marks) ?? [[], []]).toEqual([[], []]);
  });
});
