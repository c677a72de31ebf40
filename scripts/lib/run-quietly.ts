import { type ChildProcess, spawn } from "node:child_process";
import { root } from "./paths";
import { isAlive, signalGroup, waitForEnd } from "./processes";
import { PlainError } from "./steps.mjs";

const live = new Set<ChildProcess>();
const keep = 400_000;

/** How a program ended, and the end of what it said. */
export interface Ended {
  code: number;
  output: string;
}

/** Runs a program to its end and keeps what it says to itself. */
export function runCaptured(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  live.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-keep);
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => {
      live.delete(child);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

/** Runs a program that must succeed. When it fails, its last lines come with the plain error. */
export async function runQuietly(
  failure: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { code, output } = await runCaptured(command, args, env);
  if (code !== 0) {
    throw new PlainError(`${failure}:\n${output.split("\n").slice(-60).join("\n")}`);
  }
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
