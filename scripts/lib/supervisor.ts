import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, readFileSync, renameSync, statSync, type WriteStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "./paths";
import { isAlive, pause, signalGroup, waitForEnd } from "./processes";
import { dim, red, yellow } from "./steps.mjs";

/** A process to keep alive. */
export interface ChildSpec {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

interface Child {
  spec: ChildSpec;
  process?: ChildProcess;
  log: WriteStream;
  restarts: number;
}

const largestLog = 5 * 1024 * 1024;
const steadyAfter = 60_000;

function openLog(file: string): WriteStream {
  if (existsSync(file) && statSync(file).size > largestLog) {
    renameSync(file, `${file}.1`);
  }
  return createWriteStream(file, { flags: "a", mode: 0o600 });
}

/** What of a child's output a person at the console must see: pino's warnings and errors. The rest is in its log. */
function important(line: string): string | undefined {
  if (!line.startsWith("{")) {
    return undefined;
  }
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string };
    return typeof entry.level === "number" && entry.level >= 40 ? entry.msg : undefined;
  } catch {
    return undefined;
  }
}

/** Starts processes, keeps their output, starts those again that crash, and stops all of them. */
export class Supervisor {
  readonly #children: Child[] = [];
  readonly #logs: string;
  readonly #changed: () => void;
  #stopping = false;

  /** `logs` is the folder of their logs; `changed` is told whenever a process came or went. */
  constructor(logs: string, changed: () => void = () => undefined) {
    this.#logs = logs;
    this.#changed = changed;
  }

  /** Numbers of the processes that live now. */
  pids(): number[] {
    return this.#children.flatMap(({ process: child }) => (child?.pid && isAlive(child.pid) ? [child.pid] : []));
  }

  /** Where a child's output goes. */
  logOf(name: string): string {
    return path.join(this.#logs, `${name}.log`);
  }

  /** The last lines of a child's log. */
  tail(name: string, lines = 12): string {
    const file = this.logOf(name);
    return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n") : "";
  }

  /** Starts a process and keeps it alive from then on. */
  start(spec: ChildSpec): void {
    const child: Child = { spec, log: openLog(this.logOf(spec.name)), restarts: 0 };
    this.#children.push(child);
    this.#launch(child);
  }

  /** True once a child ended more than `times` times without a minute of steady work. */
  crashedRepeatedly(name: string, times = 2): boolean {
    return this.#children.some((child) => child.spec.name === name && child.restarts > times);
  }

  #launch(child: Child): void {
    const { name, command, args, env } = child.spec;
    const started = performance.now();
    const running = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    child.process = running;
    for (const stream of [running.stdout, running.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        child.log.write(`${line}\n`);
        const message = important(line);
        if (message) {
          console.log(`  ${dim(name)} ${yellow(message)}`);
        }
      });
    }
    running.once("error", (error) => child.log.write(`${error.message}\n`));
    running.once("close", (code, signal) => void this.#ended(child, code ?? signal, performance.now() - started));
    this.#changed();
  }

  async #ended(child: Child, reason: number | string | null, lived: number): Promise<void> {
    this.#changed();
    if (this.#stopping) {
      return;
    }
    child.restarts = lived > steadyAfter ? 1 : child.restarts + 1;
    const wait = Math.min(2 ** (child.restarts - 1), 30);
    const { name } = child.spec;
    console.log(
      `  ${red("!")} ${name} ended unexpectedly (${reason}); starting it again in ${wait} s. ${dim(this.logOf(name))}`,
    );
    await pause(wait * 1000);
    if (!this.#stopping) {
      this.#launch(child);
    }
  }

  /** Stops every process, last started first: asks, waits ten seconds, then insists. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const pids = this.pids();
    for (const pid of pids) {
      signalGroup(pid, "SIGTERM");
    }
    const ended = await Promise.all(pids.map((pid) => waitForEnd(pid, 10_000)));
    for (const pid of pids.filter((_, index) => !ended[index])) {
      signalGroup(pid, "SIGKILL");
      await waitForEnd(pid, 2000);
    }
    for (const child of this.#children) {
      child.log.end();
    }
  }
}
