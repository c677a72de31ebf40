import { rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { knownCluster, orphansOf, resettable, runningOn } from "./data-folder";
import { recoverCluster } from "./postgres";
import { signalGroup, waitForEnd } from "./processes";
import { PlainError } from "./steps.mjs";

/** What the person asked of `npm start`. */
export interface StartOptions {
  dev: boolean;
  reset: boolean;
  yes: boolean;
}

const known = ["--dev", "--reset", "--yes"];

/** Reads the flags of `npm start -- …`. Throws a plain error for one that does not exist. */
export function readOptions(args: readonly string[]): StartOptions {
  const foreign = args.find((arg) => !known.includes(arg));
  if (foreign) {
    throw new PlainError(`There is no option ${foreign}. Known are: ${known.join(", ")}.`);
  }
  return { dev: args.includes("--dev"), reset: args.includes("--reset"), yes: args.includes("--yes") };
}

/** The port that PORT asks for, 3000 without it. */
export function wantedPort(): number {
  const text = process.env.PORT ?? "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`PORT is "${text}", which is no port. Give a number from 1 to 65535.`);
  }
  return port;
}

/** Refuses a data folder that another start uses, and ends what a start that was killed outright left behind. */
export async function takeOver(folder: string): Promise<void> {
  const other = runningOn(folder);
  if (other) {
    const where = other.publicUrl ? `, at ${other.publicUrl}` : "";
    throw new PlainError(
      `Reconnect runs on ${folder} already (process ${other.pid}${where}). Stop that one first, or give this one a folder of its own: RECONNECT_DATA_DIR=/path npm start`,
    );
  }
  for (const pid of orphansOf(folder)) {
    signalGroup(pid, "SIGTERM");
    if (!(await waitForEnd(pid, 5000))) {
      signalGroup(pid, "SIGKILL");
    }
  }
}

async function agrees(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("  Delete these for good? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Says what starting over on a data folder deletes, asks a person at a terminal, and deletes it. */
export async function reset(folder: string, yes: boolean): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new PlainError(
      "DATABASE_URL names a Postgres of yours: --reset never deletes there. Drop the database yourself.",
    );
  }
  const items = resettable(folder);
  if (items.length === 0) {
    console.log("  There is nothing to delete yet.");
    return;
  }
  console.log(`  Starting over deletes all data, accounts and keys:\n${items.map((item) => `    ${item}`).join("\n")}`);
  if (process.stdin.isTTY && !yes && !(await agrees())) {
    throw new PlainError("Nothing was deleted.");
  }
  await recoverCluster(knownCluster(folder));
  for (const item of items) {
    rmSync(item, { recursive: true, force: true });
  }
}
