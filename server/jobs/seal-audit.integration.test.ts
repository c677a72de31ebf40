import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import type { Client } from "@/server/db/clients";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { sealAudit } from "./seal-audit";
import { verifyAudit } from "./verify-audit";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = ownerClient(world.ownerUrl);
  for (let round = 0; round < 3; round++) {
    await world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id });
    await world.as("alex").homework.today({ coupleId: world.couple.id });
    await sealAudit(0);
  }
});
afterAll(async () => {
  await owner.$disconnect();
  await world.close();
});

const faults = async () =>
  (await verifyAudit()).flatMap((report) => report.faults.map((fault) => `${fault.kind} ${fault.number}`));
const first = () => owner.audit.findFirstOrThrow({ where: { practiceId: world.practiceId }, orderBy: { at: "asc" } });

describe("the sealed audit log", () => {
  it("is whole as written, and seals nothing twice", async () => {
    expect(await sealAudit(0)).toBe(0);
    expect(await owner.auditSeal.count()).toBe(3);
    expect(await faults()).toEqual([]);
  });

  it("leaves the last minute alone, in which a transaction may still be open", async () => {
    await world.as("alex").homework.today({ coupleId: world.couple.id });
    expect(await sealAudit()).toBe(0);
    expect((await verifyAudit()).find((report) => report.practiceId === world.practiceId)?.unsealed).toBe(1);
  });

  it("names the span in which a row was altered", async () => {
    const { practiceId, id, procedure } = await first();
    const where = { practiceId_id: { practiceId, id } };
    await owner.audit.update({ where, data: { procedure: "home.places" } });
    expect(await faults()).toEqual(["altered-rows 1"]);
    await owner.audit.update({ where, data: { procedure } });
    expect(await faults()).toEqual([]);
  });

  it("names the span from which a row was cut, or into which one was slipped", async () => {
    const row = await first();
    await owner.audit.delete({ where: { practiceId_id: { practiceId: row.practiceId, id: row.id } } });
    expect(await faults()).toEqual(["altered-rows 1"]);
    await owner.audit.create({ data: row });
    await owner.audit.create({ data: { ...row, id: crypto.randomUUID() } });
    expect(await faults()).toEqual(["altered-rows 1"]);
    await owner.audit.deleteMany({ where: { practiceId: row.practiceId, at: row.at, id: { not: row.id } } });
  });

  it("does not believe a seal that was rewritten to fit", async () => {
    const seal = await owner.auditSeal.findFirstOrThrow({ where: { practiceId: world.practiceId, number: 1 } });
    const where = { practiceId_number: { practiceId: seal.practiceId, number: 1 } };
    await owner.auditSeal.update({ where, data: { rows: seal.rows + 1 } });
    expect(await faults()).toEqual(expect.arrayContaining(["forged-seal 1"]));
    await owner.auditSeal.update({ where, data: { rows: seal.rows } });
  });

  it("notices when its newest seals were cut with their rows, also once others stand in their place", async () => {
    const { practiceId } = world;
    expect(await faults()).toEqual([]);
    const [last] = await owner.auditSeal.findMany({ where: { practiceId }, orderBy: { number: "desc" }, take: 1 });
    if (!last) throw new Error("nothing was sealed");
    const rows = await owner.audit.findMany({ where: { practiceId, at: { gte: last.from, lt: last.to } } });
    await owner.auditSeal.delete({ where: { practiceId_number: { practiceId, number: last.number } } });
    await owner.audit.deleteMany({ where: { practiceId, id: { in: rows.map((row) => row.id) } } });
    expect(await faults()).toEqual([`missing-seal ${last.number}`]);
    await sealAudit(0);
    expect(await faults()).toEqual([`forged-seal ${last.number}`]);
    expect(await faults()).toEqual([`forged-seal ${last.number}`]);
  });

  it("is walked by npm run audit:verify, which ends with an error and names what is broken", async () => {
    const ended = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/audit-verify.ts"]);
    const said = await ended.then(
      ({ stdout }) => `0 ${stdout}`,
      ({ code, stdout }) => `${code} ${stdout}`,
    );
    expect(said).toMatch(/^1 .*head \d+\.[0-9a-f]{16}, BROKEN\n {2}seal \d+: forged-seal/s);
  });
});
