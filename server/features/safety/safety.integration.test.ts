import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { addDays, civilDate, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { AppRole } from "@/tests/factories/app-role";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
let owner: Client;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  sql = await AppRole.connect(world.appUrl);
});
afterAll(async () => {
  await sql.close();
  await owner.$disconnect();
  await world.close();
});

const today = () => civilDate(now(), "America/New_York");
const place = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const record = (fields: Record<string, unknown> = {}, clientId: string = crypto.randomUUID()) =>
  world.as("therapist").safety.record({
    ...place(),
    clientId,
    standing: "JOINT",
    eachAlone: true,
    lookAgainOn: addDays(today(), 90),
    note: "",
    ...fields,
  });
const assign = (strategyKey: string, mode: "JUST_YOU" | "EACH" | "TOGETHER") =>
  world.as("therapist").homework.assign({
    ...place(),
    clientId: crypto.randomUUID(),
    strategyKey,
    mode,
    personIds: mode === "JUST_YOU" ? [world.people.alex.id] : world.couple.partners.map(({ id }: { id: string }) => id),
    knownToBoth: false,
    cadence: { every: "week", times: 1 },
    startsOn: today(),
    endsOn: null,
    note: "",
  });
/** "ok", or the code with what stands beside which field. */
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error: unknown) =>
      error instanceof TRPCError && error.cause instanceof AppError
        ? [error.cause.code, error.cause.details.fields]
        : String(error),
  );

describe("joint work", () => {
  it("is refused beside its cause while a clinician says not yet; for one partner homework is always possible", async () => {
    for (const standing of ["NOT_YET", "INDIVIDUAL_ONLY"]) {
      await record({ standing, eachAlone: false });
      const refused = ["INVALID", { mode: "jointNotNow" }];
      expect(await outcome(assign("say-i", "TOGETHER"))).toEqual(refused);
      expect(await outcome(assign("be-curious", "EACH"))).toEqual(refused);
      expect(await outcome(assign("say-i", "EACH"))).toBe("ok");
      expect(await outcome(assign("be-curious", "JUST_YOU"))).toBe("ok");
    }
    await record();
    expect(await outcome(assign("be-curious", "EACH"))).toBe("ok");
  });

  it("is refused where nothing was recorded, and after the day to look again", async () => {
    const kept = await owner.safetyRecord.findMany({ where: place() });
    await owner.safetyRecord.deleteMany({ where: place() });
    expect(await outcome(assign("be-curious", "EACH"))).toEqual(["INVALID", { mode: "needsJointRecord" }]);
    await owner.safetyRecord.createMany({
      data: kept.map((row) => ({ ...row, lookAgainOn: new Date(addDays(today(), -1)) })),
    });
    expect(await outcome(assign("be-curious", "EACH"))).toEqual(["INVALID", { mode: "jointLookAgain" }]);
    await record();
    expect(await outcome(assign("be-curious", "EACH"))).toBe("ok");
  });

  it("needs that each was asked alone, and a day to look again that is to come", async () => {
    expect(await outcome(record({ lookAgainOn: today() }))).toEqual(["INVALID", { lookAgainOn: "lookAgainSoon" }]);
    const error: unknown = await record({ eachAlone: false }).catch((reason: unknown) => reason);
    expect(JSON.stringify((error as TRPCError).cause)).toContain("eachAlone");
    const insert = `INSERT INTO safety_record (practice_id, id, couple_id, standing, each_alone, look_again_on, recorded_by_id, client_id, created_at)
      VALUES ('${world.practiceId}', gen_random_uuid(), '${world.couple.id}', 'JOINT', false, '2031-01-01', '${world.people.therapist.id}', gen_random_uuid(), '2026-01-01')`;
    expect(await sql.outcome(world.secrets.therapist, world.practiceId, insert)).toBe("23514");
  });
});

describe("a record", () => {
  it("sent twice is stored once, keeps its note sealed, and stands in the history with who recorded it", async () => {
    const clientId = crypto.randomUUID();
    await record({ note: "Spoke with each on Monday." }, clientId);
    await record({ note: "Spoke with each on Monday." }, clientId);
    expect(await owner.safetyRecord.count({ where: { ...place(), clientId } })).toBe(1);
    const stored = await owner.safetyRecord.findFirstOrThrow({ where: { ...place(), clientId } });
    expect(Buffer.from(stored.note ?? []).toString()).not.toContain("Monday");
    const { records } = await world.as("therapist").safety.history(place());
    expect(records[0]).toMatchObject({ standing: "JOINT", byName: "Therapist", note: "Spoke with each on Monday." });
  });

  it("is never changed nor removed, not even by who made it", async () => {
    for (const statement of ["UPDATE safety_record SET standing = 'JOINT'", "DELETE FROM safety_record"])
      expect(await sql.outcome(world.secrets.therapist, world.practiceId, statement)).toBe("42501");
  });

  it("exists for the couple's clinicians alone", async () => {
    const seen = (who: keyof TwoPractices["secrets"]) =>
      sql.outcome(world.secrets[who], world.practiceId, "SELECT 1 FROM safety_record");
    expect(await seen("therapist")).toBeGreaterThan(0);
    for (const who of ["alex", "sam", "owner", "coordinator", "endedClinician", "otherTherapist"] as const)
      expect([who, await seen(who)]).toEqual([who, 0]);
  });

  it("changes nothing of what partners are answered", async () => {
    const { coupleId } = place();
    const answers = async () =>
      JSON.stringify([
        await world.as("sam").homework.today({ coupleId }),
        await world.as("sam").checkIns.us({ coupleId }),
        await world.as("sam").reminders.me({ coupleId }),
      ]);
    await record();
    const before = await answers();
    await record({ standing: "INDIVIDUAL_ONLY", eachAlone: false });
    expect(await answers()).toBe(before);
    await record();
  });

  it("stands on the couple's page and the form, without its words", async () => {
    await record({ note: "canary-note-of-safety" });
    const pages = [
      await world.as("therapist").couples.page(place()),
      await world.as("therapist").homework.assignForm(place()),
    ];
    for (const { safety } of pages) expect(safety).toEqual({ standing: "JOINT", lookAgainOn: addDays(today(), 90) });
    expect(JSON.stringify(pages)).not.toContain("canary-note-of-safety");
  });
});
