import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { closeMail } from "@/server/mail/transport";
import { twoPractices } from "../factories/two-practices";
import { startSmtpSink } from "../harness/smtp-sink";
import { Couple, type Stage } from "./interleavings";
import { untold } from "./interleavings.judge";
import { interleaving } from "./interleavings.steps";

let stage: Stage;
beforeAll(async () => {
  const from = new Date("2027-03-11T15:00:00Z");
  vi.useFakeTimers({ toFake: ["Date"], now: from });
  const sink = await startSmtpSink();
  Object.assign(process.env, { SMTP_URL: sink.url, MAIL_PER_SECOND: "0" });
  const world = await twoPractices();
  stage = { world, sink, from, owner: ownerClient(world.ownerUrl) };
});
afterAll(async () => {
  closeMail();
  await stage.sink.close();
  await stage.owner.$disconnect();
  await stage.world.close();
  vi.useRealTimers();
});

it("tells of new homework once, after the pause in which it would have come", async () => {
  const couple = new Couple(stage);
  await couple.begin();
  const night = { do: "wait", minutes: 1440 } as const;
  const steps = [
    { do: "assign", every: "day", inDays: 0 },
    { do: "pause", which: 0 },
    { do: "send" },
    ...[night, { do: "send" }, night],
    { do: "resume", which: 0 },
    { do: "send" },
    ...[night, { do: "send" }, night, { do: "send" }],
  ] as const;
  for (const [turn, step] of steps.entries()) {
    await couple.run(step);
    if (turn < 7) expect([...couple.sent.values()]).toEqual([]);
  }
  expect([...couple.sent.values()]).toEqual(["HOMEWORK_NEW", "HOMEWORK_NEW"]);
  expect(couple.faults).toEqual([]);
});

it("whatever happens in whichever order, no mail goes for what is done, twice, in quiet hours, or while something rests, and none is lost to a pause", async () => {
  const sent = new Set<string>();
  const numRuns = Number(process.env.INTERLEAVINGS ?? 12);
  await fc.assert(
    fc.asyncProperty(interleaving, async (steps) => {
      const couple = new Couple(stage);
      await couple.begin();
      for (const step of steps) await couple.run(step);
      await couple.settle();
      for (const kind of couple.sent.values()) sent.add(kind);
      expect([...couple.faults, ...(await untold(stage.owner, stage.world.practiceId, new Date()))]).toEqual([]);
    }),
    { numRuns, endOnFailure: true },
  );
  expect([...sent]).toEqual(expect.arrayContaining(["HOMEWORK_NEW", "HOMEWORK_DUE"]));
}, 600_000);
