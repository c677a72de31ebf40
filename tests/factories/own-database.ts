import { createTestDatabase, type TestDatabase } from "../harness/database";

/** A database of this test file's own, and the product's clients pointed at it. */
export async function ownDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  process.env.DATABASE_APP_URL = database.appUrl;
  process.env.DATABASE_SYSTEM_URL = database.systemUrl;
  process.env.DATABASE_WORKER_URL = database.workerUrl;
  return database;
}
