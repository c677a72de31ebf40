import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { anyFree, isFree } from "./ports";
import { type Binaries, reachableBinaries } from "./postgres-binaries";
import { postgresUser, type SystemUser } from "./postgres-user";
import { commandOf, isAlive, pause, waitForEnd } from "./processes";
import { PlainError } from "./steps.mjs";

/** A running PostgreSQL of our own. */
export interface Cluster {
  port: number;
  /** Connection of the superuser to the database `postgres`. */
  adminUrl: string;
  pid: number;
  stop(): Promise<void>;
}

/** How to run a cluster. `volatile` gives up safety against power cuts for speed: tests only. */
export interface ClusterOptions {
  folder: string;
  password: string;
  logFile: string;
  port?: number | undefined;
  volatile?: boolean;
}

const superuser = "postgres";

/** Makes the cluster's files: UTF-8 whatever the machine's locale, passwords by SCRAM, superuser with our password. */
function initialise(options: ClusterOptions, binaries: Binaries, user: SystemUser | undefined): void {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${options.folder}.password`;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user) {
    chownSync(options.folder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const args = [
    `--pgdata=${options.folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(options.volatile ? ["--no-sync"] : []),
  ];
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const made = spawnSync(binaries.initdb, args, { ...user, cwd: "/", env, encoding: "utf8" });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(options.folder, { recursive: true, force: true });
    throw new PlainError(`The database could not be created: ${(made.stderr || String(made.error)).trim()}`);
  }
}

/** Ends a Postgres that an outright killed start left running here, and clears the file that it leaves after a crash. */
export async function recoverCluster(folder: string): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) {
    return;
  }
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (pid > 0 && isAlive(pid) && commandOf(pid).includes(folder)) {
    process.kill(pid, "SIGINT");
    if (!(await waitForEnd(pid, 20_000))) {
      throw new PlainError(
        `A Postgres from an earlier start (process ${pid}) does not stop. End it, then start again.`,
      );
    }
  }
  rmSync(file, { force: true });
}

function launch(options: ClusterOptions, port: number, binaries: Binaries, user: SystemUser | undefined): ChildProcess {
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // The details of an error repeat the values of its row, and those are nobody's to read in a log.
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: "0",
    ...(options.volatile
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off", max_connections: "200" }
      : {}),
  };
  const args = [
    "-D",
    options.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const log = openSync(options.logFile, "a", 0o600);
  // A group of its own: Ctrl-C reaches the supervisor alone, which stops Postgres last.
  const child = spawn(binaries.postgres, args, {
    ...user,
    cwd: "/",
    detached: true,
    env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return child;
}

async function answers(adminUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntilReady(child: ChildProcess, adminUrl: string, logFile: string): Promise<void> {
  let failed = "";
  child.once("error", (error) => {
    failed = error.message;
  });
  const until = performance.now() + 60_000;
  while (!(await answers(adminUrl))) {
    if (failed || child.exitCode !== null || child.signalCode !== null || performance.now() > until) {
      const tail = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n").slice(-4).join("\n") : "";
      throw new PlainError(`Postgres did not start. ${failed} Its log (${logFile}) ends so:\n${tail}`);
    }
    await pause(40);
  }
}

/** Starts a cluster, making it the first time. Keeps the given port when it is free and takes another when not. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = postgresUser();
  const binaries = reachableBinaries(path.dirname(options.folder), user);
  if (!existsSync(path.join(options.folder, "PG_VERSION"))) {
    initialise(options, binaries, user);
  }
  await recoverCluster(options.folder);
  const port = options.port && (await isFree(options.port)) ? options.port : await anyFree();
  const child = launch(options, port, binaries, user);
  const adminUrl = `postgresql://${superuser}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  await waitUntilReady(child, adminUrl, options.logFile);
  const pid = child.pid ?? 0;
  return {
    port,
    adminUrl,
    pid,
    stop: async () => {
      child.kill("SIGINT");
      if (!(await waitForEnd(pid, 20_000))) {
        child.kill("SIGQUIT");
        await waitForEnd(pid, 5000);
      }
    },
  };
}
