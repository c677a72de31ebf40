import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, instantAt, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { openWeeks } from "@/server/jobs/open-weeks";
import { movedClock } from "@/tests/factories/moved-clock";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

const clock = movedClock();
const zone = "America/New_York";
let world: TwoPractices;
let owner: Client;
let day: string;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const at = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const today = () => civilDate(now(), zone);
const therapist = () => world.as("therapist").programs;
const standing = async () => (await therapist().standing(at())).current;
/** A morning a number of days after the test began, worker included. */
const morning = async (days: number, worker = true) => {
  await clock.to(instantAt(addDays(day, days), 8, zone));
  if (worker) await openWeeks();
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError
        ? [error.cause.code, ...Object.values(error.cause.details.fields ?? {})].join(" ")
        : String(error),
  );
const enrol = (programKey = "a-gentle-start", startsOn = today()) =>
  therapist().enrol({ ...at(), clientId: crypto.randomUUID(), programKey, startsOn });
const states = async () => (await standing())?.weeks.map((week) => week.state).join(" ");
const cards = async (who: "alex" | "sam") =>
  (await world.as(who).homework.today({ coupleId: world.couple.id })).open.map((one) => one.title);
const line = async (who: "alex" | "sam") => (await world.as(who).homework.today({ coupleId: world.couple.id })).program;

/** Every test begins on the same day, with no program and no homework. */
beforeEach(async () => {
  await clock.to(new Date());
  day = today();
  const which = { practiceId: world.practiceId, coupleId: world.couple.id };
  const over = { state: "ENDED" as const, endedAt: now() };
  await owner.enrolment.updateMany({
    where: { ...which, state: { in: ["ACTIVE", "PAUSED"] } },
    data: { ...over, pausedOn: null },
  });
  await owner.assignment.updateMany({ where: which, data: { ...over, pausedOn: null } });
  await owner.safetyRecord.deleteMany({ where: which });
  await owner.session.updateMany({
    data: { expiresAt: new Date("2099-01-01"), idleExpiresAt: new Date("2099-01-01") },
  });
  await record();
});
const record = (record_: "JOINT" | "NOT_YET" = "JOINT") =>
  world.as("therapist").safety.record({
    ...{ ...at(), clientId: crypto.randomUUID(), standing: record_, eachAlone: true, note: "" },
    lookAgainOn: addDays(today(), 300),
  });

