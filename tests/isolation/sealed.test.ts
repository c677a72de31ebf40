import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { otherBytes, sealedColumns, sealedForPractice } from "@/server/db/sealed";
import { createTestDatabase, type TestDatabase } from "../harness/database";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it("knows every column of bytes: who seals it, or that it holds no words, so that new keys and destroyed keys reach all", async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea'`,
  );
  const sealed = [...sealedColumns, ...sealedForPractice].map(({ table, column }) => `${table}.${column}`);
  expect(rows.map((row) => row.name).sort()).toEqual([...sealed, ...otherBytes].sort());
});

it("names columns that are there", async () => {
  for (const { table, column, writer, rowId } of sealedColumns)
    await client.query(`SELECT practice_id, ${column}, ${writer}, ${rowId} FROM ${table} LIMIT 1`);
  for (const { table, column, rowId } of sealedForPractice)
    await client.query(`SELECT practice_id, ${column}, ${rowId} FROM ${table} LIMIT 1`);
});
