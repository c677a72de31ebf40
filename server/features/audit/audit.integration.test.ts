import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { exportLogs } from "@/server/jobs/export-log";
import { sealAudit } from "@/server/jobs/seal-audit";
import { checkAudit } from "@/server/jobs/verify-audit";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import type { LogFilters } from "./schema";

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

const couplePage = (name: "therapist" | "second" | "otherTherapist", coupleId: string) =>
  world.as(name).couples.page({ practiceId: world.practiceId, coupleId });
const log = (filters: LogFilters = {}) => world.as("owner").audit.log({ practiceId: world.practiceId, ...filters });
const coupleLog = (filters: LogFilters = {}) =>
  world.as("therapist").audit.coupleLog({ practiceId: world.practiceId, coupleId: world.couple.id, ...filters });
const lines = (rows: Awaited<ReturnType<typeof log>>["rows"]) =>
  rows.map((row) => `${row.personName} ${row.category} ${row.outcome}`);

describe("the owner's log", () => {
  it("says who, which couple, what kind and whether it went through, and never which procedure", async () => {
    await couplePage("therapist", world.couple.id);
    await world.as("alex").homework.today({ coupleId: world.couple.id });
    await expect(couplePage("second", world.couple.id)).rejects.toThrow("NOT_FOUND");
    const { rows } = await log({ coupleId: world.couple.id });
    expect(lines(rows)).toEqual([
      "Second CLINICAL_READ DENIED",
      "Alex OWN_SIDE ALLOWED",
      "Therapist CLINICAL_READ ALLOWED",
    ]);
    expect(rows[0]?.couple?.partners.map((one) => one.name)).toEqual(["Alex", "Sam"]);
    expect(JSON.stringify(await log())).not.toMatch(/couples\.page|homework/);
  });

  it("shows a refusal at a foreign couple just as at one that never was", async () => {
    const before = (await log()).rows.length;
    await expect(couplePage("second", world.otherCouple.id)).rejects.toThrow("NOT_FOUND");
    await expect(couplePage("second", crypto.randomUUID())).rejects.toThrow("NOT_FOUND");
    await expect(couplePage("otherTherapist", world.couple.id)).rejects.toThrow("NOT_FOUND");
    const { rows } = await log({ outcome: "DENIED" });
    const told = rows.slice(0, 3).map(({ personName, couple, elsewhere }) => [personName, couple !== null, elsewhere]);
    expect(told).toEqual([
      [null, true, false], // somebody who is no person of this practice
      ["Second", false, true],
      ["Second", false, true],
    ]);
    expect((await log()).rows.length).toBeGreaterThan(before);
  });

  it("narrows by person, kind, outcome and civil dates", async () => {
    const { personId } = (await log()).people.find((one) => one.name === "Therapist") ?? {};
    expect(new Set(lines((await log({ personId })).rows))).toEqual(new Set(["Therapist CLINICAL_READ ALLOWED"]));
    expect((await log({ category: "OWN_SIDE" })).rows.every((row) => row.personName === "Alex")).toBe(true);
    expect((await log({ to: "2020-01-01" })).rows).toEqual([]);
    const { today } = (await log()).viewer;
    expect((await log({ from: today, to: today })).rows.length).toBeGreaterThan(0);
  });

  it("turns its pages without losing or repeating a row, however many share an instant", async () => {
    const at = new Date("2024-05-05T12:00:00Z");
    const row = { practiceId: world.practiceId, at, procedure: "couples.list", outcome: "ALLOWED" } as const;
    await owner.audit.createMany({
      data: Array.from({ length: 120 }, () => ({ ...row, category: "ADMINISTRATION", id: crypto.randomUUID() })),
    });
    const filters = { practiceId: world.practiceId, from: "2024-05-05", to: "2024-05-05" };
    const seen: string[] = [];
    for (let after: Awaited<ReturnType<typeof log>>["next"] | undefined; after !== null; ) {
      const page = await world.as("owner").audit.log({ ...filters, ...(after && { after }) });
      seen.push(...page.rows.map((one) => one.id));
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it("says until when it is sealed, and what the nightly check found", async () => {
    expect((await log()).seal).toEqual({ sealedTo: null, check: null });
    await sealAudit(0);
    expect(await checkAudit()).toBe(0);
    const { seal } = await log();
    expect(seal.sealedTo).toEqual(seal.check?.sealedTo);
    expect(seal.check?.faults).toBe(0);
    const { id } = await owner.audit.findFirstOrThrow({ where: { practiceId: world.practiceId, outcome: "DENIED" } });
    const where = { practiceId_id: { practiceId: world.practiceId, id } };
    await owner.audit.update({ where, data: { category: "ACCOUNT" } });
    expect(await checkAudit()).toBe(1);
    expect((await log()).seal.check?.faults).toBe(1);
    await owner.audit.update({ where, data: { category: "CLINICAL_READ" } });
    expect(await checkAudit()).toBe(0);
  });

  it("takes four statements", async () => {
    expect(await countStatements(() => log())).toBe(4);
  });
});

describe("a file of the log", () => {
  const make = async (filters: LogFilters = {}) => {
    const exportId = crypto.randomUUID();
    const ids = { practiceId: world.practiceId, exportId };
    await world.as("owner").audit.exportLog({ practiceId: ids.practiceId, clientId: exportId, ...filters });
    await exportLogs(ids);
    return ids;
  };

  it("holds the narrowed rows in the owner's language and zone, and nothing that a spreadsheet would run", async () => {
    const { id } = world.people.second;
    const where = { practiceId_id: { practiceId: world.practiceId, id } };
    await owner.person.update({ where, data: { displayName: '=HYPERLINK("x")' } });
    const { csv, fileName } = await world.as("owner").audit.downloadExport(await make({ outcome: "DENIED" }));
    await owner.person.update({ where, data: { displayName: "Second" } });
    expect(fileName).toMatch(/^access-log-\d{4}-\d\d-\d\d\.csv$/);
    const [head, first, ...rest] = csv.trimEnd().split("\n");
    expect(head).toBe("\uFEFFWhen,Who,Couple,What kind,Outcome");
    expect(first).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[45]:00,Nobody of this practice,Alex & Sam,Read clinical content,Refused$/,
    );
    expect(rest.join("\n")).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).not.toContain("couples.page");
  });

  it("lies sealed, is asked for by ids alone, and is gone after a day", async () => {
    const ids = await make();
    const stored = await owner.logExport.findFirstOrThrow({ where: { id: ids.exportId } });
    expect(Buffer.from(stored.body ?? []).toString("utf8")).not.toMatch(/Alex|Therapist|clinical/);
    const jobs = await owner.$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'audit.export' AND data->>'exportId' = ${ids.exportId}`;
    expect(jobs).toEqual([{ data: ids }]);
    await owner.logExport.updateMany({
      where: { id: ids.exportId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    await expect(world.as("owner").audit.downloadExport(ids)).rejects.toThrow("NOT_FOUND");
    await exportLogs(ids);
    expect(await owner.logExport.count({ where: { id: ids.exportId } })).toBe(0);
  });

  it("is made once, however often it is asked for, and no more than five lie ready", async () => {
    await owner.logExport.deleteMany();
    const ids = await make();
    await world.as("owner").audit.exportLog({ practiceId: ids.practiceId, clientId: ids.exportId });
    expect(await owner.logExport.count()).toBe(1);
    for (let count = 1; count < 5; count++) await make();
    await expect(make()).rejects.toThrow("TOO_MANY");
    await owner.logExport.deleteMany();
  });

  it("stands in the log as an export", async () => {
    await world.as("owner").audit.downloadExport(await make());
    expect(lines((await log({ category: "EXPORT" })).rows).slice(0, 2)).toEqual([
      "Owner EXPORT ALLOWED",
      "Owner EXPORT ALLOWED",
    ]);
  });
});

describe("a couple's log", () => {
  it("tells its clinicians what staff did, and of partners only that they used their own side", async () => {
    const { rows } = await coupleLog();
    expect(rows.map((row) => row.procedure)).toContain("couples.page");
    const own = rows.filter((row) => row.category === "OWN_SIDE");
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((row) => row.procedure === null)).toBe(true);
    expect(rows.every((row) => row.couple?.coupleId === world.couple.id)).toBe(true);
  });

  it("takes six statements", async () => {
    expect(await countStatements(() => coupleLog())).toBe(6);
  });
});
