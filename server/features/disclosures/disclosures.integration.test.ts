import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

const at = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });
const page = () => world.as("therapist").disclosures.page(at());
const statement = (name: "alex" | "sam") =>
  world.as("therapist").disclosures.statement({ ...at(), personId: world.people[name].id });
const fields = {
  disclosedOn: "2026-01-05",
  recipient: "Dr. Ruiz",
  address: "12 Main Street",
  what: "Dates of attendance",
  why: "Subpoena 14-203",
};
const clientId = () => crypto.randomUUID();
const record = (more: object = {}) =>
  world
    .as("therapist")
    .disclosures.record({ ...at(), ...fields, personId: world.people.alex.id, clientId: clientId(), ...more });

describe("the accounting of disclosures", () => {
  it("keeps what was recorded, with who and when", async () => {
    await record();
    const found = (await page()).histories.flat().find((row) => row.recipient === "Dr. Ruiz");
    expect(found).toMatchObject({ ...fields, recordedBy: "Therapist", withdrawn: false, supersedesId: null });
  });

  it("stores a form that was sent twice once", async () => {
    const once = { clientId: clientId(), recipient: "Sent twice" };
    await Promise.all([record(once), record(once)].map((one) => one.catch(() => undefined)));
    await record(once);
    expect((await page()).histories.flat().filter((row) => row.recipient === "Sent twice")).toHaveLength(1);
  });

  it("refuses a day that has not come", async () => {
    await expect(record({ disclosedOn: "2999-01-01" })).rejects.toThrow("INVALID");
  });

  it("loses nothing to a correction, and tells the statement only what stands", async () => {
    const first = (await page()).histories.flat().find((row) => row.recipient === "Dr. Ruiz");
    const disclosureId = first?.disclosureId ?? "";
    const api = world.as("therapist").disclosures;
    const corrected = { ...at(), ...fields, recipient: "Dr. Ruiz-Vega", withdrawn: false };
    await api.correct({ ...corrected, disclosureId, clientId: clientId() });
    const chain = (await page()).histories.find((rows) => rows[0]?.disclosureId === disclosureId) ?? [];
    expect(chain.map((row) => row.recipient)).toEqual(["Dr. Ruiz", "Dr. Ruiz-Vega"]);
    expect((await statement("alex")).rows.map((row) => row.recipient)).toContain("Dr. Ruiz-Vega");
    expect((await statement("alex")).rows.map((row) => row.recipient)).not.toContain("Dr. Ruiz");
    await expect(api.correct({ ...corrected, disclosureId, clientId: clientId() })).rejects.toThrow(
      "CHANGED_MEANWHILE",
    );
    const last = chain.at(-1)?.disclosureId ?? "";
    await api.correct({ ...corrected, disclosureId: last, withdrawn: true, clientId: clientId() });
    expect((await statement("alex")).rows.map((row) => row.recipient)).not.toContain("Dr. Ruiz-Vega");
    expect((await page()).histories.flat().filter((row) => row.recipient.startsWith("Dr. Ruiz"))).toHaveLength(3);
  });

  it("hands each partner a statement of their own and nothing of the other", async () => {
    const [alex, sam] = [JSON.stringify(await statement("alex")), JSON.stringify(await statement("sam"))];
    expect([alex.includes(world.words.disclosed), alex.includes(world.words.disclosedOfSam)]).toEqual([true, false]);
    expect([sam.includes(world.words.disclosed), sam.includes(world.words.disclosedOfSam)]).toEqual([false, true]);
    expect([sam.includes("Alex"), sam.includes(world.people.alex.id)]).toEqual([false, false]);
  });

  it("covers six years and leaves out what is older", async () => {
    await record({ disclosedOn: "2015-06-01", recipient: "Long ago" });
    const { from, to, rows } = await statement("alex");
    expect([from.slice(4), Number(to.slice(0, 4)) - Number(from.slice(0, 4))]).toEqual([to.slice(4), 6]);
    expect(rows.map((row) => row.recipient)).not.toContain("Long ago");
    expect((await page()).histories.flat().map((row) => row.recipient)).toContain("Long ago");
  });

  it("is sealed: the database holds no word of it", async () => {
    const owner = ownerClient(world.ownerUrl);
    const rows = await owner.disclosure.findMany();
    await owner.$disconnect();
    expect(rows.map((row) => Buffer.from(row.words).toString("latin1")).join()).not.toMatch(/Ruiz|canary|Subpoena/);
  });

  it("takes six statements at most", async () => {
    expect(await countStatements(page)).toBeLessThanOrEqual(6);
    expect(await countStatements(() => statement("alex"))).toBeLessThanOrEqual(6);
  });
});
