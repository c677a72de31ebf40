import fc from "fast-check";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { closeMail } from "@/server/mail/transport";
import { twoPractices } from "../factories/two-practices";
import { startSmtpSink } from "../harness/smtp-sink";
import { Couple, type Stage } from "./interleavings";
import { untold } from "./interleavings.judge";
import { interleaving } from "./interleavings.steps";

/** Opens a stage before the tests of a file, with a clock that only they move, and closes it after them. */
export function onStage(): () => Stage {
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
  return () => stage;
}

/** What so many generated stories showed. */
export interface Told {
  steps: number;
  rows: number;
  kinds: Set<string>;
  /** The story that broke a promise, in words; undefined when none did. */
  fault: string | undefined;
}

/** Plays so many generated stories, as long as none has a fault. */
export async function playMany(stage: Stage, numRuns: number): Promise<Told> {
  const told: Told = { steps: 0, rows: 0, kinds: new Set(), fault: undefined };
  const property = fc.asyncProperty(interleaving, async (steps) => {
    const couple = new Couple(stage);
    await couple.begin();
    for (const step of steps) await couple.run(step);
    await couple.settle();
    told.steps += steps.length;
    told.rows += couple.sent.size;
    for (const kind of couple.sent.values()) told.kinds.add(kind);
    expect([...couple.faults, ...(await untold(stage.owner, stage.world.practiceId, new Date()))]).toEqual([]);
  });
  const fault = fc.defaultReportMessage(
    await fc.check(property, { numRuns, endOnFailure: true, includeErrorInReport: true }),
  );
  return { ...told, fault };
}
