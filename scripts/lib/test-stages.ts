import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildWeb, generateClient } from "./generated";
import { root } from "./paths";
import { type Ended, runCaptured } from "./run-quietly";
import { red, step } from "./steps.mjs";

/** What a stage counted. */
export interface Tally {
  passed: number;
  failed: number;
}

/** A stage that ran to its end and found faults. */
class Faults extends Error {
  constructor(
    readonly tally: Tally,
    readonly output: string,
  ) {
    super("faults");
  }
}

const inModules = (file: string): string => path.join(root, "node_modules", file);
const node = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  runCaptured(process.execPath, args, { ...env, NO_COLOR: "1", FORCE_COLOR: undefined });

/** Runs one stage, prints its line and, when it failed, what it said. Never throws: the next stage runs all the same. */
export async function stage(title: string, run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await step(title, async (note) => {
      const tally = await run();
      note(`${tally.passed} passed`);
      return tally;
    });
  } catch (error) {
    const faults = error instanceof Faults ? error : undefined;
    const said = faults?.output ?? (error instanceof Error ? error.message : String(error));
    console.log(`${said.replace(/^/gm, "    ")}\n  ${red(`${title} failed`)}`);
    return faults?.tally ?? { passed: 0, failed: 1 };
  }
}

/** A stage that counts as one test: it holds or it does not. */
function asOne({ code, output }: Ended): Tally {
  if (code !== 0) {
    throw new Faults({ passed: 0, failed: 1 }, output.split("\n").slice(-80).join("\n"));
  }
  return { passed: 1, failed: 0 };
}

/** A stage with tests of its own; at least one failure when its program says that it failed. */
function counted({ code, output }: Ended, tally: Tally): Tally {
  if (code !== 0 || tally.failed > 0) {
    const lines = output.split("\n").filter((line) => !/^\s*✓/.test(line));
    throw new Faults({ ...tally, failed: Math.max(tally.failed, 1) }, lines.slice(-250).join("\n"));
  }
  return tally;
}

/** The types of everything, those that Next derives from the routes included. */
export async function types(env: NodeJS.ProcessEnv): Promise<Tally> {
  await generateClient();
  const routes = await node([inModules("next/dist/bin/next"), "typegen"], env);
  return asOne(routes.code === 0 ? await node([inModules("typescript/bin/tsc"), "--noEmit"], env) : routes);
}

/** Format and lint. */
export async function lint(env: NodeJS.ProcessEnv): Promise<Tally> {
  return asOne(await node([inModules("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"], env));
}

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}

/** One project of vitest. `folder` takes its report. */
export async function vitest(project: string, folder: string, env: NodeJS.ProcessEnv): Promise<Tally> {
  const file = path.join(folder, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  // Proofs at full size come one by one; every other project must have tests.
  const args = ["run", "--project", project, ...reporters, ...(project === "long" ? ["--passWithNoTests"] : [])];
  const ended = await node([inModules("vitest/vitest.mjs"), ...args], env);
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file);
  return counted(ended, { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 });
}

/** The production build, into a folder of its own so that a product that runs meanwhile keeps its own. */
export async function build(env: NodeJS.ProcessEnv, always: boolean): Promise<Tally> {
  // Next writes into this file where its types lie; editors and the running product go on with what they had.
  const pointer = path.join(root, "next-env.d.ts");
  const before = existsSync(pointer) ? readFileSync(pointer, "utf8") : undefined;
  try {
    await buildWeb({ ...env, RECONNECT_TYPES_CHECKED: "1" }, always);
    return { passed: 1, failed: 0 };
  } finally {
    if (before === undefined) {
      rmSync(pointer, { force: true });
    } else {
      writeFileSync(pointer, before);
    }
  }
}

/**
 * No log of web, worker or Postgres holds a secret or a client's text that was used in the browser tests.
 * `looked` texts must have been gathered: a test that looked for nothing proves nothing.
 */
export function logs({ found, looked }: { found: string[]; looked: number }): Tally {
  const tooFew =
    looked < 50 ? [`Only ${looked} texts were gathered from the browsers: the recorder does not work.`] : [];
  const faults = [...found, ...tooFew];
  if (faults.length > 0) throw new Faults({ passed: 0, failed: faults.length }, faults.join("\n"));
  return { passed: 1, failed: 0 };
}

/** Playwright, in a real Chromium, against the product that `env` names; only the files that `only` finds, when it is given. */
export async function browser(folder: string, env: NodeJS.ProcessEnv, only: readonly string[] = []): Promise<Tally> {
  const file = path.join(folder, "browser.json");
  const report = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const ended = await node([inModules("@playwright/test/cli.js"), "test", ...only, "--reporter=list,json"], {
    ...env,
    ...report,
  });
  const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)?.stats;
  const { expected = 0, unexpected = 0, flaky = 0 } = stats ?? {};
  if (flaky > 0) console.log(`  ! ${flaky} passed at the second try: look at test-results for the first.`);
  return counted(ended, { passed: expected + flaky, failed: unexpected });
}
