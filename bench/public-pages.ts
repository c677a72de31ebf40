// Lighthouse (mobile) on public pages of a product that runs: npm run bench:pages -- http://localhost:3000
import { mkdtempSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { writeProofTable } from "../scripts/lib/proof";
import { chromiumLaunch } from "../tests/harness/chromium";
import { recordProof } from "../tests/harness/proof";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const bounds: Record<(typeof categories)[number], number> = {
  performance: 95,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};
const rounds = 3;
const paths = ["/", "/strategies", "/strategies/listen-actively", "/es/strategies/listen-actively"];

/** What the performance score is made of, in milliseconds but for the last. */
const metrics = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "speed-index",
  "cumulative-layout-shift",
];

type Scores = Record<(typeof categories)[number], number>;

interface Measured {
  scores: Scores;
  values: number[];
  faults: string[];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** One mobile run, with the slow phone and network that Lighthouse simulates: scores of 0–100, and what cost some. */
async function measure(url: string, port: number): Promise<Measured> {
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...categories] });
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? `No result for ${url}`);
  const { lhr } = result;
  const scoreOf = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const scores = Object.fromEntries(categories.map((name) => [name, scoreOf(name)])) as Scores;
  const judged = categories.flatMap((name) => lhr.categories[name]?.auditRefs.filter((ref) => ref.weight > 0) ?? []);
  const faults = judged.filter(({ id }) => (lhr.audits[id]?.score ?? 1) < 1).map(({ id }) => id);
  const values = metrics.map((name) => lhr.audits[name]?.numericValue ?? Number.NaN);
  return { scores, values, faults: [...new Set(faults)] };
}

/**
 * Passes everything on but one header: with "no-referrer" the Chromium of the npm package never ends Lighthouse's
 * navigation. No category judges it.
 */
async function startForwarder(target: URL): Promise<{ url: string; stop(): void }> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path } = incoming;
    const onward = request(
      { host: target.hostname, port: target.port, method, path, headers, agent: false },
      (answer) => {
        const { "referrer-policy": _, ...passed } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, passed);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

/** Measures one page a few times, says what came out and notes it as a proof. True when the median of each category holds. */
async function judge(page: string, base: string, port: number): Promise<boolean> {
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await measure(base + page, port));
  const middle = categories.map((name) => ({ name, score: median(runs.map((run) => run.scores[name])) }));
  const holds = middle.every(({ name, score }) => score >= bounds[name]);
  recordProof({
    proof: `Lighthouse of the public page ${page}, on a phone`,
    size: `median of ${rounds} runs`,
    measured: middle.map(({ score }) => score).join(" / "),
    bound: `at least ${categories.map((name) => bounds[name]).join(" / ")} (${categories.join(", ")})`,
    holds,
  });
  console.log(`${page}: ${middle.map(({ name, score }) => `${name} ${score}`).join(", ")}${holds ? "" : " (too low)"}`);
  const numbers = metrics.map((name, at) => `${name} ${median(runs.map((run) => run.values[at] ?? 0)).toFixed(0)}`);
  console.log(`  ${numbers.join(", ")}`);
  const faults = [...new Set(runs.flatMap((run) => run.faults))];
  if (faults.length > 0) console.log(`  not full: ${faults.join(", ")}`);
  return holds;
}

async function main(): Promise<void> {
  const proofs = path.join(mkdtempSync(path.join(tmpdir(), "reconnect-bench-")), "proof.jsonl");
  process.env.RECONNECT_PROOF_FILE = proofs;
  const forwarder = await startForwarder(new URL(process.argv[2] ?? "http://localhost:3000"));
  // Not Playwright's browser: two that steer one browser hold each other's pages back.
  const { executablePath, args, env } = await chromiumLaunch();
  const browser = await launch({
    ...(executablePath ? { chromePath: executablePath } : {}),
    chromeFlags: [...(args ?? []), "--headless"],
    envVars: { ...process.env, ...env },
  });
  try {
    for (const page of paths) if (!(await judge(page, forwarder.url, browser.port))) process.exitCode = 1;
    writeProofTable(proofs);
  } finally {
    browser.kill();
    forwarder.stop();
  }
}

await main();
