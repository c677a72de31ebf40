import { randomBytes } from "node:crypto";
import { roleUrl, withClient, withDatabase } from "../../scripts/lib/roles";
import type { RolePasswords } from "../../scripts/lib/secrets";

const template = "reconnect_template";

/** A migrated, empty database of one test file's own. */
export interface TestDatabase {
  name: string;
  /** Superuser, on this database: for reading catalogues only. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  workerUrl: string;
  drop(): Promise<void>;
}

/** Copies the template; takes some tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_ADMIN_URL: adminUrl, TEST_ROLES: roles } = process.env;
  if (!adminUrl || !roles)
    throw new Error("No test cluster runs: this file belongs to the integration or isolation project");
  const passwords = JSON.parse(roles) as RolePasswords;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER reconnect_owner STRATEGY wal_log`),
  );
  return {
    name,
    adminUrl: withDatabase(adminUrl, name),
    ownerUrl: roleUrl(adminUrl, name, "owner", passwords),
    appUrl: roleUrl(adminUrl, name, "app", passwords),
    systemUrl: roleUrl(adminUrl, name, "system", passwords),
    workerUrl: roleUrl(adminUrl, name, "worker", passwords),
    drop: async () => {
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
