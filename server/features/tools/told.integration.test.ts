import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decks } from "@/content/decks";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { toolHomework, type Who, windowsOf } from "@/tests/factories/tool-homework";
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

const homework = (key: string) => toolHomework(world, owner, key);
const us = (who: Who) => world.as(who).checkIns.us({ coupleId: world.couple.id });
const me = (who: Who) => world.as(who).reminders.me({ coupleId: world.couple.id });
const couple = () => world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id });
const everywhere = async () => ({
  "us of alex": await us("alex"),
  "us of sam": await us("sam"),
  "me of alex": await me("alex"),
  "me of sam": await me("sam"),
  therapist: await couple(),
});
/** Where words are told at present. */
async function tellingOf(words: string): Promise<string[]> {
  const pages = await everywhere();
  return Object.entries(pages).flatMap(([place, { told }]) => (JSON.stringify(told).includes(words) ? [place] : []));
}
const soon = "2031-01-01";
const promise = (what: string, readers: "PRIVATE" | "THERAPIST" | "SHARED") =>
  ({ block: "promises", kind: "promise", readers, body: { v: 1, what, by: soon, state: "open" } }) as const;
const answer = (slot: string, words: string) =>
  ({ block: "question-of-the-day", kind: "answer", slot, readers: "SHARED", body: { v: 1, words } }) as const;
const [first = ""] = decks.questions.map(({ key }) => key);

/** Lets the hour come at which everything that waits reaches the partner. */
const arrive = () =>
  owner.entry.updateMany({ where: { sharedAt: { gt: now() } }, data: { sharedAt: new Date(now().getTime() - 1000) } });
/** What was waiting is as old as the world. */
const age = (entryId: string, days: number) =>
  owner.entry.updateMany({
    where: { id: entryId },
    data: { createdAt: new Date(now().getTime() - days * 86_400_000), version: 7 },
  });

