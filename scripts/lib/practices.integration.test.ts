import { spawnSync } from "node:child_process";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";
import { meantPractice, practiceFacts, setVerified } from "./practices";

let world: TwoPractices;
let owner: Client;
beforeAll(async () => {
  world = await twoPractices();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE practice SET verified_at = NULL WHERE id = $1", [world.practiceId]);
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const run = (...args: string[]) => {
  const env = { ...process.env, DATABASE_OWNER_URL: world.ownerUrl };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/practice-verify.ts", ...args],
    { env, encoding: "utf8" },
  );
  return { status, said: stdout + stderr };
};
const mailsLeft = async () =>
  (await world.as("therapist").invitations.coupleForm({ practiceId: world.practiceId })).mailsLeft;
const logged = async () => {
  const { rows } = await owner.query<{ procedure: string }>(
    "SELECT procedure FROM audit WHERE practice_id = $1 AND procedure LIKE 'practice.%' ORDER BY at",
    [world.practiceId],
  );
  return rows.map((row) => row.procedure);
};

it("lists the practices that nobody has verified, with what speaks for them", async () => {
  const waiting = await practiceFacts(owner, null);
  expect(waiting.map(({ id }) => id)).toEqual([world.practiceId]);
  const { said, status } = run();
  expect([status, said]).toEqual([0, expect.stringContaining(world.practiceId)]);
});

it("lifts the limit of ten invitations for the practice that is named, once, and the practice's log says so", async () => {
  expect(await mailsLeft()).toBe(10);
  const { name } = await meantPractice(owner, world.practiceId);
  expect(run(name.toUpperCase())).toEqual({ status: 0, said: expect.stringContaining("verified now") });
  expect(run(world.practiceId).said).toContain("verified before");
  expect(await mailsLeft()).toBeNull();
  expect(await logged()).toEqual(["practice.verify"]);
  const { rows } = await world.as("owner").audit.log({ practiceId: world.practiceId });
  expect(rows).toContainEqual(expect.objectContaining({ category: "ADMINISTRATION", personName: null }));
});

it("can be taken back, and that stands in the log too", async () => {
  expect(run(world.practiceId, "--withdraw").said).toContain("not verified now");
  expect(await mailsLeft()).toBe(10);
  expect(await setVerified(owner, world.practiceId, false)).toBe(false);
  expect(await logged()).toEqual(["practice.verify", "practice.unverify"]);
});

it("is nothing that anyone of the practice or its server could do", async () => {
  const columns = await owner.query(
    `SELECT grantee FROM information_schema.column_privileges
     WHERE table_name = 'practice' AND column_name = 'verified_at' AND privilege_type = 'UPDATE' AND grantee <> 'reconnect_owner'`,
  );
  expect(columns.rows).toEqual([]);
});

it("verifies nothing when nobody, or more than one, has the name", async () => {
  expect(run("Nobody at all")).toEqual({ status: 1, said: expect.stringContaining("There is no practice") });
  await owner.query("UPDATE practice SET name = 'Twice'");
  const { status, said } = run("twice");
  expect([status, said.includes(world.practiceId)]).toEqual([1, true]);
  expect((await practiceFacts(owner, null)).map(({ id }) => id)).toEqual([world.practiceId]);
});
