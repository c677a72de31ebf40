import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AppRole } from "../factories/app-role";
import { type TwoPractices, twoPractices } from "../factories/two-practices";
import { tenant } from "./tables";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

it("keeps no word of anyone readable in the database, not even for its owner", async () => {
  const owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  const dump: string[] = [];
  for (const table of [...tenant, "identity.credential", "identity.session", "identity.ticket"]) {
    const { rows } = await owner.query(`SELECT t::text AS row FROM ${table} t`);
    dump.push(...rows.map((row) => row.row as string));
  }
  await owner.end();
  const everything = dump.join("\n");
  expect(everything).toContain("Alex");
  expect(dump.length).toBeGreaterThan(50);
  for (const words of Object.values(world.words)) {
    expect(everything).not.toContain(words);
    expect(everything).not.toContain(Buffer.from(words).toString("hex"));
  }
  for (const secret of Object.values(world.secrets)) expect(everything).not.toContain(secret);
});

it("seals each person's words with a key of their own", async () => {
  const sql = await AppRole.connect(world.appUrl);
  const keys = await sql.as(
    world.secrets.therapist,
    world.practiceId,
    async (query) => (await query("SELECT person_id, wrapped FROM person_key")).rows,
  );
  await sql.close();
  expect(new Set(keys.map((row) => Buffer.from(row.wrapped).toString("hex"))).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(2);
});