describe("a program", () => {
  it("begins today with its first week for both, one mail each, and goes on by its dates", async () => {
    await enrol();
    expect(await states()).toBe("OPEN WAITING WAITING");
    expect([await cards("alex"), await cards("sam")]).toEqual([
      ["Small gestures of affection"],
      ["Small gestures of affection"],
    ]);
    const given = await owner.assignment.findFirstOrThrow({ where: { coupleId: world.couple.id, state: "ACTIVE" } });
    expect(await owner.reminder.count({ where: { subject: given.id, kind: "HOMEWORK_NEW" } })).toBe(2);
    await morning(6);
    expect(await states()).toBe("OPEN WAITING WAITING");
    await morning(7);
    expect(await states()).toBe("DONE OPEN WAITING");
    expect(await cards("sam")).toEqual(["Be curious"]);
    await morning(21);
    await morning(28);
    expect((await therapist().standing(at())).past[0]).toMatchObject({
      title: "A gentle start",
      state: "FINISHED",
      opened: 3,
    });
  });

  it("begins on its day in the practice's zone, not before", async () => {
    await enrol("a-gentle-start", addDays(day, 3));
    expect([await states(), await line("alex")]).toEqual(["WAITING WAITING WAITING", null]);
    await clock.to(new Date(instantAt(addDays(day, 3), 0, zone).getTime() - 60_000));
    await openWeeks();
    expect(await states()).toBe("WAITING WAITING WAITING");
    await clock.to(new Date(instantAt(addDays(day, 3), 0, zone).getTime() + 60_000));
    await openWeeks();
    expect(await states()).toBe("OPEN WAITING WAITING");
  });

  it("opens one week after a month without a worker, however often and by however many it is opened", async () => {
    await enrol();
    await morning(30, false);
    await Promise.all([openWeeks(), openWeeks(), openWeeks()]);
    await openWeeks();
    expect(await states()).toBe("DONE OPEN WAITING");
    expect(await cards("alex")).toEqual(["Be curious"]);
    await morning(36);
    expect(await states()).toBe("DONE OPEN WAITING");
    await morning(37);
    expect(await states()).toBe("DONE DONE OPEN");
  });

  it("sent twice enrols once; a second program waits until the first has ended", async () => {
    const input = { ...at(), clientId: crypto.randomUUID(), programKey: "friends-first", startsOn: day };
    const first = await therapist().enrol(input);
    expect(await therapist().enrol(input)).toEqual(first);
    expect(await codeOf(enrol())).toBe("INVALID alreadyInProgram");
    await therapist().end({ ...at(), ...first });
    expect(await cards("alex")).toEqual([]);
    await therapist().end({ ...at(), ...first });
    expect(await codeOf(enrol())).toBe("ok");
  });

  it("needs a licence to begin, to open and to put a week in, and none to pause, skip or end", async () => {
    const { enrolmentId } = await enrol();
    const weeks = (await standing())?.weeks ?? [];
    const here = { ...at(), enrolmentId };
    await owner.licence.updateMany({ where: { status: "VERIFIED" }, data: { status: "SUSPENDED" } });
    const next = { ...here, weekId: weeks[1]?.weekId ?? "" };
    const added = {
      ...here,
      clientId: crypto.randomUUID(),
      afterWeekId: next.weekId,
      repeatWeekId: null,
      strategies: ["say-i"],
    };
    const tried = [
      await codeOf(enrol()),
      await codeOf(therapist().open(next)),
      await codeOf(therapist().insert({ ...added, opens: "DATE" })),
      await codeOf(therapist().pause(here)),
      await codeOf(therapist().resume(here)),
      await codeOf(therapist().skip({ ...next, skipped: true })),
      await codeOf(therapist().end(here)),
    ];
    await owner.licence.updateMany({ where: { status: "SUSPENDED" }, data: { status: "VERIFIED" } });
    expect(tried).toEqual([...Array(3).fill("LICENCE_NEEDED"), ...Array(4).fill("ok")]);
  });

  it("keeps a week with joint work shut until it is recorded as possible, and says so to the therapist alone", async () => {
    await record("NOT_YET");
    const { enrolmentId } = await enrol();
    expect(await standing()).toMatchObject({ jointFault: "jointNotNow", kept: true, opened: 0 });
    const weekId = (await standing())?.weeks[0]?.weekId ?? "";
    expect(await codeOf(therapist().open({ ...at(), enrolmentId, weekId }))).toBe("INVALID jointNotNow");
    await openWeeks();
    expect([await states(), await line("sam")]).toEqual(["WAITING WAITING WAITING", null]);
    await morning(10);
    await record();
    await openWeeks();
    expect(await states()).toBe("OPEN WAITING WAITING");
    expect((await standing())?.weeks[1]?.opensOn).toBe(addDays(day, 17));
  });

  it("waits for the therapist's word where the program says so; the word ends the week before", async () => {
    const { enrolmentId } = await enrol("close-again");
    for (const days of [7, 14, 21, 60]) await morning(days);
    expect(await states()).toBe("DONE DONE OPEN WAITING WAITING WAITING");
    const weeks = (await standing())?.weeks ?? [];
    expect(weeks.map((week) => week.opensOn)).toEqual([null, null, null, null, null, null]);
    const open = (index: number) => therapist().open({ ...at(), enrolmentId, weekId: weeks[index]?.weekId ?? "" });
    expect(await codeOf(open(5))).toBe("CHANGED_MEANWHILE");
    await open(3);
    await open(3);
    expect(await cards("alex")).toEqual(["Be vulnerable"]);
    await open(4);
    expect((await cards("alex")).sort()).toEqual(["Be vulnerable", "Small gestures of affection"]);
    expect((await standing())?.weeks[3]).toMatchObject({ state: "DONE", byWord: true });
  });

  it("rests with its homework, and goes on for the days that were left", async () => {
    const { enrolmentId } = await enrol();
    await morning(2);
    await therapist().pause({ ...at(), enrolmentId });
    await therapist().pause({ ...at(), enrolmentId });
    expect([await cards("alex"), (await line("alex"))?.paused]).toEqual([[], true]);
    await morning(20);
    expect(await states()).toBe("OPEN WAITING WAITING");
    await therapist().resume({ ...at(), enrolmentId });
    await therapist().resume({ ...at(), enrolmentId });
    expect(await cards("alex")).toEqual(["Small gestures of affection"]);
    const [first, second] = (await standing())?.weeks ?? [];
    expect([first?.endsOn, second?.opensOn]).toEqual([addDays(day, 24), addDays(day, 25)]);
    const open = (await world.as("alex").homework.today({ coupleId: world.couple.id })).open;
    expect(open.every((one) => one.dueOn <= addDays(day, 24) && one.dueOn >= addDays(day, 20))).toBe(true);
    await morning(25);
    expect(await states()).toBe("DONE OPEN WAITING");
  });

  it("skips, takes that back, and takes weeks in: chosen ones, and one that was there before", async () => {
    const { enrolmentId } = await enrol();
    const here = { ...at(), enrolmentId };
    const [first, second, third] = (await standing())?.weeks ?? [];
    const [one, two, three] = [first?.weekId ?? "", second?.weekId ?? "", third?.weekId ?? ""];
    await therapist().skip({ ...here, weekId: two, skipped: true });
    expect((await standing())?.weeks.map((week) => [week.number, week.opensOn])).toEqual([
      [1, null],
      [null, null],
      [2, addDays(day, 7)],
    ]);
    await therapist().skip({ ...here, weekId: two, skipped: false });
    const chosen = {
      ...here,
      clientId: crypto.randomUUID(),
      afterWeekId: one,
      repeatWeekId: null,
      strategies: ["say-i"],
    };
    await therapist().insert({ ...chosen, opens: "DATE" });
    await therapist().insert({ ...chosen, opens: "DATE" });
    const again = { ...here, clientId: crypto.randomUUID(), afterWeekId: three, repeatWeekId: one, strategies: [] };
    await therapist().insert({ ...again, opens: "THERAPIST" });
    expect((await standing())?.weeks.map((week) => week.title)).toEqual([
      "One kind thing",
      "Say “I”",
      "One question",
      "One turn each",
      "One kind thing",
    ]);
    expect(
      await codeOf(therapist().insert({ ...chosen, clientId: crypto.randomUUID(), afterWeekId: null, opens: "DATE" })),
    ).toBe("CHANGED_MEANWHILE");
  });

  it("never lets a date begin an apology, in a program or put in", async () => {
    const { enrolmentId } = await enrol("rebuilding-trust");
    const weeks = (await standing())?.weeks ?? [];
    const apology = weeks.find((week) => week.opens === "THERAPIST");
    expect(apology?.mayOpenByDate).toBe(false);
    const here = { ...at(), enrolmentId };
    const asked = { ...here, weekId: apology?.weekId ?? "", opens: "DATE" as const, on: null };
    const last = { afterWeekId: weeks.at(-1)?.weekId ?? "", repeatWeekId: null, strategies: ["apologise-and-forgive"] };
    expect([
      await codeOf(therapist().schedule(asked)),
      await codeOf(therapist().insert({ ...here, clientId: crypto.randomUUID(), ...last, opens: "DATE" })),
    ]).toEqual(["INVALID needsWord", "INVALID needsWord"]);
  });

  it("moves its next day, not into a week that still runs", async () => {
    const { enrolmentId } = await enrol();
    const weekId = (await standing())?.weeks[1]?.weekId ?? "";
    const move = (on: string) => therapist().schedule({ ...at(), enrolmentId, weekId, opens: "DATE", on });
    expect(await codeOf(move(addDays(day, 3)))).toBe("INVALID notBeforeWeekEnds");
    await move(addDays(day, 9));
    expect((await standing())?.weeks.map((week) => week.opensOn)).toEqual([null, addDays(day, 9), addDays(day, 16)]);
  });

  it("tells partners its name and the open week, in their language, and moves by nothing that they answer", async () => {
    await enrol();
    const alike = { title: "A gentle start", number: 1, total: 3, weekTitle: "One kind thing", paused: false };
    expect(await line("alex")).toMatchObject(alike);
    expect(await line("sam")).toMatchObject(alike);
    const before = await standing();
    const page = await world.as("alex").homework.today({ coupleId: world.couple.id });
    await world.as("alex").checkIns.submit({
      ...{ coupleId: world.couple.id, occurrenceId: page.open[0]?.occurrenceId ?? "", clientId: crypto.randomUUID() },
      ...{ result: "DONE", difficulty: null, usefulness: null, visibility: "PRIVATE", words: "" },
    });
    expect(await line("sam")).toEqual(await line("alex"));
    const after = await standing();
    expect(after?.weeks.map(({ homework: _, ...week }) => week)).toEqual(
      before?.weeks.map(({ homework: _, ...week }) => week),
    );
    expect(after?.weeks[0]?.homework[0]?.forPartners.map((one) => one.marks)).toEqual([["done"], []]);
    const ofOthers = await world.as("formerPartner").homework.today({ coupleId: world.endedCouple.id });
    expect(ofOthers.program).toBeNull();
  });
});

