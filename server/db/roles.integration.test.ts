import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerClient } from "@/prisma/seed/owner";
import { createTestDatabase, type TestDatabase } from "@/tests/harness/database";
import { closeClients } from "./clients";
import { checkInstallation } from "./installation";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const clock = path.join(mkdtempSync(path.join(tmpdir(), "reconnect-clock-")), "offset");
  writeFileSync(clock, "0");
  // An operator who hands the web process a superuser, and a moved clock.
  process.env.DATABASE_APP_URL = database.adminUrl;
  process.env.DATABASE_SYSTEM_URL = database.systemUrl;
  process.env.DATABASE_WORKER_URL = database.workerUrl;
  process.env.RECONNECT_TEST_CLOCK = clock;
});
afterAll(async () => {
  await closeClients();
  await database.drop();
});

describe("a process that starts", () => {
  it("refuses a role that could read past row-level security", async () => {
    await expect(checkInstallation("web")).rejects.toThrow(/more rights than this process may have/);
  });

  it("refuses a moved clock on a database that no test made", async () => {
    await checkInstallation("worker");
    const owner = ownerClient(database.ownerUrl);
    await owner.installation.update({ where: { id: 1 }, data: { isTest: false } });
    await owner.$disconnect();
    await expect(checkInstallation("worker")).rejects.toThrow(/only on a test database/);
  });
});
