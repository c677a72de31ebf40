import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { type ActorName, type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  // The file follows the day: between two looks no midnight may pass.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date() });
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
  vi.useRealTimers();
});
beforeEach(() => owner.$executeRaw`DELETE FROM ops.throttle`);

const couple = () => ({ coupleId: world.couple.id });
const make = async (name: ActorName) => (await world.as(name).calendar.make(couple())).address;
const get = (address: string, headers: Record<string, string> = {}) =>
  GET(new Request(address, { headers }), { params: Promise.resolve({ token: address.split("/").at(-1) ?? "" }) });
const answer = async (address: string) => {
  const response = await get(address);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};
const checkIn = (name: "alex" | "sam", occurrenceId: string) =>
  world.as(name).checkIns.submit({
    ...{ ...couple(), occurrenceId, clientId: randomUUID(), result: "DONE", words: "" },
    ...{ difficulty: 3, usefulness: 8, visibility: "SHARED" },
  });

describe("a partner's feed", () => {
  it("shows the couple's appointments and one's own open days", async () => {
    const { status, headers, body } = await answer(await make("alex"));
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(body).toContain("SUMMARY:Appointment");
    expect(body).toContain("SUMMARY:Something for you");
    expect(body).not.toMatch(/Alex|Sam|Therapist|Harbor|canary|Listen|homework/i);
  });

  it("is the same to the byte, mark and headers included, before and after the other one's check-in, and one's own", async () => {
    const address = await make("alex");
    const [of, mine] = [world.open.sam[0], world.open.alex[0]];
    if (!of || !mine) throw new Error("the world lacks windows");
    const before = await answer(address);
    await checkIn("sam", of.id);
    expect(await answer(address)).toEqual(before);
    await checkIn("alex", mine.id);
    expect(await answer(address)).toEqual(before);
  });

  it("tells nothing of answers when the end of homework moves, which stops at what was answered", async () => {
    const address = await make("alex");
    const week = civilDate(new Date(), "America/New_York");
    const { assignmentId } = await world.as("therapist").homework.assign({
      ...{
        ...couple(),
        practiceId: world.practiceId,
        clientId: randomUUID(),
        strategyKey: "be-curious",
        mode: "JUST_YOU",
      },
      ...{ personIds: [world.people.alex.id], knownToBoth: false, note: "", startsOn: week, endsOn: null },
      cadence: { every: "week", times: 1 },
    });
    const move = (days: number) =>
      owner.assignment.updateMany({
        where: { id: assignmentId },
        data: { endsOn: new Date(`${addDays(week, days)}T00:00:00Z`) },
      });
    await move(3);
    const unanswered = await answer(address);
    const [window] = await owner.occurrence.findMany({ where: { assignmentId }, orderBy: { ordinal: "asc" } });
    await checkIn("alex", window?.id ?? "");
    expect(await answer(address)).toEqual(unanswered);
    expect(unanswered.body).toContain(`DTEND;VALUE=DATE:${addDays(week, 4).replaceAll("-", "")}`);
    await move(5);
    expect((await answer(address)).body).not.toBe(unanswered.body);
  });

  it("is another one for each partner, and shows one's own days only", async () => {
    const [alex, sam] = [await answer(await make("alex")), await answer(await make("sam"))];
    const uids = ({ body }: typeof alex) => body.match(/^UID:.*$/gm) ?? [];
    expect(uids(alex).length).toBeGreaterThan(1);
    expect(new Set(uids(alex)).isDisjointFrom(new Set(uids(sam)))).toBe(true);
  });

  it("answers 304 to whoever has it already", async () => {
    const address = await make("alex");
    const etag = (await get(address)).headers.get("etag") ?? "";
    const again = await get(address, { "If-None-Match": `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("last-modified")).toBeNull();
  });

  it("leaves out what was skipped and what rests", async () => {
    const address = await make("alex");
    const { body: before } = await answer(address);
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "PAUSED" } });
    const { body: resting } = await answer(address);
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ACTIVE" } });
    expect(before).toContain("Something for you");
    expect(resting).not.toContain("Something for you");
    expect(resting).toContain("Appointment");
    await owner.appointment.updateMany({ where: { coupleId: world.couple.id }, data: { skippedAt: new Date() } });
    expect((await answer(address)).body).not.toContain("Appointment");
    await owner.appointment.updateMany({ where: { coupleId: world.couple.id }, data: { skippedAt: null } });
  });
});

describe("a secret address", () => {
  it("opens nothing once it was taken back or made anew, and is then like one that never was", async () => {
    const first = await make("alex");
    const second = await make("alex");
    expect((await answer(second)).status).toBe(200);
    const made = await world.as("alex").reminders.page(couple());
    expect(made.calendar).toBe(second);
    await world.as("alex").calendar.revoke(couple());
    const never = await answer(first.replace(/.{8}\.ics$/, "aaaaaaaa.ics"));
    expect(never.status).toBe(404);
    expect(await answer(first)).toEqual(never);
    expect(await answer(second)).toEqual(never);
    expect(await answer("http://localhost:3000/api/calendar/x")).toEqual(never);
    expect((await world.as("alex").reminders.page(couple())).calendar).toBeNull();
  });

  it("is refused when it is asked for too often, whether it opens or not", async () => {
    const open = await make("alex");
    const gone = open;
    for (let time = 0; time < 60; time++) await get(open);
    expect((await get(open)).status).toBe(429);
    expect(Number((await get(open)).headers.get("retry-after"))).toBeGreaterThan(0);
    await world.as("alex").calendar.revoke(couple());
    expect((await get(gone)).status).toBe(429);
  });

  it("stays closed for somebody who left the practice", async () => {
    const address = await make("sam");
    const person = { id: world.people.sam.id };
    await owner.person.updateMany({ where: person, data: { endedAt: new Date() } });
    expect((await answer(address)).status).toBe(404);
    await owner.person.updateMany({ where: person, data: { endedAt: null } });
  });
});