describe("an own program", () => {
  const make = async (from: string | null = "a-gentle-start") => {
    const programId = crypto.randomUUID();
    await therapist().create({ practiceId: world.practiceId, programId, from });
    return programId;
  };
  const open = (programId: string) => therapist().own({ practiceId: world.practiceId, programId });

  it("begins as a copy, is saved by revision, and what couples began stays as it was", async () => {
    const programId = await make();
    const { content, revision } = await open(programId);
    await enrol(programId);
    const [first, ...rest] = content.weeks;
    const renamed = {
      ...content,
      text: { ...content.text, en: { ...content.text.en, title: "Our way" } },
      weeks: rest,
    };
    const saved = { practiceId: world.practiceId, programId, revision, content: renamed };
    expect(await therapist().save(saved)).toEqual({ revision: 2 });
    expect(await therapist().save(saved)).toEqual({ revision: 2 });
    expect(await codeOf(therapist().save({ ...saved, content }))).toBe("CHANGED_MEANWHILE");
    expect(first && (await standing())?.title).toBe("A gentle start");
    expect((await standing())?.weeks).toHaveLength(3);
  });

  it("is for colleagues once it is shared, and none may change it", async () => {
    const programId = await make();
    const asSecond = () => world.as("second").programs;
    const where = { practiceId: world.practiceId, programId };
    expect(await codeOf(asSecond().own(where))).toBe("NOT_FOUND");
    await therapist().share({ ...where, shared: true });
    expect((await asSecond().own(where)).mine).toBe(false);
    const { content, revision } = await open(programId);
    expect(await codeOf(asSecond().save({ ...where, revision, content }))).toBe("NOT_FOUND");
    await therapist().archive({ ...where, archived: true });
    expect(await codeOf(asSecond().own(where))).toBe("NOT_FOUND");
    expect(await codeOf(enrol(programId))).toBe("NOT_FOUND");
  });

  it("cannot be begun while it is incomplete, and gates an apology by the therapist's word", async () => {
    const programId = await make(null);
    expect(await codeOf(enrol(programId))).toBe("INVALID programNotReady");
    const { content, revision } = await open(programId);
    const text = { title: "Sorry", whyNow: "It is time." };
    const weeks = content.weeks.map((week) => ({
      ...week,
      strategies: ["apologise-and-forgive"],
      opens: "date" as const,
      text: { en: text, es: { title: "", whyNow: "" } },
    }));
    const en = { title: "Amends", promise: "Put it right.", summary: "One week." };
    const filled = { weeks, text: { en, es: { title: "", promise: "", summary: "" } } };
    await therapist().save({ practiceId: world.practiceId, programId, revision, content: filled });
    expect((await open(programId)).content.weeks[0]?.opens).toBe("therapist");
    const listed = (await therapist().library({ practiceId: world.practiceId })).own.find(
      (one) => one.programId === programId,
    );
    expect(listed).toMatchObject({ ready: true, missing: { en: 0, es: 5 } });
    await enrol(programId);
    expect(await states()).toBe("WAITING");
  });
});

describe("the pages", () => {
  it("ask for at most six statements", async () => {
    await enrol();
    const { practiceId } = at();
    const programId = world.programs.shared;
    const counts = {
      standing: await countStatements(() => therapist().standing(at())),
      enrolForm: await countStatements(() => therapist().enrolForm(at())),
      library: await countStatements(() => therapist().library({ practiceId })),
      own: await countStatements(() => therapist().own({ practiceId, programId })),
      today: await countStatements(() => world.as("alex").homework.today({ coupleId: world.couple.id })),
      couple: await countStatements(() => world.as("therapist").couples.page(at())),
    };
    expect(Object.entries(counts).filter(([, count]) => count > 6)).toEqual([]);
  });
});
