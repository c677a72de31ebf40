import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Alex, Received } from "./story";
import { storeUnshared } from "./tools";

vi.mock("uuid", async (original) => ({ ...(await original<object>()), ...(await import("./seeded")).seededIds }));
vi.mock("@/server/crypto", async (original) => {
  const { seededBytes } = await import("./seeded");
  return {
    ...(await original<object>()),
    newKey: () => Buffer.from(seededBytes(32)),
    newSecret: () => seededBytes(32).toString("base64url"),
  };
});

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** A story in a process of its own, as far as modules go: each has its own database. */
async function tell(days: number, alex: Alex): Promise<Received> {
  vi.resetModules();
  const story = await import("./story");
  return story.inOrderOfIds(await story.tell(days, alex));
}

const silent: Alex = async () => undefined;

/** How much was stored with tools in the story of the secretive one. */
let used = 0;
/** How many readings of private words there were. */
let opened = 0;

/** Answers nearly everything, for nobody or for the therapist, in two voices and at odd hours, and uses every tool so, and private words; the therapist answers back. */
const secretive: Alex = async ({ world, as, openWindows, windowsOfTools }, number) => {
  const { practiceId } = world;
  const coupleId = world.couple.id;
  if (number % 3) return;
  const api = as("alex");
  for (const [index, occurrenceId] of (await openWindows("alex")).slice(0, 2).entries()) {
    const visibility = (number / 3 + index) % 2 ? ("PRIVATE" as const) : ("THERAPIST" as const);
    const words = `canary-unshared ${number}`;
    const fields = { result: "NOT_THIS_TIME" as const, difficulty: 9, usefulness: number % 11, visibility, words };
    const stored = await api.checkIns.submit({ coupleId, occurrenceId, clientId: crypto.randomUUID(), ...fields });
    const { checkInId, version } = stored;
    await api.checkIns.edit({ coupleId, checkInId, ...fields, version, words: `${words} again`, difficulty: 1 });
    const reply = { clientId: crypto.randomUUID(), body: "canary-reply-unshared", audience: "AUTHOR" as const };
    await as("therapist").checkIns.reply({ practiceId, coupleId, checkInId, ...reply });
    await as("therapist").checkIns.review({ practiceId, coupleId, checkInId, version: 2 });
  }
  for (const occurrenceId of await windowsOfTools("alex"))
    used += await storeUnshared(api, coupleId, occurrenceId, number);
  const word = { clientId: crypto.randomUUID(), words: `canary-unshared-word ${number}` };
  await api.privateWords.send({ coupleId, ...word });
  // Some wait for days, so that mail is owed and sent while they do.
  if (number % 2) opened += (await as("therapist").privateWords.open({ practiceId, coupleId })).words.length;
  await api.pulse.save({ coupleId, trust: number % 11, communication: 0, intimacy: null, connection: 10 });
};

/** As silent as the first, but for one answer that is shared. */
const sharesOnce: Alex = async ({ world, as, openWindows }, number) => {
  const [occurrenceId] = await openWindows("alex");
  if (number !== 2 || !occurrenceId) return;
  const fields = { result: "DONE" as const, difficulty: null, usefulness: null, words: "canary-shared-once" };
  const which = { coupleId: world.couple.id, occurrenceId, clientId: crypto.randomUUID() };
  await as("alex").checkIns.submit({ ...which, ...fields, visibility: "SHARED" });
};

describe("what a partner receives in eight weeks", () => {
  let without: Received;
  beforeAll(async () => {
    without = await tell(56, silent);
  }, 300_000);

  it("is something: every reading of a partner, their calendar, and mail", () => {
    expect(without.answers.length).toBeGreaterThan(60);
    expect(without.letters.length).toBeGreaterThan(8);
    expect(without.answers.filter((one) => one.includes("BEGIN:VCALENDAR")).length).toBeGreaterThan(3);
    expect(without.answers.filter((one) => one.includes('"status":200')).length).toBeGreaterThan(45);
  });

  it("is the same to the byte whether the other answered everything unshared or nothing at all", async () => {
    const withSecrets = await tell(56, secretive);
    expect(used).toBeGreaterThan(60);
    expect(opened).toBeGreaterThan(20);
    expect(withSecrets.letters).toEqual(without.letters);
    expect(withSecrets.answers).toEqual(without.answers);
    expect(JSON.stringify(withSecrets)).not.toContain("unshared");
  }, 300_000);

  it("tells of one shared answer: a difference would be noticed", async () => {
    const shared = await tell(7, sharesOnce);
    expect(shared.answers).not.toEqual(without.answers.slice(0, shared.answers.length));
    expect(JSON.stringify(shared.answers)).toContain("canary-shared-once");
  }, 300_000);
});
