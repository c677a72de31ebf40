import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingSchema } from "@/scripts/lib/prisma-files";
import { withClient, withDatabase } from "@/scripts/lib/roles";
import { diffSchemas } from "@/scripts/lib/schema-engine";
import { createTestDatabase, type TestDatabase } from "../harness/database";

const ours = "n.nspname in ('identity', 'ops', 'public') and c.relname <> '_prisma_migrations'";
const questions = {
  columns: `
    select format('%s.%s.%s %s%s default %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                  case when a.attnotnull then ' not null' else '' end, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none')) as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours}`,
  // Conditions and expressions cannot be said in a Prisma schema: those indexes belong to SQL alone.
  indexes: `
    select pg_get_indexdef(i.indexrelid) as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indpred is null and i.indexprs is null and ${ours}`,
  keys: `
    select format('%s.%s %s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype in ('p', 'u', 'f') and ${ours}`,
  enums: `
    select format('%s.%s %s', n.nspname, t.typname, string_agg(e.enumlabel, ',' order by e.enumsortorder)) as line
      from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
     where n.nspname in ('identity', 'ops', 'public') group by n.nspname, t.typname`,
};

async function answer(client: Client, question: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`select line from (${question}) as facts order by line`);
  return rows.map((row) => row.line);
}

/** A database made from the Prisma schema alone, as if there were no migrations. */
async function createFromSchema(adminUrl: string): Promise<string> {
  const name = `drift_${randomBytes(6).toString("hex")}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template template0`));
  const sql = await diffSchemas({ files: [] }, workingSchema());
  await withClient(withDatabase(adminUrl, name), (client) => client.query(sql));
  return name;
}

describe("the migrations, applied one after the other", () => {
  let migrated: TestDatabase;
  let adminUrl: string;
  let fresh = "";

  beforeAll(async () => {
    adminUrl = process.env.TEST_ADMIN_URL ?? "";
    migrated = await createTestDatabase();
    fresh = await createFromSchema(adminUrl);
  });

  afterAll(async () => {
    await migrated.drop();
    await withClient(adminUrl, (client) => client.query(`drop database ${fresh} with (force)`));
  });

  it.each(Object.entries(questions))("lead to the same %s as the Prisma schema", async (_, question) => {
    const actual = await withClient(migrated.adminUrl, (client) => answer(client, question));
    const wanted = await withClient(withDatabase(adminUrl, fresh), (client) => answer(client, question));
    expect(actual).toEqual(wanted);
  });
});
