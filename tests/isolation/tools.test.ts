import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppRole } from "../factories/app-role";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";

/** What tools stored, tried in bare SQL under the session of each kind of person. */
let world: TwoPractices;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  sql = await AppRole.connect(world.appUrl);
});
afterAll(async () => {
  await sql.close();
  await world.close();
});

type Name = Exclude<ActorName, "anonymous">;
const refused = "42501";
const as = (name: Name, statement: string, values: unknown[] = []) =>
  sql.outcome(world.secrets[name], world.practiceId, statement, values);
const reads = (name: Name, id: string) => as(name, "SELECT 1 FROM entry WHERE id = $1", [id]);

const insert = `INSERT INTO entry (practice_id, id, couple_id, author_id, assignment_id, ordinal, block, kind, slot, once, visibility, shared_at,
    gate, revealed_at, body, created_at, updated_at)
  VALUES ($1, gen_random_uuid(), $2, $3, $4, 0, 'question', $5, $6, $7, 'SHARED', guard.app_now(), $8, $9, '\\x00', now(), now())`;
type New = {
  kind?: string;
  slot?: string;
  once?: string;
  gate?: string | null;
  revealed?: Date | null;
  assignment?: string;
};
const values = (author: "alex" | "sam", row: New) => [
  world.practiceId,
  world.couple.id,
  world.people[author].id,
  row.assignment ?? world.assignmentId,
  row.kind ?? "answer",
  row.slot ?? null,
  row.once ?? null,
  row.gate ?? null,
  row.revealed ?? null,
];

describe("an answer that waits for the other's", () => {
  it("is read by its author alone, and by everybody once the other has confirmed one in its place", async () => {
    const { mutual } = world.tools;
    expect(await reads("alex", mutual)).toBe(1);
    for (const name of ["sam", "therapist", "owner", "otherPartner"] as const)
      expect(await reads(name, mutual)).toBe(0);
    const met = { slot: "a-card", once: "0|a-card", gate: "MUTUAL" };
    const seen = await sql.as(world.secrets.sam, world.practiceId, async (query) => {
      await query(insert, values("sam", met));
      return (await query("SELECT id, revealed_at FROM entry WHERE slot = 'a-card'")).rows;
    });
    expect(seen.map((row) => row.revealed_at !== null)).toEqual([true, true]);
    expect(seen.map((row) => row.id)).toContain(mutual);
  });

  it.each([
    ["in another place", { slot: "a-card", once: "1|a-card", gate: "MUTUAL" }],
    ["without the gate", { slot: "a-card", once: "0|a-card", gate: null }],
    ["of another kind", { kind: "yes", slot: "a-card", once: "0|a-card", gate: "MUTUAL" }],
  ])("stays closed to an answer %s", async (_, row: New) => {
    const seen = await sql.as(world.secrets.sam, world.practiceId, async (query) => {
      await query(insert, values("sam", row));
      return (await query("SELECT 1 FROM entry WHERE id = $1", [world.tools.mutual])).rowCount;
    });
    expect(seen).toBe(0);
  });

  it("is opened by nobody's word, not its author's either", async () => {
    for (const name of ["alex", "sam", "therapist"] as const)
      expect(await as(name, "UPDATE entry SET revealed_at = now() WHERE id = $1", [world.tools.mutual])).toBe(refused);
    expect(await as("sam", insert, values("sam", { gate: "MUTUAL", once: "x", revealed: new Date() }))).toBe(refused);
    expect(await as("alex", "UPDATE entry SET gate = NULL WHERE id = $1", [world.tools.mutual])).toBe(refused);
    expect(await as("alex", "UPDATE entry SET slot = 'other' WHERE id = $1", [world.tools.mutual])).toBe(refused);
  });
});

describe("an apology", () => {
  const offer = "UPDATE entry SET visibility = 'SHARED', shared_at = guard.app_now() WHERE id = $1";
  const clear = `INSERT INTO entry_clearance (practice_id, entry_id, version, couple_id, cleared_by_id, cleared_at)
    VALUES ($1, $2, $3, $4, $5, guard.app_now())`;
  const clearance = (by: "therapist" | "second" | "alex", entry: string, version = 1) => [
    world.practiceId,
    entry,
    version,
    world.couple.id,
    world.people[by].id,
  ];

  it("cannot be offered before a clinician of the couple has cleared exactly these words", async () => {
    expect(await reads("therapist", world.tools.apology)).toBe(1);
    expect(await reads("sam", world.tools.apology)).toBe(0);
    expect(await as("alex", offer, [world.tools.apology])).toBe(refused);
    expect(await as("alex", clear, clearance("alex", world.tools.apology))).toBe(refused);
    expect(await as("second", clear, clearance("second", world.tools.apology))).toBe(refused);
    expect(await as("therapist", clear, clearance("therapist", world.tools.apology, 2))).toBe(refused);
    expect(await as("therapist", clear, clearance("therapist", world.tools.promise))).toBe(refused);
    expect(await as("therapist", clear, clearance("therapist", world.tools.privatePromise))).toBe(refused);
    expect(await as("therapist", clear, clearance("therapist", world.tools.apology))).toBe(1);
  });

  it("cannot be put before the partner by writing it as shared at once", async () => {
    expect(await as("alex", insert, values("alex", { kind: "apology", gate: "CONSENT" }))).toBe(refused);
  });
});

describe("a tool's entry", () => {
  it("is written only into a homework that its author is asked to do", async () => {
    const { assignmentId } = world.hidden;
    expect(await as("alex", insert, values("alex", { assignment: assignmentId }))).toBe(1);
    expect(await as("sam", insert, values("sam", { assignment: assignmentId }))).toBe(refused);
    expect(await as("alex", insert, values("sam", {}))).toBe(refused);
  });
});
