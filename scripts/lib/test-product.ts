import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { demoRegistry } from "../../prisma/seed/demo/registry";
import type { TestCluster } from "../../tests/harness/cluster";
import { startRegistry } from "../../tests/harness/nppes";
import { type Settings, scriptEnvironment, webEnvironment, workerEnvironment } from "./environment";
import { leaks } from "./leaks/find";
import type { Needle } from "./leaks/needles";
import { startRecorder } from "./leaks/recorder";
import { anyFree } from "./ports";
import { withClient } from "./roles";
import { runQuietly } from "./run-quietly";
import type { Secrets } from "./secrets";
import { mailboxService, waitForAnswer, waitForHealth, webService, workerService } from "./services";
import { startStandIn } from "./stripe-stand-in";
import { Supervisor } from "./supervisor";

/** The product as the browser tests meet it. */
export interface TestProduct {
  /** Texts of this run that stand in the logs of web, worker or Postgres and must not; asked once the browsers are done. */
  leaks(): { found: string[]; looked: number };
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
    E2E_STRIPE_URL: settings.stripe?.url,
    E2E_STRIPE_KEY: settings.stripe?.secretKey,
    E2E_AUTH_SECRET: settings.secrets.authSecret,
    E2E_DATABASE_OWNER_URL: all.DATABASE_OWNER_URL,
    E2E_DATABASE_APP_URL: all.DATABASE_APP_URL,
    E2E_DATABASE_SYSTEM_URL: all.DATABASE_SYSTEM_URL,
    E2E_DATABASE_WORKER_URL: all.DATABASE_WORKER_URL,
  };
}

/** The installation's own secrets: its keys one by one, and the passwords of its roles. */
function installationNeedles({ roles, keyRing, ...others }: Secrets): Needle[] {
  const keys = keyRing.split(",").map((part) => part.split(":")[1] ?? "");
  const { installation: _, ...single } = others;
  return [...keys, ...Object.values(roles), ...Object.values(single)].map((text) => ({ text, from: "secrets" }));
}

/** Seeds the demo on a copy of the template and starts web, worker and mailbox on free ports; files go to `home`. */
export async function startTestProduct(cluster: TestCluster, home: string): Promise<TestProduct> {
  const { adminUrl, secrets } = cluster;
  const [port = 0, smtpPort = 0, mailPort = 0, webPort = 0, stripePort = 0] = await freePorts(5);
  const clock = path.join(home, "clock");
  writeFileSync(clock, "0");
  process.env.RECONNECT_TEST_CLOCK = clock;
  process.env.RECONNECT_DESIGN = "1"; // the crawl looks at the primitives too
  await withClient(adminUrl, (admin) =>
    admin.query(`create database ${database} template reconnect_template owner reconnect_owner`),
  );
  const publicUrl = `http://localhost:${port}`;
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`;
  const registry = await startRegistry(demoRegistry);
  const registryUrl = registry.url;
  const stripe = await startStandIn(stripePort, webPort);
  const settings: Settings = { registryUrl, stripe, adminUrl, database, secrets, port, publicUrl, smtpUrl, demo: true };
  const seed = ["--import", "tsx", "prisma/seed/run.ts", "demo"];
  await runQuietly("The demo could not be seeded", process.execPath, seed, scriptEnvironment(settings));
  const logs = path.join(home, "logs");
  const mails = path.join(home, "mail");
  mkdirSync(logs);
  mkdirSync(mails);
  const supervisor = new Supervisor(logs);
  const saidBefore = statSync(cluster.logFile).size; // by the tests that ran on this server earlier
  const recorder = await startRecorder(port, webPort, path.join(home, "needles.json"));
  const local = `http://127.0.0.1:${webPort}`;
  const mailUrl = `http://127.0.0.1:${mailPort}`;
  try {
    supervisor.start(mailboxService(smtpPort, mailPort, mails));
    await waitForAnswer(`${mailUrl}/healthz`, supervisor, "mailbox");
    supervisor.start(workerService(workerEnvironment(settings)));
    supervisor.start(webService(webEnvironment(settings), webPort));
    await waitForAnswer(local, supervisor, "web");
    await waitForHealth(local, supervisor);
  } catch (error) {
    await recorder.stop();
    await supervisor.stop();
    await registry.close();
    await stripe.close();
    throw error;
  }
  const read = () => [
    ...["web", "worker"].map((name) => ({ name: `${name}.log`, text: readFileSync(supervisor.logOf(name), "utf8") })),
    { name: "postgres.log", text: readFileSync(cluster.logFile).subarray(saidBefore).toString("utf8") },
  ];
  return {
    env: told(settings, mailUrl, clock),
    leaks: () => {
      const needles = [...recorder.needles(), ...installationNeedles(secrets)];
      return { found: leaks(read(), needles), looked: needles.length };
    },
    stop: async () => {
      await recorder.stop();
      await supervisor.stop();
      await registry.close();
      await stripe.close();
    },
  };
}
