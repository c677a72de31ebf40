import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type DataFolder, readState, runningOn, saveState } from "./data-folder";
import { startCluster } from "./postgres";
import { provisionRoles } from "./roles";
import { PlainError } from "./steps.mjs";

/** A database server that answers, with our roles and database on it. */
export interface Connection {
  adminUrl: string;
  database: string;
  /** True when the server is ours, from the embedded package. */
  embedded: boolean;
  /** Number of the process that we started, if we did. */
  pid?: number;
  stop(): Promise<void>;
}

const ownDatabase = "reconnect";
const maintenance = ["", "postgres", "template0", "template1", "defaultdb"];

function external(adminUrl: string): Connection {
  let name: string;
  try {
    name = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  } catch {
    throw new PlainError(
      "DATABASE_URL is not an address. It looks so: postgresql://admin:password@host:5432/reconnect",
    );
  }
  const database = maintenance.includes(name) ? ownDatabase : name;
  const server = new URL(adminUrl);
  server.pathname = maintenance.includes(name) && name ? `/${name}` : "/postgres";
  return { adminUrl: server.href, database, embedded: false, stop: async () => undefined };
}

async function embedded(folder: DataFolder): Promise<Connection> {
  const { postgresPort } = readState(folder.path);
  const { superuser } = folder.secrets;
  if (runningOn(folder.path) && postgresPort) {
    const adminUrl = `postgresql://postgres:${superuser}@127.0.0.1:${postgresPort}/postgres`;
    return { adminUrl, database: ownDatabase, embedded: true, stop: async () => undefined };
  }
  const cluster = await startCluster({
    folder: folder.cluster,
    password: superuser,
    logFile: path.join(folder.logs, "postgres.log"),
    port: postgresPort,
  });
  saveState(folder.path, { postgresPort: cluster.port, cluster: folder.cluster });
  return { ...cluster, database: ownDatabase, embedded: true };
}

/**
 * Connects to DATABASE_URL, or else to the embedded Postgres of the data folder: to the one that `npm start` runs now,
 * or to one that is started here. Roles and database exist afterwards.
 */
export async function connect(folder: DataFolder): Promise<Connection> {
  if (!existsSync(folder.logs)) {
    mkdirSync(folder.logs, { mode: 0o700 });
  }
  const given = process.env.DATABASE_URL;
  const connection = given ? external(given) : await embedded(folder);
  try {
    await provisionRoles(connection.adminUrl, connection.database, folder.secrets.roles);
    return connection;
  } catch (error) {
    await connection.stop();
    throw error;
  }
}
