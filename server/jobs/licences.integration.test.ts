import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays, civilDate, now } from "@/server/clock";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { type Registry, startRegistry } from "@/tests/harness/nppes";
import { askRegistry } from "./ask-registry";
import { sendReminders } from "./send-reminders";
import { sweepLicences } from "./sweep-licences";

let world: TwoPractices;
let registry: Registry;
let owner: Client;
const today = () => civilDate(now(), "America/New_York");
const npi = "1234567893";

beforeAll(async () => {
  registry = await startRegistry([
    {
      number: npi,
      name: ["SECOND", "THERAPIST"],
      taxonomies: [{ code: "106H00000X", desc: "Marriage & Family Therapist", license: "37MF00123", state: "NJ" }],
    },
  ]);
  process.env.NPPES_URL = registry.url; // before anything reads the environment
  world = await twoPractices();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE person SET display_name = 'Second Therapist' WHERE id = $1", [world.people.second.id]);
});
afterAll(async () => {
  await owner.end();
  await registry.close();
  await world.close();
});

const submit = (number: string, changes: { npi?: string; jurisdiction?: string } = {}) =>
  world.as("second").licences.submit({
    ...{ practiceId: world.practiceId, kind: "LMFT", number, jurisdiction: "US-NJ", npi, replacesId: null },
    expiresOn: addDays(today(), 900),
    clientId: crypto.randomUUID(),
    ...changes,
  });
const cardOf = async (number: string) =>
  (await world.as("second").licences.page({ practiceId: world.practiceId })).mine.find((one) => one.number === number);

describe("the worker that asks the registry", () => {
  beforeEach(async () => {
    registry.asked.length = 0;
    registry.mood = "well";
    await owner.query("DELETE FROM ops.registry_answer");
  });

  it("finds the therapist, shows the public facts, and verifies nothing", async () => {
    await submit("37MF00123");
    expect(await cardOf("37MF00123")).toMatchObject({ registryStatus: "PENDING", registryAt: null });
    expect(await askRegistry()).toBe(1);
    expect(await cardOf("37MF00123")).toMatchObject({
      status: "SUBMITTED",
      registryStatus: "MATCHED",
      mismatches: [],
      registryFacts: { name: "SECOND THERAPIST", active: true },
    });
    expect(await askRegistry()).toBe(0);
  });

  it("names what differs, and asks about a number once a day only", async () => {
    await submit("37MF00888", { jurisdiction: "US-NY" });
    await submit("37MF00889");
    await askRegistry();
    await askRegistry();
    expect((await cardOf("37MF00888"))?.mismatches).toEqual(["STATE"]);
    expect((await cardOf("37MF00889"))?.mismatches).toEqual(["NUMBER"]);
    expect(registry.asked).toEqual([npi]);
    await owner.query("UPDATE ops.registry_answer SET at = at - interval '24 hours'");
    await submit("37MF00890");
    await askRegistry();
    expect(registry.asked).toEqual([npi, npi]);
  });

  it("says when there is no such number, and when nobody answered; then it asks again later", async () => {
    await submit("1", { npi: "1999999984" });
    await askRegistry();
    expect(await cardOf("1")).toMatchObject({ registryStatus: "NOT_FOUND", registryFacts: null });
    registry.mood = "garbled";
    await submit("2");
    await askRegistry();
    expect(await cardOf("2")).toMatchObject({ registryStatus: "UNAVAILABLE" });
    registry.mood = "well";
    expect(await askRegistry()).toBe(0);
    await owner.query("UPDATE licence SET registry_due_at = registry_due_at - interval '1 hour' WHERE number = '2'");
    expect(await askRegistry()).toBe(1);
    expect(await cardOf("2")).toMatchObject({ registryStatus: "MISMATCHED", mismatches: ["NUMBER"] });
  });

  it("is asked by one worker at a time", async () => {
    await submit("3");
    const counts = await Promise.all([askRegistry(), askRegistry(), askRegistry()]);
    expect(counts.sort()).toEqual([0, 0, 1]);
  });
});

describe("the sweep over licences", () => {
  const verified = async (days: number) => {
    await owner.query("ALTER TABLE licence DISABLE TRIGGER licence_keeps_its_way");
    const { rows } = await owner.query(
      "UPDATE licence SET expires_on = $1 WHERE person_id = $2 AND status = 'VERIFIED' RETURNING id",
      [addDays(today(), days), world.people.therapist.id],
    );
    await owner.query("ALTER TABLE licence ENABLE TRIGGER licence_keeps_its_way");
    return rows[0]?.id as string;
  };
  const owed = async () =>
    (
      await owner.query(
        "SELECT subject, state, reason FROM reminder WHERE person_id = $1 AND kind = 'LICENCE_EXPIRING' ORDER BY created_at",
        [world.people.therapist.id],
      )
    ).rows;

  it("owes one warning at 60, 30 and 7 days each, however often it runs", async () => {
    const id = await verified(61);
    await sweepLicences();
    expect(await owed()).toEqual([]);
    for (const days of [60, 59, 30, 12, 7, 0]) {
      await verified(days);
      await sweepLicences();
      await sweepLicences();
    }
    expect((await owed()).map((one) => one.subject)).toEqual([`${id}:60`, `${id}:30`, `${id}:7`]);
  });

  it("sends nothing once the licence has been renewed", async () => {
    const id = await verified(5);
    await owner.query(
      `INSERT INTO licence (practice_id, id, person_id, kind, number, jurisdiction, expires_on, client_id, submitted_at, status, decided_at)
       SELECT practice_id, gen_random_uuid(), person_id, kind, number, jurisdiction, expires_on + 700, gen_random_uuid(), now(), 'VERIFIED', now() FROM licence WHERE id = $1`,
      [id],
    );
    await owner.query("UPDATE reminder SET due_at = now() - interval '1 minute' WHERE kind = 'LICENCE_EXPIRING'");
    await sendReminders();
    expect((await owed()).map(({ state, reason }) => [state, reason])).toEqual(
      Array.from({ length: 3 }, () => ["SKIPPED", "DONE"]),
    );
  });

  it("marks as expired what ended yesterday, and nothing that ends today", async () => {
    const { rows } = await owner.query("SELECT id FROM licence WHERE person_id = $1 AND status = 'VERIFIED'", [
      world.people.otherTherapist.id,
    ]);
    const set = async (day: string) => {
      await owner.query("ALTER TABLE licence DISABLE TRIGGER licence_keeps_its_way");
      await owner.query("UPDATE licence SET expires_on = $1 WHERE id = $2", [day, rows[0]?.id]);
      await owner.query("ALTER TABLE licence ENABLE TRIGGER licence_keeps_its_way");
      await sweepLicences();
      return (await owner.query("SELECT status FROM licence WHERE id = $1", [rows[0]?.id])).rows[0]?.status;
    };
    const there = civilDate(now(), "Asia/Kathmandu");
    expect(await set(there)).toBe("VERIFIED");
    expect(await set(addDays(there, -1))).toBe("EXPIRED");
  });
});
