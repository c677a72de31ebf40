import { mkdirSync } from "node:fs";
import path from "node:path";
import { demoRegistry } from "../../prisma/seed/demo/registry";
import { type Registry, startRegistry } from "../../tests/harness/nppes";
import type { StripeStandIn } from "../../tests/harness/stripe/server";
import { type Connection, connect } from "./connection";
import {
  clearRunning,
  type DataFolder,
  dataPath,
  openDataFolder,
  readState,
  saveRunning,
  saveState,
} from "./data-folder";
import { loadDotEnv, type Settings, scriptEnvironment, webEnvironment, workerEnvironment } from "./environment";
import { buildWeb, generateClient } from "./generated";
import { migrate } from "./migrate";
import { holderOf, nextFree } from "./ports";
import { endQuietRuns, runQuietly } from "./run-quietly";
import { mailboxService, waitForAnswer, waitForHealth, webService, workerService } from "./services";
import { readOptions, reset, type StartOptions, takeOver, wantedPort } from "./start-options";
import { report } from "./start-report";
import { explain, step, yellow } from "./steps.mjs";
import { startStandIn } from "./stripe-stand-in";
import { Supervisor } from "./supervisor";

/** A free port at or after the wanted one; says who holds the wanted one. */
async function choosePort(wanted: number, what: string, taken: readonly number[] = []): Promise<number> {
  const port = await nextFree(wanted, taken);
  if (port !== wanted && !taken.includes(wanted)) {
    console.log(`  ${yellow("!")} Port ${wanted} is taken by ${holderOf(wanted)}; ${what} uses ${port}.`);
  }
  return port;
}

/** One run of the product, from set-up to the last process stopped. */
class Run {
  readonly #options: StartOptions;
  readonly #folder: DataFolder;
  readonly #supervisor: Supervisor;
  #connection: Connection | undefined;
  #registry: Registry | undefined;
  #stripe: StripeStandIn | undefined;
  #addresses: { publicUrl?: string; smtpUrl?: string } = {};
  #stopping: Promise<void> | undefined;

  constructor(options: StartOptions, folder: DataFolder) {
    this.#options = options;
    this.#folder = folder;
    this.#supervisor = new Supervisor(folder.logs, () => this.#note());
    this.#note();
  }

  /** Writes down who runs, so that a second start knows, and the next can clear up after a kill. */
  #note(): void {
    saveRunning(this.#folder.path, this.#supervisor.pids(), this.#addresses);
  }

  get stopping(): boolean {
    return this.#stopping !== undefined;
  }

  async go(): Promise<void> {
    await step("generate", async (note) => note((await generateClient()) ? "Prisma client" : "unchanged"));
    const connection = await step("database", async (note) => {
      const found = await connect(this.#folder);
      note(found.embedded ? `PostgreSQL, port ${new URL(found.adminUrl).port}` : new URL(found.adminUrl).host);
      this.#connection = found;
      return found;
    });
    const settings = await this.#settings(connection);
    await this.#prepare(settings, connection);
    await this.#serve(settings);
  }

  async #settings(connection: Connection): Promise<Settings> {
    const port = await choosePort(wantedPort(), "Reconnect");
    const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
    const smtpUrl = process.env.SMTP_URL ?? `smtp://127.0.0.1:${await choosePort(1025, "the mailbox", [port])}`;
    this.#addresses = { publicUrl, smtpUrl };
    this.#note();
    const demo = connection.embedded;
    // The demo asks a registry of its own, in this process: nobody's number leaves the machine.
    if (demo && !process.env.NPPES_URL) this.#registry = await startRegistry(demoRegistry);
    const registryUrl = this.#registry?.url;
    // And it pays a Stripe of its own, in this process too: no money moves.
    if (demo && !process.env.STRIPE_SECRET_KEY) this.#stripe = await this.#standIn(port);
    const stripe = this.#stripe;
    return { ...connection, secrets: this.#folder.secrets, port, publicUrl, smtpUrl, registryUrl, stripe, demo };
  }

  async #standIn(webPort: number): Promise<StripeStandIn> {
    const port = await choosePort(12_111, "the stand-in for Stripe", [webPort]);
    return startStandIn(port, webPort, path.join(this.#folder.path, "stripe.json"));
  }

  async #prepare(settings: Settings, connection: Connection): Promise<void> {
    const env = scriptEnvironment(settings);
    await step("migrations", async (note) => {
      const applied = await migrate(env.DATABASE_OWNER_URL ?? "");
      note(applied.length > 0 ? `${applied.length} applied` : "up to date");
    });
    if (connection.embedded && !readState(this.#folder.path).demoSeeded) {
      await step("demo", async () => {
        const seed = ["--import", "tsx", "prisma/seed/run.ts", "demo", "--if-empty"];
        await runQuietly("The demo could not be seeded", process.execPath, seed, env);
        saveState(this.#folder.path, { demoSeeded: true });
      });
    }
    if (!this.#options.dev) {
      const build = { ...webEnvironment(settings), RECONNECT_TYPES_CHECKED: "1" };
      await step("build", async (note) => note((await buildWeb(build)) ? "" : "unchanged"));
    }
  }

  async #serve(settings: Settings): Promise<void> {
    const { dev } = this.#options;
    const local = `http://127.0.0.1:${settings.port}`;
    const mailbox = process.env.SMTP_URL ? undefined : await this.#mailbox(settings);
    const web = webEnvironment(settings);
    const worker = workerEnvironment(settings);
    this.#supervisor.start(workerService(worker, dev));
    await step("web", async () => {
      this.#supervisor.start(webService(web, settings.port, { dev }));
      await waitForAnswer(local, this.#supervisor, "web");
    });
    await step("worker", async () => await waitForHealth(local, this.#supervisor));
    report({ web: settings.publicUrl, mailbox, logs: this.#folder.logs }, settings.demo);
  }

  async #mailbox(settings: Settings): Promise<string> {
    const smtpPort = Number(new URL(settings.smtpUrl).port);
    const webPort = await choosePort(1080, "the mailbox's page", [settings.port, smtpPort]);
    const folder = path.join(this.#folder.path, "mail");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const address = `http://localhost:${webPort}`;
    await step("mailbox", async () => {
      this.#supervisor.start(mailboxService(smtpPort, webPort, folder));
      await waitForAnswer(`http://127.0.0.1:${webPort}/healthz`, this.#supervisor, "mailbox");
    });
    return address;
  }

  /** Stops every process, Postgres last, once however often it is asked. */
  stop(): Promise<void> {
    this.#stopping ??= (async () => {
      await endQuietRuns();
      await this.#supervisor.stop();
      await this.#registry?.close();
      await this.#stripe?.close();
      await this.#connection?.stop();
      clearRunning(this.#folder.path);
    })();
    return this.#stopping;
  }
}

async function main(): Promise<void> {
  loadDotEnv();
  const options = readOptions(process.argv.slice(2));
  console.log("\n  Reconnect\n");
  await takeOver(dataPath());
  if (options.reset) {
    await reset(dataPath(), options.yes);
  }
  const folder = openDataFolder();
  const run = new Run(options, folder);
  const leave = async (): Promise<void> => {
    if (!run.stopping) {
      console.log("\n  Stopping…");
      await run.stop();
      console.log("  Everything is stopped.");
      process.exit(0);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
    process.on(signal, () => void leave());
  }
  try {
    await run.go();
  } catch (error) {
    if (!run.stopping) {
      explain(error);
      await run.stop();
      process.exit(1);
    }
  }
}

await main().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
