import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createSession } from "@/server/auth/sessions";
import type { Client } from "@/server/db/clients";
import { createCaller } from "@/server/trpc/root";
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

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const me = (secret: string) => createCaller({ secret, device: "test" }).reminders.me({ coupleId: world.couple.id });

describe("one's own words under Me", () => {
  it("open for ten minutes after more than the mailbox was proven, with ratings, readers and replies", async () => {
    const { id, secret } = await createSession(world.people.alex.userId, false, "test");
    await owner.session.update({ where: { id }, data: { unlockedAt: minutesAgo(9) } });
    const page = await me(secret);
    expect(page.locked).toBe(false);
    const said = JSON.stringify(page.history);
    for (const words of [world.words.alexPrivate, world.words.alexTherapist, world.words.toAlex])
      expect(said).toContain(words);
    expect(page.history.every((row) => row.visibility !== null)).toBe(true);
  });

  it("are locked after that, and in a session that a mailbox alone opened: only what was answered and when is left", async () => {
    const late = await createSession(world.people.alex.userId, false, "test");
    await owner.session.update({ where: { id: late.id }, data: { unlockedAt: minutesAgo(10) } });
    const mailbox = await createSession(world.people.alex.userId, false, "test", { proof: "MAILBOX" });
    for (const { secret } of [late, mailbox]) {
      const page = await me(secret);
      expect(page.locked).toBe(true);
      expect(page.history.length).toBeGreaterThan(0);
      for (const { visibility, words, difficulty, usefulness, replies } of page.history)
        expect([visibility, words, difficulty, usefulness, replies]).toEqual([null, null, null, null, []]);
      expect(JSON.stringify(page)).not.toContain("canary");
    }
  });

  it("a mailbox alone reaches Today, Us and Me, and nothing that is written or rated", async () => {
    const { secret } = await createSession(world.people.alex.userId, false, "test", { proof: "MAILBOX" });
    const api = createCaller({ secret, device: "test" });
    const at = { coupleId: world.couple.id };
    expect(JSON.stringify(await api.homework.today(at))).not.toContain(world.words.toAlex);
    expect(JSON.stringify(await api.checkIns.us(at))).toContain(world.words.samShared);
    await api.reminders.me(at);
    const occurrenceId = world.open.alex[0]?.id ?? "";
    await expect(api.homework.open({ ...at, occurrenceId })).rejects.toThrow("UNLOCK_NEEDED");
    await expect(api.pulse.page(at)).rejects.toThrow("UNLOCK_NEEDED");
  });
});
