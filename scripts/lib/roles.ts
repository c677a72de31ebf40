import { Client, DatabaseError } from "pg";
import { type RoleName, type RolePasswords, roleNames } from "./secrets";
import { PlainError } from "./steps.mjs";

/** The fixed, cluster-wide name of a role. */
export function roleOf(name: RoleName): string {
  return `reconnect_${name}`;
}

/** The same server as `adminUrl`, another database, and one of our roles. */
export function roleUrl(adminUrl: string, database: string, name: RoleName, passwords: RolePasswords): string {
  const url = new URL(adminUrl);
  url.username = roleOf(name);
  url.password = encodeURIComponent(passwords[name]);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same connection to another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Connects, runs and disconnects. A server that does not answer becomes a plain error. */
export async function withClient<T>(connectionString: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, username } = new URL(connectionString);
    const reason = error instanceof Error && error.message ? error.message : "no answer";
    throw new PlainError(`Postgres at ${host} did not let ${username} in: ${reason}.`, { cause: error });
  }
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function checkServer(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ version: number; may: boolean }>(
    `select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as may
       from pg_roles where rolname = current_user`,
  );
  const { version = 0, may = false } = rows[0] ?? {};
  if (version < 150_000) {
    throw new PlainError(`This Postgres is version ${Math.floor(version / 10_000)}; Reconnect needs 15 or later.`);
  }
  if (!may) {
    throw new PlainError("The user in DATABASE_URL may not make roles. Give it CREATEROLE, or use an administrator.");
  }
  return version;
}

/** Makes the roles that are missing and gives the names of those that were there. */
async function makeRoles(admin: Client, passwords: RolePasswords): Promise<RoleName[]> {
  const { rows } = await admin.query<{ rolname: string }>("select rolname from pg_roles where rolname = any($1)", [
    roleNames.map(roleOf),
  ]);
  const present = roleNames.filter((name) => rows.some((row) => row.rolname === roleOf(name)));
  for (const name of roleNames.filter((candidate) => !present.includes(candidate))) {
    const password = admin.escapeLiteral(passwords[name]);
    await admin.query(`create role ${roleOf(name)} login nocreatedb nocreaterole password ${password}`);
  }
  return present;
}

/** Makes the database, owned by reconnect_owner. An administrator who is no superuser joins that role for this moment. */
async function makeDatabase(admin: Client, database: string, version: number): Promise<void> {
  const owner = roleOf("owner");
  const name = admin.escapeIdentifier(database);
  const { rows } = await admin.query<{ rolsuper: boolean }>(
    "select rolsuper from pg_roles where rolname = current_user",
  );
  const joins = !rows[0]?.rolsuper;
  if (joins) {
    await admin.query(`grant ${owner} to current_user ${version >= 160_000 ? "with inherit false, set true" : ""}`);
  }
  try {
    await admin.query(`create database ${name} owner ${owner} template template0 encoding 'UTF8'`);
  } catch (error) {
    const denied = error instanceof DatabaseError && error.code === "42501";
    throw denied
      ? new PlainError(`The user in DATABASE_URL may not make the database ${database}. Make it first.`)
      : error;
  } finally {
    if (joins) {
      await admin.query(`revoke ${owner} from current_user`);
    }
  }
}

/** True when the database is ours, made now or before; false when it belongs to somebody else. */
async function ensureDatabase(admin: Client, database: string, version: number): Promise<boolean> {
  const find = "select pg_get_userbyid(datdba) as owner from pg_database where datname = $1";
  const { rows } = await admin.query<{ owner: string }>(find, [database]);
  if (rows[0]) {
    return rows[0].owner === roleOf("owner");
  }
  await makeDatabase(admin, database, version);
  return true;
}

async function checkPassword(
  adminUrl: string,
  database: string,
  name: RoleName,
  passwords: RolePasswords,
): Promise<void> {
  try {
    await withClient(roleUrl(adminUrl, database, name, passwords), async () => undefined);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof DatabaseError && cause.code === "28P01") {
      throw new PlainError(
        `The role ${roleOf(name)} is on this Postgres already, with another password than the one in the data folder. ` +
          "Another installation uses this server: start with its data folder (RECONNECT_DATA_DIR), or use another server.",
      );
    }
    throw error;
  }
}

/** Lets our five roles in, and nobody else where the database is our own. */
export async function openDatabase(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${roleNames.map(roleOf).join(", ")}`);
}

/**
 * Makes the five roles and the database, each only when missing. `adminUrl` is a superuser, or a role with CREATEROLE
 * (and CREATEDB when the database is missing). Never changes a password: one that does not fit is a plain error.
 */
export async function provisionRoles(adminUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  const { present, ours } = await withClient(adminUrl, async (admin) => {
    const version = await checkServer(admin);
    const found = await makeRoles(admin, passwords);
    return { present: found, ours: await ensureDatabase(admin, database, version) };
  });
  if (ours) {
    if (present.includes("owner")) {
      await checkPassword(adminUrl, database, "owner", passwords);
    }
    await withClient(roleUrl(adminUrl, database, "owner", passwords), (owner) => openDatabase(owner, database));
  } else {
    await withClient(withDatabase(adminUrl, database), async (admin) => {
      const name = admin.escapeIdentifier(database);
      await admin.query(`grant connect, create, temporary on database ${name} to ${roleOf("owner")}`);
      await admin.query(`grant usage, create on schema public to ${roleOf("owner")}`);
      await admin.query(`grant connect on database ${name} to ${roleNames.map(roleOf).join(", ")}`);
    });
  }
  for (const name of present) {
    await checkPassword(adminUrl, database, name, passwords);
  }
}
