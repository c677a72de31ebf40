import { PgBoss } from "pg-boss";
import { now } from "../clock";
import { closeClients, workerClient } from "../db/clients";
import { checkInstallation } from "../db/installation";
import { env } from "../env";
import { databaseFault } from "../errors";
import { log } from "../log";
import { closeMail, mailWorks } from "../mail/transport";
import { askRegistry } from "./ask-registry";
import { clearIdentity } from "./clear-identity";
import { copyReleases } from "./copy-releases";
import { exportLogs } from "./export-log";
import { extendOccurrences } from "./extend-occurrences";
import { openWeeks } from "./open-weeks";
import type { Queue } from "./queues";
import { sealAudit } from "./seal-audit";
import { sendLetters } from "./send-letters";
import { drainReminders, stopSending } from "./send-reminders";
import { sweepBilling } from "./sweep-billing";
import { sweepLicences } from "./sweep-licences";
import { sweepReminders } from "./sweep-reminders";
import { reconcileBilling, seatsDue, syncDue } from "./sync-billing";

import { checkAudit } from "./verify-audit";

const sendEveryMs = 1_500;
const askEveryMs = 2_000;
const beatEveryMs = 10_000;

const jobs: Record<Queue, { cron: string; run: (ids?: { practiceId?: string }) => Promise<number> }> = {
  "reminders.sweep": { cron: "* * * * *", run: sweepReminders },
  "occurrences.extend": { cron: "17 * * * *", run: extendOccurrences },
  "licences.sweep": { cron: "41 * * * *", run: sweepLicences },
  "audit.seal": { cron: "* * * * *", run: () => sealAudit() },
  "identity.clear": { cron: "41 * * * *", run: clearIdentity },
  "audit.verify": { cron: "41 3 * * *", run: checkAudit },
  "programs.open": { cron: "*/10 * * * *", run: openWeeks },
  "transfers.copy": { cron: "* * * * *", run: copyReleases },
  "billing.sweep": { cron: "*/10 * * * *", run: sweepBilling },
  "billing.reconcile": { cron: "11 4 * * *", run: async () => (await reconcileBilling()).compared },
  "audit.export": { cron: "23 * * * *", run: exportLogs },
};

/** A failure by its codes only: messages of databases and mail servers may carry addresses. */
function report(job: string, error: unknown): void {
  log().error({ job, name: error instanceof Error ? error.name : "unknown", ...databaseFault(error) }, "job failed");
}

/** Runs something again and again until told to stop, one at a time; a failure waits for the next round. */
function every(ms: number, name: string, run: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = (async () => {
    while (!stopped) {
      await run().catch((error: unknown) => report(name, error));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}

async function beat(name: string): Promise<void> {
  const row = { at: now(), mailOk: await mailWorks() };
  await workerClient().heartbeat.upsert({ where: { name }, create: { name, ...row }, update: row });
}

async function startBoss(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().DATABASE_WORKER_URL, schema: "pgboss", migrate: false });
  boss.on("error", (error) => report("pg-boss", error));
  await boss.start();
  for (const [queue, { cron, run }] of Object.entries(jobs)) {
    await boss.work<{ practiceId?: string } | null>(queue, async (sent) => {
      for (const { data } of sent) log().info({ job: queue, rows: await run(data ?? {}) }, "job done");
    });
    await boss.schedule(queue, cron);
    await boss.send(queue); // what fell due while no worker ran
  }
  return boss;
}

async function main(): Promise<void> {
  await checkInstallation("worker");
  const boss = await startBoss();
  const stops = [
    every(beatEveryMs, "heartbeat", () => beat(`worker-${process.pid}`)),
    every(sendEveryMs, "reminders.send", drainReminders),
    every(sendEveryMs, "letters.send", sendLetters),
    every(askEveryMs, "registry.ask", askRegistry),
    every(sendEveryMs, "billing.seats", seatsDue),
    every(sendEveryMs, "billing.sync", syncDue),
  ];
  log().info("worker ready");
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    stopSending();
    await Promise.all([boss.stop({ graceful: true, timeout: 5_000 }), ...stops.map((stop) => stop())]);
    closeMail();
    await closeClients();
    process.exit(0);
  };
  process.on("SIGINT", leave);
  process.on("SIGTERM", leave);
}

main().catch((error: unknown) => {
  log().fatal({ reason: error instanceof Error ? error.message : "unknown" }, "worker cannot start");
  process.exit(1);
});