describe("what tools keep is told", () => {
  it("to those who may read it: by Us, by Me of its author, by the couple's page", async () => {
    const { save } = await homework("keep-small-promises");
    await save("alex", promise("canary-for-both", "SHARED"));
    await save("alex", promise("canary-for-therapist", "THERAPIST"));
    await save("alex", promise("canary-for-alex", "PRIVATE"));
    expect(await tellingOf("canary-for-both")).toEqual(["us of alex", "us of sam", "me of alex", "therapist"]);
    expect(await tellingOf("canary-for-therapist")).toEqual(["me of alex", "therapist"]);
    expect(await tellingOf("canary-for-alex")).toEqual(["me of alex"]);
  });

  it("in the words of its block, with whose it is, of which homework, and a way to one's own window of it", async () => {
    const { save, assignmentId } = await homework("keep-small-promises");
    await save("alex", promise("canary-whole", "SHARED"));
    const told = (await us("sam")).told.find((item) => JSON.stringify(item).includes("canary-whole"));
    const window = await owner.occurrence.findFirst({
      where: { assignmentId, personId: world.people.sam.id, ordinal: 0 },
    });
    expect(told).toMatchObject({ assignmentId, title: "Keep small promises", area: "trust", occurrenceId: window?.id });
    expect(told?.lines).toMatchObject([{ position: 1, mine: false, readers: "SHARED", label: "I promise to" }]);
    expect((await couple()).told.find((item) => JSON.stringify(item).includes("canary-whole"))).toMatchObject({
      assignmentId,
      occurrenceId: null,
    });
  });

  it("once for what opened to each other, with both answers under their question", async () => {
    const { save } = await homework("be-curious");
    await save("alex", answer(first, "canary-alex-opened"));
    expect(await tellingOf("canary-alex-opened")).toEqual(["me of alex"]);
    await save("sam", answer(first, "canary-sam-opened"));
    for (const who of ["alex", "sam"] as const) {
      const items = (await us(who)).told.filter((item) => JSON.stringify(item).includes("-opened"));
      expect(items).toHaveLength(1);
      expect(items[0]?.lines.map(({ position }) => position).sort()).toEqual([1, 2]);
      expect(new Set(items[0]?.lines.map(({ label }) => label))).toEqual(new Set([decks.questions[0]?.text.en]));
    }
  });

  it("only when its hour has come, and then under that hour, the same for both", async () => {
    const { save, open } = await homework("be-transparent");
    const share = { block: "open-share", kind: "answer", readers: "SHARED" } as const;
    const held = await save("alex", { ...share, body: { v: 1, parts: { thought: "canary-held" } } });
    expect(await tellingOf("canary-held")).toEqual(["me of alex"]);
    await age(held.entryId, 9);
    await arrive();
    expect(await tellingOf("canary-held")).toEqual(["us of alex", "us of sam", "me of alex", "therapist"]);
    const hours = await Promise.all(
      (["alex", "sam"] as const).map(
        async (who) => (await us(who)).told.find((item) => JSON.stringify(item).includes("canary-held"))?.at,
      ),
    );
    expect(hours[0]).toEqual(hours[1]);
    expect(now().getTime() - (hours[0]?.getTime() ?? 0)).toBeLessThan(60_000);
    // In the tool itself neither the hour of writing nor the number of changes is the partner's to know.
    const [seen] = (await open("sam")).entries;
    expect(seen?.version).toBe(1);
    expect(seen?.createdAt).toEqual(seen?.sharedAt);
    expect((await open("alex")).entries[0]?.version).toBe(7);
  });

  it("not at all when it was taken back", async () => {
    const { save, takeBack } = await homework("keep-small-promises");
    const made = await save("alex", promise("canary-back", "PRIVATE"));
    expect(await tellingOf("canary-back")).toEqual(["me of alex"]);
    await takeBack("alex", made);
    expect(await tellingOf("canary-back")).toEqual([]);
  });

  it("to nobody who rests from the other's notes", async () => {
    const { save } = await homework("small-gestures");
    const note = {
      block: "love-note",
      kind: "note",
      readers: "SHARED",
      body: { v: 1, words: "canary-note-come" },
    } as const;
    await save("alex", note);
    expect(await tellingOf("canary-note-come")).toContain("us of sam");
    const mute = { block: "love-note", kind: "mute", readers: "PRIVATE" } as const;
    const { entryId, version } = await save("sam", { ...mute, body: { v: 1, muted: true } });
    expect(await tellingOf("canary-note-come")).toEqual(["us of alex", "me of alex", "therapist"]);
    await save("sam", { ...mute, body: { v: 1, muted: false }, changes: { entryId, version } });
    expect(await tellingOf("canary-note-come")).toContain("us of sam");
  });

  it("not by a note to a session that cannot tell whether its person rests from notes", async () => {
    const { save } = await homework("small-gestures");
    const note = { block: "love-note", kind: "note", readers: "SHARED", body: { v: 1, words: "canary-weak" } } as const;
    await save("alex", note);
    expect(await tellingOf("canary-weak")).toContain("us of sam");
    const sessions = { where: { userId: world.people.sam.userId } };
    await owner.session.updateMany({ ...sessions, data: { proof: "MAILBOX" } });
    expect(await tellingOf("canary-weak")).toEqual(["us of alex", "me of alex", "therapist"]);
    expect(await tellingOf("canary-for-both")).toContain("us of sam");
    await owner.session.updateMany({ ...sessions, data: { proof: "PASSWORD" } });
  });

  it("no more to Me once the proof is no longer fresh", async () => {
    await owner.session.updateMany({
      where: { userId: world.people.alex.userId },
      data: { unlockedAt: new Date(now().getTime() - 3_600_000) },
    });
    const page = await me("alex");
    expect(page.locked).toBe(true);
    expect(page.told).toEqual([]);
    await owner.session.updateMany({ where: { userId: world.people.alex.userId }, data: { unlockedAt: now() } });
    expect((await me("alex")).told.length).toBeGreaterThan(0);
  });
});

