import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "../harness/database";
import { tenant } from "./tables";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.adminUrl.replace(/\/[^/]*$/, `/${database.name}`) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const identity = [
  "user",
  "credential",
  "session",
  "ticket",
  "membership",
  "device",
  "passkey",
  "recovery_code",
  "letter",
  "challenge",
  "external_login",
  "recovery",
];
const operations = [
  "installation",
  "heartbeat",
  "key_rotation",
  "key_shredding",
  "throttle",
  "registry_answer",
  "billing_event",
];
const roles = ["reconnect_owner", "reconnect_app", "reconnect_system", "reconnect_worker", "reconnect_backup"];
/** Indexes that serve the whole installation: the queues of mail and of the registry are read across practices by what is due. */
const acrossPractices = [
  "reminder_open",
  "licence_registry_due",
  "invitation_room_open",
  "transfer_code_open",
  "billing_customer",
  "billing_sync_due",
  "billing_seat_due",
];

const column = async (sql: string) => (await client.query(sql)).rows.map((row) => Object.values(row).join(" "));

describe("the catalogue", () => {
  it("holds only classified tables", async () => {
    const found = await column(
      `SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'pgboss') ORDER BY 1, 2`,
    );
    const known = [
      ...tenant.map((name) => `public ${name}`),
      ...identity.map((name) => `identity ${name}`),
      ...operations.map((name) => `ops ${name}`),
      "public _prisma_migrations",
    ];
    expect(found.sort()).toEqual(known.sort());
  });

  it("enables and forces row-level security on every tenant table", async () => {
    const guarded = await column(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity AND relforcerowsecurity`,
    );
    expect(guarded.sort()).toEqual([...tenant].sort());
  });

  it("begins every key, unique and index of a tenant table with the practice", async () => {
    const first = await column(`
      SELECT c.relname AS "table", i.relname AS "index", a.attname FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('_prisma_migrations') AND a.attname <> 'practice_id'`);
    expect(first.filter((row) => !acrossPractices.some((name) => row.split(" ")[1] === name))).toEqual([
      "practice practice_pkey id",
    ]);
  });

  it("carries the practice in every foreign key between tenant tables", async () => {
    const loose = await column(`
      SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1] AND a.attname = 'practice_id')`);
    expect(loose).toEqual([]);
  });

  it("gives no role of ours more than its grants", async () => {
    const unsafe = await column(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ('{${roles.join(",")}}') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    const members = await column(
      `SELECT m.member::regrole, m.roleid::regrole FROM pg_auth_members m WHERE m.member::regrole::text LIKE 'reconnect%'`,
    );
    expect([unsafe, members]).toEqual([[], []]);
  });

  it("has no view that reads with its owner's rights", async () => {
    expect(
      await column(
        `SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace IN ('public'::regnamespace, 'identity'::regnamespace, 'ops'::regnamespace)`,
      ),
    ).toEqual([]);
  });

  it("is exactly what was read and agreed: policies, definer functions, grants", async () => {
    const policies = await column(
      `SELECT tablename, policyname, cmd, roles, coalesce(qual, '-') AS reads, coalesce(with_check, '-') AS writes FROM pg_policies ORDER BY 1, 2, 3`,
    );
    const functions = await column(
      `SELECT p.proname, pg_get_function_identity_arguments(p.oid), CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END, p.proconfig, p.proacl FROM pg_proc p WHERE pronamespace = 'guard'::regnamespace ORDER BY 1`,
    );
    const tables =
      await column(`SELECT grantee, table_schema, table_name, string_agg(privilege_type, ', ' ORDER BY privilege_type) FROM information_schema.table_privileges
      WHERE grantee LIKE 'reconnect%' AND grantee <> 'reconnect_owner' AND table_schema IN ('public', 'identity', 'ops') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
    const columns =
      await column(`SELECT grantee, table_schema, table_name, privilege_type, string_agg(column_name::text, ', ' ORDER BY column_name) FROM information_schema.column_privileges c
      WHERE grantee LIKE 'reconnect%' AND grantee <> 'reconnect_owner' AND table_schema IN ('public', 'identity', 'ops') AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges t
        WHERE t.grantee = c.grantee AND t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`);
    const definers = functions.filter((line) => line.includes(" definer "));
    expect(definers.filter((line) => !/^\w+ {2}definer search_path=""/.test(line))).toEqual([]);
    const text = [
      ["# policies", ...policies],
      ["# functions", ...functions],
      ["# table grants", ...tables],
      ["# column grants", ...columns],
    ]
      .map((part) => part.join("\n"))
      .join("\n\n");
    await expect(`${text}\n`).toMatchFileSnapshot("catalogue.txt");
  });
});
