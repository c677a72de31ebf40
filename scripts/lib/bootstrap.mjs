// Plain JavaScript on the machine's own Node: brings the dependencies, then hands over to their Node and TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { explain, PlainError, step } from "./steps.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".reconnect-installed");
const node = path.join(modules, ".bin/node");

/** Never ask Prisma's, Next's or Playwright's own servers for anything. */
const quiet = {
  CHECKPOINT_DISABLE: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
};

function lockHash() {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

/** True when npm's own record of what it installed agrees with the lock file, as after a plain `npm install`. */
function agreesWithLock() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(path.join(modules, ".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === "" || entry.link) return true;
      const found = present[name];
      return found ? found.version === entry.version : Boolean(entry.optional || entry.peer);
    });
  } catch {
    return false;
  }
}

function npmCi() {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // Any existing program satisfies Prisma, which otherwise downloads an engine that is not used here.
  const env = { ...process.env, ...quiet, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new PlainError("npm was not found. It comes with Node: https://nodejs.org")));
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new PlainError(`The dependencies could not be installed. npm said:\n${output.trim()}`));
    });
  });
}

async function ensureDependencies() {
  const hash = lockHash();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (stamp === hash && existsSync(node)) return;
  if (!agreesWithLock() || !existsSync(node)) {
    await step("dependencies", async (note) => {
      note("npm ci");
      await npmCi();
    });
  }
  const found = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (found.status !== 0) {
    throw new PlainError("The dependencies came without their own Node: npm was told not to run install scripts.");
  }
  try {
    writeFileSync(stampFile, hash);
  } catch {
    // A read-only checkout works too; it only compares again at the next start.
  }
}

/** Passes signals on, once each; the child itself decides in which order things stop. */
function handOver(args, env) {
  const child = spawn(node, ["--import", "tsx", ...args], {
    cwd: root,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (child.exitCode === null) child.kill(signal);
    });
  }
  // npm that is killed tells nobody: its end is noticed, and taken for the wish to stop.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  }
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Runs a TypeScript file of this project, on the project's own Node, with its dependencies in place. */
export async function enter(file, args) {
  try {
    await ensureDependencies();
    const env = { ...process.env, ...quiet };
    env.PRISMA_SCHEMA_ENGINE_BINARY ??= node;
    env.PATH = `${path.join(modules, ".bin")}${path.delimiter}${process.env.PATH ?? ""}`;
    handOver([file, ...args], env);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