describe("what waits for its hour", () => {
  const note = (words: string) => {
    const deliverAt = new Date(now().getTime() + 5 * 3_600_000);
    return { block: "love-note", kind: "note", readers: "SHARED", deliverAt, body: { v: 1, words } } as const;
  };
  const which = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });

  const cases = ["canary-switched", "canary-ended", "canary-rests", "canary-program", "canary-paused"] as const;
  /** By procedures, as their therapist does it; the pause of a couple comes from the database alone here. */
  const pause = async (words: (typeof cases)[number], assignmentId: string, enrolmentId: string | null) => {
    const therapist = world.as("therapist");
    if (words === "canary-switched") await therapist.tools.setDelivery({ ...which(), on: false });
    if (words === "canary-ended") await therapist.homework.end({ ...which(), assignmentId });
    if (words === "canary-rests") await therapist.homework.pause({ ...which(), assignmentId });
    if (enrolmentId) await therapist.programs.pause({ ...which(), enrolmentId });
    if (words === "canary-paused")
      await owner.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('app.now', ${now().toISOString()}, true)`;
        await tx.couple.updateMany({ where: { id: world.couple.id }, data: { state: "PAUSED" } });
      });
  };
  const resume = async (words: (typeof cases)[number], assignmentId: string, enrolmentId: string | null) => {
    if (words === "canary-rests") await world.as("therapist").homework.resume({ ...which(), assignmentId });
    if (enrolmentId) await world.as("therapist").programs.resume({ ...which(), enrolmentId });
  };
  /** Small gestures is the first week of this program. */
  const ofProgram = async () => {
    const today = civilDate(now(), "America/New_York");
    const programKey = "a-gentle-start";
    const asked = { ...which(), clientId: crypto.randomUUID(), programKey, startsOn: today };
    await world.as("therapist").safety.record({
      ...{ ...which(), clientId: crypto.randomUUID(), standing: "JOINT", eachAlone: true, note: "" },
      lookAgainOn: addDays(today, 300),
    });
    const { current } = await world.as("therapist").programs.standing(which());
    if (current) await world.as("therapist").programs.end({ ...which(), enrolmentId: current.enrolmentId });
    const { enrolmentId } = await world.as("therapist").programs.enrol(asked);
    const { assignmentId } = await owner.assignment
      .findFirstOrThrow({ where: { coupleId: world.couple.id, state: "ACTIVE" }, orderBy: { createdAt: "desc" } })
      .then(({ id }) => ({ assignmentId: id }));
    return { enrolmentId, ...(await windowsOf(world, owner, assignmentId)) };
  };

  it.each(cases)("is kept back by any pause: %s", async (words) => {
    const program = words === "canary-program" ? await ofProgram() : null;
    const enrolmentId = program?.enrolmentId ?? null;
    const { save, assignmentId } = program ?? (await homework("small-gestures"));
    const { entryId } = await save("alex", note(words));
    const other = await homework("be-transparent");
    const held = { block: "open-share", kind: "answer", readers: "SHARED" } as const;
    const apart = await other.save("alex", { ...held, body: { v: 1, parts: { thought: `${words}-held` } } });
    await pause(words, assignmentId, enrolmentId);
    await resume(words, assignmentId, enrolmentId);
    await world.as("therapist").tools.setDelivery({ ...which(), on: true });
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ACTIVE" } });
    await arrive();
    expect(await tellingOf(`${words}"`)).toEqual(["me of alex"]);
    const kept = await owner.entry.findFirst({ where: { id: entryId } });
    expect(kept).toMatchObject({ visibility: "PRIVATE", sharedAt: null, withdrawnAt: null });
    // Only the homework that ended: what waits elsewhere goes on.
    const there = (await other.open("sam")).entries.some((entry) => entry.entryId === apart.entryId);
    expect(there).toBe(["canary-ended", "canary-rests", "canary-program"].includes(words));
  });
});
