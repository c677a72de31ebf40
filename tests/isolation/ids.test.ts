import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppRole } from "../factories/app-role";
import { type HttpAnswer, httpActor } from "../factories/over-http";
import { type ActorName, type TwoPractices, twoPractices } from "../factories/two-practices";
import { cases } from "./cases";
import type { IsolationCase } from "./cases/shape";
import { idFields, madeByBrowser, tableOf, withId } from "./id-fields";
import { procedures } from "./walk";

let world: TwoPractices;
let owner: Client;
let sql: AppRole;
beforeAll(async () => {
  world = await twoPractices();
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
  sql = await AppRole.connect(world.appUrl);
  await owner.query(`INSERT INTO identity.passkey (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
    SELECT gen_random_uuid(), id, convert_to(email, 'UTF8'), '\\x00', 0, '{}', false, 'Phone', now() FROM identity."user"`);
}, 60_000);
afterAll(async () => {
  await sql.close();
  await owner.end();
  await world.close();
});

interface Row {
  id: string;
  practice_id?: string;
  couple_id?: string;
}

async function idsSeen(actor: ActorName, table: string): Promise<Set<string>> {
  if (actor === "anonymous") return new Set();
  if (table.startsWith("identity.")) {
    const own = `SELECT t.id FROM ${table} t JOIN identity.session s ON s.user_id = t.user_id WHERE s.token_hash = sha256(convert_to($1, 'UTF8'))`;
    return new Set((await owner.query<Row>(own, [world.secrets[actor]])).rows.map((row) => row.id));
  }
  const rows = await sql.as(world.secrets[actor], world.practiceId, (query) => query(`SELECT id FROM ${table}`));
  return new Set(rows.rows.map((row: Row) => row.id));
}

/** Two ids each of the actor's couple, of another couple, and of the other practice, that must look unknown. */
async function hiddenIds(actor: ActorName, table: string, withCouple: boolean): Promise<string[]> {
  const { rows } = await owner.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t`);
  const seen = await idsSeen(actor, table);
  const elsewhere = (row: Row) => withCouple && row.couple_id !== undefined && row.couple_id !== world.couple.id;
  const near = (row: Row) =>
    row.couple_id === world.couple.id ? 0 : (row.practice_id ?? row.id) === world.practiceId ? 1 : 2;
  const hidden = rows.map(({ row }) => row).filter((row) => !seen.has(row.id) || elsewhere(row));
  return [0, 1, 2].flatMap((place) =>
    hidden
      .filter((row) => near(row) === place)
      .slice(0, 2)
      .map((row) => row.id),
  );
}

/** Who sends it: two of those who get through, so that only the one id is wrong. */
const senders = (one: IsolationCase): ActorName[] =>
  one.open ? ["anonymous", "alex"] : [one.allowed.at(0), one.allowed.at(-1)].filter((name) => name !== undefined);

const fieldsOf = (path: string) => idFields(procedures[path]?._def.inputs ?? []);
const rows = Object.entries(cases).flatMap(([path, one]) =>
  one.input ? fieldsOf(path).map((field) => ({ path, field, input: one.input, one })) : [],
);
const referring = rows.filter(({ field }) => !madeByBrowser(field));

it("looks at every id that a procedure takes", () => {
  const missing = rows.filter(({ input, field }) => input && withId(input(world), field, "x") === null);
  expect(missing.map(({ path, field }) => `${path} ${field}`)).toEqual([]);
  expect(referring.length).toBeGreaterThan(30);
});

describe.each(referring)("$path with another $field", ({ path, field, one }) => {
  it("says the same bytes of what may not be seen, or lies elsewhere, as of what does not exist", async () => {
    for (const actor of new Set(senders(one))) {
      const send = await httpActor(world, actor);
      const type = procedures[path]?._def.type ?? "query";
      const ask = (id: string): Promise<HttpAnswer> => send(path, type, withId(one.input?.(world), field, id));
      const unknown = await ask(crypto.randomUUID());
      expect([path, field, unknown.status, unknown.body]).toEqual([
        path,
        field,
        404,
        expect.stringContaining("NOT_FOUND"),
      ]);
      const hidden = await hiddenIds(actor, tableOf(field), fieldsOf(path).includes("coupleId"));
      expect(hidden, `two-practices.ts has no row of ${tableOf(field)} to hide`).not.toEqual([]);
      for (const id of hidden) expect(await ask(id)).toEqual(unknown);
    }
  });
});
