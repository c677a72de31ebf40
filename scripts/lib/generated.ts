import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths";
import { workingSchema } from "./prisma-files";
import { runQuietly } from "./run-quietly";

const cache = path.join(root, "node_modules/.cache/reconnect");
const client = path.join(root, "server/db/generated/client.ts");
const next = path.join(root, "node_modules/next/dist/bin/next");

/** What a build is made of. Whatever lies elsewhere, tests and scripts among it, changes no build. */
const sources = [
  "app",
  "blocks",
  "components",
  "content",
  "emails",
  "messages",
  "prisma/schema",
  "public",
  "server",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
];

function filesUnder(item: string): string[] {
  const absolute = path.join(root, item);
  if (!existsSync(absolute)) {
    return [];
  }
  const entries = path.extname(item)
    ? []
    : readdirSync(absolute, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = path.extname(item) ? [absolute] : entries.map((entry) => path.join(entry.parentPath, entry.name));
  return found
    .filter((file) => !file.includes(`${path.sep}generated${path.sep}`) && !/\.test\.tsx?$/.test(file))
    .sort();
}

function hashOf(parts: Iterable<string | Buffer>): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(part).update("\0");
  }
  return hash.digest("hex");
}

/** A fingerprint of everything that a build is made of. */
export function sourcesHash(): string {
  const files = sources.flatMap(filesUnder);
  return hashOf(files.flatMap((file) => [path.relative(root, file), readFileSync(file)]));
}

function isFresh(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Generates the Prisma client when the schema changed. True when it had to. */
export async function generateClient(): Promise<boolean> {
  const version = readFileSync(path.join(root, "node_modules/prisma/package.json"), "utf8");
  const hash = hashOf([version, ...workingSchema().files.flatMap((file) => [file.path, file.content])]);
  const stamp = path.join(cache, "client.hash");
  if (existsSync(client) && isFresh(stamp, hash)) {
    return false;
  }
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  await runQuietly("The Prisma client could not be generated", process.execPath, [prisma, "generate"], {
    // Any existing program satisfies Prisma, which otherwise downloads an engine that is not used here.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    ...process.env,
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Where a build lies: `.next`, or the folder that NEXT_DIST_DIR names. */
export function buildFolder(): string {
  return path.join(root, process.env.NEXT_DIST_DIR ?? ".next");
}

/** Builds for production into NEXT_DIST_DIR when the sources changed, or always when `force`. True when it had to. */
export async function buildWeb(environment: NodeJS.ProcessEnv, force = false): Promise<boolean> {
  const hash = sourcesHash();
  const stamp = path.join(buildFolder(), "sources.hash");
  if (!force && existsSync(path.join(buildFolder(), "BUILD_ID")) && isFresh(stamp, hash)) {
    return false;
  }
  const env = { ...environment, NODE_ENV: "production" as const };
  await runQuietly("The web application could not be built", process.execPath, [next, "build"], env);
  writeFileSync(stamp, hash);
  return true;
}
