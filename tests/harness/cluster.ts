import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateClient } from "../../scripts/lib/generated";
import { migrate } from "../../scripts/lib/migrate";
import { startCluster } from "../../scripts/lib/postgres";
import { placeFor, postgresUser } from "../../scripts/lib/postgres-user";
import { waitForEnd } from "../../scripts/lib/processes";
import { provisionRoles, roleUrl, withClient, withDatabase } from "../../scripts/lib/roles";
import { makeSecrets, type Secrets } from "../../scripts/lib/secrets";

/** The database that every test's own one is copied from. */
const template = "reconnect_template";

/** A throw-away server with one migrated database, and the secrets that open it. */
export interface TestCluster {
  adminUrl: string;
  secrets: Secrets;
  /** What the server says, statements of errors included. */
  logFile: string;
  /** Ends the server and starts it on the same port: SIGINT cuts everybody off and writes all out, SIGQUIT is a crash. */
  restart(how: "SIGINT" | "SIGQUIT"): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL in a temporary folder on a free port, with roles and migrations; gone when stopped. A `durable` one
 * keeps what it said it had stored through a crash; others are faster.
 */
export async function startTestCluster({ durable = false } = {}): Promise<TestCluster> {
  await generateClient();
  // A temporary folder that only root may enter is none for user postgres.
  const base = placeFor(tmpdir(), "reconnect-tests", postgresUser());
  const home = mkdtempSync(path.join(base, "reconnect-test-"));
  chmodSync(home, 0o755); // run as root, the server is another user
  const secrets = makeSecrets();
  const folder = path.join(home, "postgres");
  const logFile = path.join(home, "postgres.log");
  const options = { folder, password: secrets.superuser, logFile, volatile: !durable };
  let cluster = await startCluster(options);
  const { adminUrl, port } = cluster;
  await prepare(adminUrl, secrets);
  return {
    adminUrl,
    secrets,
    logFile,
    restart: async (how) => {
      process.kill(cluster.pid, how);
      await waitForEnd(cluster.pid, 20_000);
      cluster = await startCluster({ ...options, port });
      if (cluster.port !== port) throw new Error("the port was taken meanwhile");
    },
    stop: async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function prepare(adminUrl: string, secrets: Secrets): Promise<void> {
  await provisionRoles(adminUrl, template, secrets.roles);
  await migrate(roleUrl(adminUrl, template, "owner", secrets.roles));
  await withClient(withDatabase(adminUrl, template), async (client) => {
    await client.query("UPDATE ops.installation SET is_test = true");
  });
}

/** What test files need of the cluster, carried to their processes in the environment. */
export function clusterEnvironment({
  adminUrl,
  secrets,
}: Pick<TestCluster, "adminUrl" | "secrets">): Record<string, string> {
  return {
    TEST_ADMIN_URL: adminUrl,
    TEST_ROLES: JSON.stringify(secrets.roles),
    DATABASE_SYSTEM_URL: roleUrl(adminUrl, template, "system", secrets.roles),
    AUTH_SECRET: secrets.authSecret,
    KEY_RING: secrets.keyRing,
    PLATFORM_KEY: secrets.platformKey,
    LINK_KEY: secrets.linkKey,
    LOG_LEVEL: "silent",
  };
}

/** vitest's global set-up: one cluster for all files of a run; one that runs already is used as it is. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_ADMIN_URL) return undefined;
  const cluster = await startTestCluster();
  Object.assign(process.env, clusterEnvironment(cluster));
  return cluster.stop;
}
