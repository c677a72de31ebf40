import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "./paths";
import { placeFor, postgresUser } from "./postgres-user";
import { birthOf, isAlive } from "./processes";
import { loadSecrets, type Secrets, writePrivate } from "./secrets";
import { PlainError } from "./steps.mjs";

/** What changes from start to start. */
export interface State {
  postgresPort?: number;
  /** Where Postgres keeps its files: known even when the secrets are lost. */
  cluster?: string;
  demoSeeded?: boolean;
}

interface Process {
  pid: number;
  born: string;
}

/** Who runs the product on a data folder now, and through which doors. */
export interface Running extends Process {
  children: Process[];
  publicUrl?: string;
  smtpUrl?: string;
}

/** A data folder that exists and can be written. */
export interface DataFolder {
  path: string;
  logs: string;
  /** Holds Postgres's files; outside the data folder when user postgres cannot enter that. */
  cluster: string;
  secrets: Secrets;
}

/** Where the data of this checkout lies: RECONNECT_DATA_DIR, or `.data` in the checkout. */
export function dataPath(): string {
  return path.resolve(root, process.env.RECONNECT_DATA_DIR ?? ".data");
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(path.join(folder, "logs"), { recursive: true });
    // Others may pass through, because Postgres runs as another user when root starts it, but not look around.
    chmodSync(folder, 0o711);
    chmodSync(path.join(folder, "logs"), 0o700);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new PlainError(
      `The data folder ${folder} cannot be written. Make it writable, or name another: RECONNECT_DATA_DIR=/path npm start`,
      { cause: error },
    );
  }
}

/** Opens the data folder, making it and its secrets the first time. Throws a plain error when it is read-only. */
export function openDataFolder(): DataFolder {
  const folder = dataPath();
  makeWritable(folder);
  const secrets = loadSecrets(folder);
  const home = placeFor(realpathSync(folder), `reconnect-${secrets.installation}`, postgresUser());
  return { path: folder, logs: path.join(folder, "logs"), cluster: path.join(home, "postgres"), secrets };
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** What the last start remembered. */
export function readState(folder: string): State {
  return readJson<State>(path.join(folder, "state.json")) ?? {};
}

/** Remembers something for the next start. */
export function saveState(folder: string, change: State): void {
  writePrivate(path.join(folder, "state.json"), `${JSON.stringify({ ...readState(folder), ...change }, null, 2)}\n`);
}

const runningFile = (folder: string): string => path.join(folder, "running.json");

const lives = ({ pid, born }: Process): boolean => isAlive(pid) && birthOf(pid) === born;

/** The live supervisor of a data folder other than this process; undefined when nobody else runs the product on it. */
export function runningOn(folder: string): Running | undefined {
  const running = readJson<Running>(runningFile(folder));
  return running && running.pid !== process.pid && lives(running) ? running : undefined;
}

/** Processes that a supervisor left behind when it was killed outright. */
export function orphansOf(folder: string): number[] {
  const left = runningOn(folder) ? undefined : readJson<Running>(runningFile(folder));
  return (left?.children ?? []).filter(lives).map(({ pid }) => pid);
}

/** Notes that this process runs the product here, with these children. */
export function saveRunning(
  folder: string,
  children: readonly number[],
  doors: Pick<Running, "publicUrl" | "smtpUrl">,
): void {
  const [self, ...others] = [process.pid, ...children].map((pid) => ({ pid, born: birthOf(pid) }));
  writePrivate(runningFile(folder), JSON.stringify({ ...self, children: others, ...doors }));
}

/** Forgets that this process runs the product here. */
export function clearRunning(folder: string): void {
  if (readJson<Running>(runningFile(folder))?.pid === process.pid) {
    rmSync(runningFile(folder), { force: true });
  }
}

/** Where Postgres keeps the files of a data folder, without asking the secrets: they may be what is lost. */
export function knownCluster(folder: string): string {
  const { cluster } = readState(folder);
  const outside = cluster && /^reconnect-[0-9a-f]{16}$/.test(path.basename(path.dirname(cluster)));
  // A data folder that was copied must not reach into the one that it was copied from.
  return outside ? cluster : path.join(folder, "postgres");
}

/** Everything that `--reset` deletes, as paths that exist. */
export function resettable(folder: string): string[] {
  const inside = ["postgres", "secrets.json", "state.json", "logs", "mail"].map((name) => path.join(folder, name));
  const home = path.dirname(knownCluster(folder));
  return [...inside, ...(home === folder ? [] : [home])].filter((item) => existsSync(item));
}
