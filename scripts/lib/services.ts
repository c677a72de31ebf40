import path from "node:path";
import { root } from "./paths";
import { pause } from "./processes";
import { PlainError } from "./steps.mjs";
import type { ChildSpec, Supervisor } from "./supervisor";

const inModules = (file: string): string => path.join(root, "node_modules", file);

/** How to run the web process. `host` is the loopback unless a deployment says otherwise. */
interface WebOptions {
  dev?: boolean;
  host?: string | undefined;
}

/** Next.js, serving the build of NEXT_DIST_DIR, or with `dev` the sources with hot reload. */
export function webService(env: NodeJS.ProcessEnv, port: number, options: WebOptions = {}): ChildSpec {
  const { dev = false, host = "127.0.0.1" } = options;
  const args = [inModules("next/dist/bin/next"), dev ? "dev" : "start", "-H", host, "-p", String(port)];
  const mode = dev ? ("development" as const) : ("production" as const);
  return { name: "web", command: process.execPath, args, env: { ...env, NODE_ENV: mode } };
}

/** The worker; in development it starts again when its sources change. */
export function workerService(env: NodeJS.ProcessEnv, dev = false): ChildSpec {
  const tsx = dev ? [inModules("tsx/dist/cli.mjs"), "watch", "--clear-screen=false"] : ["--import", "tsx"];
  const mode = dev ? ("development" as const) : ("production" as const);
  const args = [...tsx, "server/jobs/runner.ts"];
  return { name: "worker", command: process.execPath, args, env: { ...env, NODE_ENV: mode } };
}

/** A mail server that delivers to a page of its own instead of to people. `folder` keeps the mails between starts. */
export function mailboxService(smtpPort: number, webPort: number, folder: string): ChildSpec {
  const args = [
    inModules("maildev/bin/maildev"),
    ...["--ip", "127.0.0.1", "--smtp", String(smtpPort)],
    ...["--web-ip", "127.0.0.1", "--web", String(webPort)],
    ...["--mail-directory", folder],
  ];
  // It may not see a secret of ours, nor be told by our environment how to behave.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" as const };
  return { name: "mailbox", command: process.execPath, args, env };
}

interface Health {
  status: number;
  body: string;
}

async function ask(url: string): Promise<Health | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return { status: response.status, body: await response.text() };
  } catch {
    return undefined;
  }
}

function checkCrashes(supervisor: Supervisor, names: readonly string[]): void {
  const fallen = names.find((name) => supervisor.crashedRepeatedly(name));
  if (fallen) {
    throw new PlainError(`${fallen} does not stay up. Its log ends so:\n${supervisor.tail(fallen)}`);
  }
}

/** Waits until an address answers at all. Throws a plain error when its process falls or `ms` pass. */
export async function waitForAnswer(url: string, supervisor: Supervisor, name: string, ms = 90_000): Promise<void> {
  const until = performance.now() + ms;
  while (!(await ask(url))) {
    checkCrashes(supervisor, [name]);
    if (performance.now() > until) {
      throw new PlainError(`${name} does not answer at ${url}. Its log ends so:\n${supervisor.tail(name)}`);
    }
    await pause(100);
  }
}

/** Waits until /api/health says that all parts are well. Throws a plain error that names the part that is not. */
export async function waitForHealth(publicUrl: string, supervisor: Supervisor, ms = 60_000): Promise<void> {
  const until = performance.now() + ms;
  const url = new URL("/api/health", publicUrl).href;
  for (;;) {
    const health = await ask(url);
    if (health?.status === 200) {
      return;
    }
    checkCrashes(supervisor, ["web", "worker", "mailbox"]);
    if (performance.now() > until) {
      const said = health ? `${health.status} ${health.body.slice(0, 300)}` : "nothing";
      throw new PlainError(`The product is not well after ${Math.round(ms / 1000)} s: ${url} answers ${said}`);
    }
    await pause(150);
  }
}
