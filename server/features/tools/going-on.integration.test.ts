import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { codeOf, toolHomework } from "@/tests/factories/tool-homework";
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

const homework = (strategyKey: string, mode?: "EACH" | "JUST_YOU") => toolHomework(world, owner, strategyKey, mode);
const promised = (what: string, state = "open") => ({ v: 1, what, by: "2031-01-01", state });
const promise = { block: "promises", kind: "promise" } as const;
const seenBy = async ({ open }: Awaited<ReturnType<typeof homework>>, who: "alex" | "sam", words: string) =>
  (await open(who)).entries.find((one) => JSON.stringify(one.body).includes(words));

describe("a strategy that is given once more", () => {
  it("goes on with its promises: they are marked by their maker, and only by them", async () => {
    const first = await homework("keep-small-promises");
    const made = await first.save("alex", { ...promise, readers: "SHARED", body: promised("canary-to-mark") });
    const second = await homework("keep-small-promises");
    const there = await seenBy(second, "alex", "canary-to-mark");
    expect(there).toMatchObject({ entryId: made.entryId, mine: true });
    expect(there?.ordinal).toBeLessThan(0);
    expect(await seenBy(second, "sam", "canary-to-mark")).toMatchObject({ entryId: made.entryId, mine: false });
    const changes = { entryId: made.entryId, version: made.version };
    const kept = { ...promise, readers: "SHARED", body: promised("canary-to-mark", "kept"), changes } as const;
    expect(await codeOf(second.save("sam", kept))).toBe("NOT_FOUND");
    await second.save("alex", kept);
    const noticed = { block: "promises", kind: "noticed", slot: made.entryId, readers: "SHARED" } as const;
    await second.save("sam", { ...noticed, body: { v: 1 } });
    expect(await seenBy(first, "alex", "canary-to-mark")).toMatchObject({ body: { state: "kept" } });
    expect(JSON.stringify(await second.reading())).toContain("canary-to-mark");
    expect((await first.reading()).entries.map((one) => one.kind)).not.toContain(noticed.kind);
  });

  it("shows nobody what was the other's alone before", async () => {
    const alone = await homework("keep-small-promises", "JUST_YOU");
    await alone.save("alex", { ...promise, readers: "THERAPIST", body: promised("canary-alone") });
    const both = await homework("keep-small-promises");
    expect(await seenBy(both, "alex", "canary-alone")).toBeDefined();
    expect(await seenBy(both, "sam", "canary-alone")).toBeUndefined();
  });

  it("still rests from notes for whoever rested from them, until they say otherwise", async () => {
    const mute = { block: "love-note", kind: "mute", readers: "PRIVATE" } as const;
    const note = (words: string) =>
      ({ block: "love-note", kind: "note", readers: "SHARED", body: { v: 1, words } }) as const;
    const us = async () => JSON.stringify((await world.as("sam").checkIns.us({ coupleId: world.couple.id })).told);
    const first = await homework("small-gestures");
    const set = await first.save("sam", { ...mute, body: { v: 1, muted: true } });
    const second = await homework("small-gestures");
    await second.save("alex", note("canary-second-note"));
    expect(await us()).not.toContain("canary-second-note");
    expect(await seenBy(second, "sam", "muted")).toMatchObject({ entryId: set.entryId, body: { muted: true } });
    expect(await seenBy(second, "alex", "muted")).toBeUndefined();
    const changes = { entryId: set.entryId, version: set.version };
    await second.save("sam", { ...mute, body: { v: 1, muted: false }, changes });
    expect(await us()).toContain("canary-second-note");
  });

  it("begins anew with everything else, and another strategy with everything", async () => {
    const first = await homework("small-gestures");
    await first.save("alex", {
      ...{ block: "love-note", kind: "note", readers: "SHARED" },
      body: { v: 1, words: "canary-first-note" },
    });
    expect(await seenBy(await homework("small-gestures"), "alex", "canary-first-note")).toBeUndefined();
    const others = (await (await homework("be-curious")).open("alex")).entries;
    expect(JSON.stringify(others)).not.toMatch(/canary-to-mark|muted/);
  });
});
