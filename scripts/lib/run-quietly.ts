import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./paths";
import { isAlive, signalGroup, waitForEnd } from "./processes";
import { PlainError } from "./steps.mjs";

const live = new Set<ChildProcess>();

/** Runs a program to its end without showing what it says. When it fails, its last lines come with the plain error. */
export function runQuietly(
  failure: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  live.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new PlainError(`${failure}: ${error.message}`)));
    child.on("close", (code) => {
      live.delete(child);
      if (code === 0) {
        resolve(output);
      } else {
        reject(new PlainError(`${failure}:\n${output.trim().split("\n").slice(-60).join("\n")}`));
      }
    });
  });
}

/** Ends whatever still runs. */
export async function endQuietRuns(): Promise<void> {
  for (const { pid } of live) {
    if (pid && isAlive(pid)) {
      signalGroup(pid, "SIGTERM");
      if (!(await waitForEnd(pid, 5000))) {
        signalGroup(pid, "SIGKILL");
      }
    }
  }
}
