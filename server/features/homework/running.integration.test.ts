import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, fromColumn, now, toColumn } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { extendOccurrences } from "@/server/jobs/extend-occurrences";
import { AppRole } from "@/tests/factories/app-role";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

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

const today = () => civilDate(now(), "America/New_York");
const noPlan = { why: "", when: "", obstacle: "", tiny: "", hour: "" as const, confidence: null };
const edited = {
  cadence: { every: "week" as const, times: 1 },
  endsOn: null,
  note: "",
  plan: noPlan,
  knownToBoth: true,
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : String(error),
  );

async function begin(fields: Partial<Parameters<ReturnType<TwoPractices["as"]>["homework"]["assign"]>[0]> = {}) {
  const at = { practiceId: world.practiceId, coupleId: world.couple.id };
  const { assignmentId } = await world.as("therapist").homework.assign({
    ...at,
    clientId: crypto.randomUUID(),
    strategyKey: "listen-actively",
    mode: "EACH",
    personIds: [world.people.alex.id, world.people.sam.id],
    startsOn: today(),
    ...edited,
    ...fields,
  });
  const which = { ...at, assignmentId };
  const rows = async (who: "alex" | "sam") => {
    const found = await owner.occurrence.findMany({
      where: { assignmentId, personId: world.people[who].id },
      orderBy: { ordinal: "asc" },
    });
    return found.map(({ id, ordinal, opensOn, dueOn }) => ({
      id,
      ordinal,
      opensOn: fromColumn(opensOn),
      dueOn: fromColumn(dueOn),
    }));
  };
  const answer = async (who: "alex" | "sam", occurrenceId: string) =>
    world.as(who).checkIns.submit({
      coupleId: world.couple.id,
      occurrenceId,
      clientId: crypto.randomUUID(),
      ...{ result: "DONE" as const, difficulty: 1, usefulness: 1, visibility: "PRIVATE" as const, words: "" },
    });
  const therapist = world.as("therapist").homework;
  return { which, rows, answer, therapist };
}

const openNow = async (who: "alex" | "sam") =>
  (await world.as(who).homework.today({ coupleId: world.couple.id })).open.map((one) => one.occurrenceId);

/** As if days had gone by: every date of an assignment lies that much earlier. */
async function daysLater(assignmentId: string, days: number) {
  const at = `'${assignmentId}'`;
  await owner.$executeRawUnsafe(`UPDATE assignment SET starts_on = starts_on - ${days}, ends_on = ends_on - ${days},
    grid_on = grid_on - ${days}, paused_on = paused_on - ${days} WHERE id = ${at}`);
  await owner.$executeRawUnsafe(
    `UPDATE occurrence SET opens_on = opens_on - ${days}, due_on = due_on - ${days} WHERE assignment_id = ${at} AND NOT EXISTS (
      SELECT 1 FROM check_in c WHERE c.occurrence_id = occurrence.id)`,
  );
}

