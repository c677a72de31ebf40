// Planning and sending reminders, each against the plainest way of doing the same: npm run bench:reminders
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { writeProofTable } from "../scripts/lib/proof";
import { clusterEnvironment, startTestCluster } from "../tests/harness/cluster";
import { createTestDatabase } from "../tests/harness/database";
import { recordProof } from "../tests/harness/proof";

const [planRounds, sendRounds] = [3, 5];
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const load = () => loadavg()[0]?.toFixed(1);

/** A mail server in a process of its own. */
async function startSink(): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/reminders/sink.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (said) => resolve(String(said).trim())),
  );
  return { url: `smtp://127.0.0.1:${port}`, stop: () => child.kill() };
}

async function planning(ownerUrl: string): Promise<void> {
  const { planOnce } = await import("./reminders/plan");
  const { owedRows } = await import("./reminders/world");
  const runs = [];
  for (let round = 0; round < planRounds; round++) runs.push(await planOnce(ownerUrl));
  const [sweep, insert] = [median(runs.map((run) => run.sweep)), median(runs.map((run) => run.insert))];
  const ratio = sweep / insert;
  const measured = `${sweep.toFixed(2)} s against ${insert.toFixed(2)} s, ${ratio.toFixed(2)} times (load ${load()})`;
  console.log(`plan ${owedRows}: ${measured}`, runs);
  recordProof({
    proof: `one sweep plans what is owed, against a plain INSERT … SELECT of the same rows`,
    size: `${owedRows.toLocaleString("en")} reminders, median of ${planRounds} rounds`,
    measured,
    bound: "at most 3 times",
    holds: ratio <= 3,
  });
}

async function sending(ownerUrl: string, url: string): Promise<void> {
  const { mails, sendOnce } = await import("./reminders/send");
  for (let round = 0; round < 2; round++) await sendOnce(ownerUrl, url, round); // what is compiled and rendered once is not measured
  const runs = [];
  for (let round = 0; round < sendRounds; round++) runs.push(await sendOnce(ownerUrl, url, round));
  const [pipeline, pool] = [median(runs.map((run) => run.pipeline)), median(runs.map((run) => run.pool))];
  const ratio = pipeline / pool;
  const measured = `${pipeline.toFixed(0)} a second against ${pool.toFixed(0)}, ${ratio.toFixed(2)} of it (load ${load()})`;
  console.log(`send ${mails}: ${measured}`, runs);
  recordProof({
    proof: `mail through the whole pipeline, against nodemailer's pool alone to the same server`,
    size: `${mails.toLocaleString("en")} mails, median of ${sendRounds} rounds`,
    measured,
    bound: "at least 0.7",
    holds: ratio >= 0.7,
  });
}

async function main(): Promise<void> {
  const proofs = path.join(mkdtempSync(path.join(tmpdir(), "reconnect-bench-")), "proof.jsonl");
  const cluster = await startTestCluster({ durable: true });
  const sink = await startSink();
  const env = {
    ...clusterEnvironment(cluster),
    SMTP_URL: sink.url,
    MAIL_PER_SECOND: "0",
    RECONNECT_PROOF_FILE: proofs,
  };
  Object.assign(process.env, env);
  const database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_SYSTEM_URL: database.systemUrl, DATABASE_WORKER_URL: database.workerUrl });
  try {
    const { fillWorld } = await import("./reminders/world");
    await fillWorld(database.ownerUrl);
    await planning(database.ownerUrl);
    await sending(database.ownerUrl, sink.url);
    writeProofTable(proofs);
  } finally {
    const { closeClients } = await import("../server/db/clients");
    const { closeMail } = await import("../server/mail/transport");
    closeMail();
    await closeClients();
    sink.stop();
    await cluster.stop();
  }
}

await main();
