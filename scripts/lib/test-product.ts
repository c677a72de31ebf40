import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestCluster } from "../../tests/harness/cluster";
import { type Settings, scriptEnvironment, webEnvironment, workerEnvironment } from "./environment";
import { anyFree } from "./ports";
import { withClient } from "./roles";
import { runQuietly } from "./run-quietly";
import { mailboxService, waitForAnswer, waitForHealth, webService, workerService } from "./services";
import { Supervisor } from "./supervisor";

/** The product as the browser tests meet it. */
export interface TestProduct {
  /** What Playwright is told: addresses, connections, the file that moves time. */
  env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

const database = "reconnect_browser";

async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = await anyFree();
    if (!ports.includes(port)) {
      ports.push(port);
    }
  }
  return ports;
}

function told(settings: Settings, mailUrl: string, clock: string): NodeJS.ProcessEnv {
  const all = scriptEnvironment(settings);
  return {
    ...process.env,
    E2E_BASE_URL: settings.publicUrl,
    E2E_MAIL_URL: mailUrl,
    E2E_CLOCK_FILE: clock,
    E2E_AUTH_SECRET: settings.secrets.authSecret,
    E2E_DATABASE_OWNER_URL: all.DATABASE_OWNER_URL,
    E2E_DATABASE_APP_URL: all.DATABASE_APP_URL,
    E2E_DATABASE_SYSTEM_URL: all.DATABASE_SYSTEM_URL,
    E2E_DATABASE_WORKER_URL: all.DATABASE_WORKER_URL,
  };
}

/** Seeds the demo on a copy of the template and starts web, worker and mailbox on free ports; files go to `home`. */
export async function startTestProduct({ adminUrl, secrets }: TestCluster, home: string): Promise<TestProduct> {
  const [port = 0, smtpPort = 0, mailPort = 0] = await freePorts(3);
  const clock = path.join(home, "clock");
  writeFileSync(clock, "0");
  process.env.RECONNECT_TEST_CLOCK = clock;
  process.env.RECONNECT_DESIGN = "1"; // the crawl looks at the primitives too
  await withClient(adminUrl, (admin) =>
    admin.query(`create database ${database} template reconnect_template owner reconnect_owner`),
  );
  const publicUrl = `http://localhost:${port}`;
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`;
  const settings: Settings = { adminUrl, database, secrets, port, publicUrl, smtpUrl, demo: true };
  const seed = ["--import", "tsx", "prisma/seed/run.ts", "demo"];
  await runQuietly("The demo could not be seeded", process.execPath, seed, scriptEnvironment(settings));
  const logs = path.join(home, "logs");
  const mails = path.join(home, "mail");
  mkdirSync(logs);
  mkdirSync(mails);
  const supervisor = new Supervisor(logs);
  const local = `http://127.0.0.1:${port}`;
  const mailUrl = `http://127.0.0.1:${mailPort}`;
  try {
    supervisor.start(mailboxService(smtpPort, mailPort, mails));
    await waitForAnswer(`${mailUrl}/healthz`, supervisor, "mailbox");
    supervisor.start(workerService(workerEnvironment(settings)));
    supervisor.start(webService(webEnvironment(settings), port));
    await waitForAnswer(local, supervisor, "web");
    await waitForHealth(local, supervisor);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return { env: told(settings, mailUrl, clock), stop: () => supervisor.stop() };
}