describe("pausing", () => {
  it("lets the open window rest for both the same day, whoever answered, and keeps its row for a draft", async () => {
    const { which, rows, answer, therapist } = await begin();
    const [first] = await rows("alex");
    await answer("alex", first?.id ?? "");
    const [open] = await rows("sam");
    expect(await openNow("sam")).toContain(open?.id);
    await therapist.pause(which);
    await therapist.pause(which);
    expect(await openNow("sam")).not.toContain(open?.id);
    expect([await rows("alex"), await rows("sam")].map((one) => one.length)).toEqual([1, 1]);
    expect(await codeOf(answer("sam", open?.id ?? ""))).toBe("CLOSED");
    const page = await world.as("sam").homework.open({ coupleId: which.coupleId, occurrenceId: open?.id ?? "" });
    expect([page.writable, page.resting]).toEqual([false, true]);
  });

  it("is taken back by resuming: the same windows, the same rows for what was open", async () => {
    const { which, rows, therapist } = await begin({ cadence: { every: "week", times: 3 } });
    const plain = async () => (await rows("sam")).map(({ ordinal, opensOn, dueOn }) => ({ ordinal, opensOn, dueOn }));
    const before = { plain: await plain(), open: (await rows("sam")).slice(0, 3) };
    await therapist.pause(which);
    expect(await rows("sam")).toEqual(before.open);
    expect(await extendOccurrences()).toBe(0);
    await therapist.resume(which);
    await therapist.resume(which);
    expect({ plain: await plain(), open: (await rows("sam")).slice(0, 3) }).toEqual(before);
  });

  it("adds nothing in the past: what closed while it rested was not missed, and the grid goes on", async () => {
    const { which, rows, therapist } = await begin();
    await therapist.pause(which);
    await daysLater(which.assignmentId, 17);
    const seen = await world.as("therapist").couples.page({ practiceId: which.practiceId, coupleId: which.coupleId });
    const row = seen.homework.find((one) => one.assignmentId === which.assignmentId);
    expect([row?.state, row?.forPartners.map((one) => one.marks)]).toEqual(["PAUSED", [[], []]]);
    await therapist.resume(which);
    const [first, second] = await rows("alex");
    expect(first).toMatchObject({ ordinal: 2, opensOn: addDays(today(), -3), dueOn: addDays(today(), 3) });
    expect(second).toMatchObject({ ordinal: 3, opensOn: addDays(today(), 4) });
    expect((await rows("sam")).map((one) => one.ordinal)).toEqual((await rows("alex")).map((one) => one.ordinal));
  });

  it("changing and ending need no licence: what runs never stops for one", async () => {
    const { which, therapist } = await begin();
    const held = { personId: world.people.therapist.id, status: { in: ["VERIFIED" as const, "SUSPENDED" as const] } };
    await owner.licence.updateMany({ where: held, data: { status: "SUSPENDED" } });
    const codes = [
      await codeOf(therapist.edit({ ...which, ...edited })),
      await codeOf(therapist.pause(which)),
      await codeOf(therapist.resume(which)),
      await codeOf(therapist.end(which)),
      await codeOf(therapist.end(which)),
    ];
    await owner.licence.updateMany({ where: held, data: { status: "VERIFIED" } });
    expect(codes).toEqual(["ok", "ok", "ok", "ok", "ok"]);
    expect(await owner.assignment.findFirstOrThrow({ where: { id: which.assignmentId } })).toMatchObject({
      cadence: edited.cadence,
    });
    expect(await codeOf(therapist.resume(which))).toBe("CLOSED");
  });

  it("of joint work ends only while a record of joint work holds", async () => {
    const at = { practiceId: world.practiceId, coupleId: world.couple.id };
    const record = (standing: "JOINT" | "INDIVIDUAL_ONLY") =>
      world.as("therapist").safety.record({
        ...at,
        clientId: crypto.randomUUID(),
        ...{ standing, eachAlone: true, lookAgainOn: world.safety.lookAgainOn, note: "" },
      });
    await record("JOINT");
    const { which, therapist } = await begin({ mode: "TOGETHER" });
    await therapist.pause(which);
    await record("INDIVIDUAL_ONLY");
    expect(await codeOf(therapist.resume(which))).toBe("INVALID");
    await record("JOINT");
    expect(await codeOf(therapist.resume(which))).toBe("ok");
  });
});

