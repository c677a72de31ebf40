import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clusterEnvironment, startTestCluster, type TestCluster } from "../../tests/harness/cluster";
import { generateClient } from "./generated";
import { writeProofTable } from "./proof";
import { endQuietRuns } from "./run-quietly";
import { duration, explain, PlainError, step } from "./steps.mjs";
import { startTestProduct, type TestProduct } from "./test-product";
import * as stages from "./test-stages";
import { stage, type Tally } from "./test-stages";

/** Settings of a product that runs or of a person's shell: none of them may reach a test. */
const foreign =
  /^(DATABASE_|KEY_RING$|PLATFORM_KEY$|LINK_KEY$|AUTH_SECRET$|SMTP_URL$|MAIL_FROM$|PUBLIC_URL$|PORT$|HOST$|RECONNECT_|NEXT_DIST_DIR$|NEXTAUTH_|TEST_|E2E_|NODE_ENV$)/;
for (const name of Object.keys(process.env).filter((candidate) => foreign.test(candidate))) {
  delete process.env[name];
}

const home = mkdtempSync(path.join(tmpdir(), "reconnect-run-"));
const tallies: Tally[] = [];
let cluster: TestCluster | undefined;
let product: TestProduct | undefined;
let cleaning: Promise<void> | undefined;

/** Stops everything that this run started and removes its files, once. */
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    await endQuietRuns();
    await product?.stop();
    await cluster?.stop();
    rmSync(home, { recursive: true, force: true });
  })();
  return cleaning;
}

/** Stages named on the command line, as in `npm test -- unit browser`; none named means all. */
const named = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));

/** Runs a stage unless others were asked for. True when nothing speaks against going on. */
async function run(title: string, work: () => Promise<Tally>): Promise<boolean> {
  if (named.length > 0 && !named.includes(title)) {
    return true;
  }
  const tally = await stage(title, work);
  tallies.push(tally);
  return tally.failed === 0;
}

/** Runs a stage that belongs to another one: it comes along whenever that one is asked for. */
async function runWith(other: string, title: string, work: () => Promise<Tally>): Promise<void> {
  if (named.length === 0 || named.includes(other)) tallies.push(await stage(title, work));
}

/** Types, lint and unit tests. */
async function check(): Promise<void> {
  await run("types", () => stages.types(process.env));
  await run("lint", () => stages.lint(process.env));
  await run("unit", () => stages.vitest("unit", home, process.env));
}

/** The server that all tests on a database share. */
async function openCluster(): Promise<NodeJS.ProcessEnv> {
  cluster ??= await step("database", async () => await startTestCluster());
  return { ...process.env, ...clusterEnvironment(cluster) };
}

async function onDatabase(): Promise<void> {
  for (const project of ["integration", "isolation"]) {
    await run(project, async () => await stages.vitest(project, home, await openCluster()));
  }
}

/** Starts the built product, as browsers meet it. */
async function openProduct(built: boolean): Promise<TestProduct> {
  if (!built) throw new PlainError("There is no build to test.");
  await openCluster();
  if (!cluster) throw new PlainError("There is no database to test on.");
  product = await startTestProduct(cluster, home);
  return product;
}

/** The production build, and the browser tests against it when it succeeded. */
async function inBrowser(): Promise<void> {
  process.env.NEXT_DIST_DIR = ".next-test";
  const built = await run("build", () => stages.build(process.env, true));
  if (named.includes("browser") && !named.includes("build")) {
    await step("build", async () => await stages.build(process.env, false));
  }
  await run("browser", async () => await stages.browser(home, (await openProduct(built)).env));
  // Without a single browser test nothing was typed.
  if (product) await runWith("browser", "logs", async () => stages.logs(product?.leaks() ?? { found: [], looked: 0 }));
}

/** The proofs at full size, and the table that they fill; then every page in every dress. */
async function long(): Promise<void> {
  const file = path.join(home, "proof.jsonl");
  await generateClient();
  await run("proofs", async () => {
    const env = { ...(await openCluster()), RECONNECT_PROOF_FILE: file };
    return await stages.vitest("long", home, env);
  });
  writeProofTable(file);
  await run("crawl", async () => {
    process.env.NEXT_DIST_DIR = ".next-test";
    await stages.build(process.env, false);
    return await stages.browser(home, { ...(await openProduct(true)).env, E2E_EVERY_VIEW: "1" }, ["crawl"]);
  });
}

async function main(): Promise<number> {
  const mode = process.argv.slice(2).find((arg) => arg.startsWith("--"));
  const started = performance.now();
  if (mode === "--long") {
    await long();
  } else {
    await check();
  }
  if (!mode) {
    await onDatabase();
    await inBrowser();
  }
  await cleanUp();
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n  in ${duration(performance.now() - started)}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
  process.on(signal, () => void cleanUp().then(() => process.exit(130)));
}
try {
  process.exit(await main());
} catch (error) {
  explain(error);
  await cleanUp();
  process.exit(1);
}