describe("editing", () => {
  it("changes the words, and what a partner reads with them", async () => {
    const { which, therapist } = await begin({ note: "Before." });
    const plan = { ...noPlan, when: "After dinner", confidence: 6 };
    await therapist.edit({ ...which, ...edited, note: "After.", plan });
    const page = await world.as("sam").homework.today({ coupleId: which.coupleId });
    expect(page.open.find((one) => one.note === "After.")?.plan?.when).toBe("After dinner");
    const form = await therapist.editForm(which);
    expect(form.fields).toMatchObject({ note: "After.", plan });
    const { note } = await owner.assignment.findFirstOrThrow({ where: { id: which.assignmentId } });
    expect(Buffer.from(note ?? []).toString()).not.toContain("After");
  });

  it("begins a new cadence after the open window, alike for whoever answered and whoever did not", async () => {
    const { which, rows, answer, therapist } = await begin();
    const [open] = await rows("alex");
    await answer("alex", open?.id ?? "");
    const cadence = { every: "day" as const, times: 1 };
    await therapist.edit({ ...which, ...edited, cadence });
    const once = await rows("sam");
    await therapist.edit({ ...which, ...edited, cadence });
    expect(await rows("sam")).toEqual(once);
    const plain = async (who: "alex" | "sam") =>
      (await rows(who)).map(({ ordinal, opensOn, dueOn }) => ({ ordinal, opensOn, dueOn }));
    expect(await plain("alex")).toEqual(await plain("sam"));
    expect((await plain("sam")).slice(0, 3)).toEqual([
      { ordinal: 0, opensOn: today(), dueOn: addDays(today(), 6) },
      { ordinal: 1, opensOn: addDays(today(), 7), dueOn: addDays(today(), 7) },
      { ordinal: 2, opensOn: addDays(today(), 8), dueOn: addDays(today(), 8) },
    ]);
    // The worker counts its horizon in UTC, which may be a day ahead.
    await extendOccurrences();
    expect(await extendOccurrences()).toBe(0);
    await daysLater(which.assignmentId, 5);
    await extendOccurrences();
    const days = (await plain("sam")).slice(1).map((one) => one.opensOn);
    expect(new Set(days).size).toBe(days.length);
    expect(days.at(-1)).toBe(addDays(civilDate(now(), "UTC"), 56));
  });

  it("moves the end of what is open and not answered, and leaves what was answered", async () => {
    const { which, rows, answer, therapist } = await begin();
    const [open] = await rows("alex");
    await answer("alex", open?.id ?? "");
    const endsOn = addDays(today(), 2);
    await therapist.edit({ ...which, ...edited, endsOn });
    expect((await rows("alex")).map((one) => one.dueOn)).toEqual([addDays(today(), 6)]);
    expect((await rows("sam")).map((one) => one.dueOn)).toEqual([endsOn]);
    await therapist.edit({ ...which, ...edited, endsOn: addDays(today(), 9) });
    expect((await rows("sam")).map((one) => one.dueOn)).toEqual([addDays(today(), 6), addDays(today(), 9)]);
  });

  it("refuses an end that is over, and to make unknown what both know", async () => {
    const { which, therapist } = await begin({ startsOn: today() });
    expect(await codeOf(therapist.edit({ ...which, ...edited, endsOn: addDays(today(), -1) }))).toBe("INVALID");
    const alone = { mode: "JUST_YOU" as const, personIds: [world.people.alex.id], strategyKey: "say-i" };
    const hidden = await begin({ ...alone, knownToBoth: false });
    const known = async () =>
      (await owner.assignment.findFirstOrThrow({ where: { id: hidden.which.assignmentId } })).knownToBoth;
    await therapist.edit({ ...hidden.which, ...edited, knownToBoth: false });
    expect(await known()).toBe(false);
    await therapist.edit({ ...hidden.which, ...edited, knownToBoth: true });
    expect(await known()).toBe(true);
    expect(await codeOf(therapist.edit({ ...hidden.which, ...edited, knownToBoth: false }))).toBe("INVALID");
    const sql = await AppRole.connect(world.appUrl);
    const tried = sql.as(world.secrets.therapist, world.practiceId, (query) =>
      query("UPDATE assignment SET known_to_both = false WHERE id = $1", [hidden.which.assignmentId]),
    );
    await expect(tried).rejects.toMatchObject({ code: "42501" });
    await sql.close();
  });

  it("cannot move an answered window, not even by hand", async () => {
    const { which, rows, answer } = await begin();
    const [open, next] = await rows("alex");
    await answer("alex", open?.id ?? "");
    const sql = await AppRole.connect(world.appUrl);
    const move = (id: string | undefined) =>
      sql.as(world.secrets.therapist, world.practiceId, (query) =>
        query("UPDATE occurrence SET due_on = due_on + 1 WHERE id = $1", [id]),
      );
    await expect(move(open?.id)).rejects.toMatchObject({ code: "42501" });
    expect((await move(next?.id)).rowCount).toBe(1);
    await sql.close();
    expect(which.assignmentId).toBeTruthy();
  });

  it("while it is paused changes what it will be, and no window until it runs again", async () => {
    const { which, rows, therapist } = await begin();
    await therapist.pause(which);
    const cadence = { every: "week" as const, times: 2 };
    await therapist.edit({ ...which, ...edited, cadence });
    expect(await rows("sam")).toHaveLength(1);
    await therapist.resume(which);
    expect((await rows("sam")).slice(0, 3).map((one) => [one.ordinal, one.opensOn])).toEqual([
      [0, today()],
      [1, addDays(today(), 7)],
      [2, addDays(today(), 7)],
    ]);
    await owner.assignment.updateMany({ where: { id: which.assignmentId }, data: { endsOn: toColumn(today()) } });
  });
});
