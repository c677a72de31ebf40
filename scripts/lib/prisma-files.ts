import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";
import { root } from "./paths";

const schemaFolder = "prisma/schema";
export const migrationsFolder = path.join(root, "prisma/migrations");

/** The Prisma schema of the working tree, one file per domain. */
export function workingSchema(): SchemasContainer {
  const folder = path.join(root, schemaFolder);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort();
  return { files: names.map((name) => ({ path: name, content: readFileSync(path.join(folder, name), "utf8") })) };
}

/** The Prisma schema of the last commit; no files where none was committed yet. */
export function committedSchema(): SchemasContainer {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const names = git("ls-tree", "--name-only", "HEAD", `${schemaFolder}/`)
    .split("\n")
    .filter((name) => name.endsWith(".prisma"));
  return { files: names.map((name) => ({ path: path.basename(name), content: git("show", `HEAD:${name}`) })) };
}

/** All migrations on disk, oldest first, in the shape that the schema engine reads. */
export function migrationList(): MigrationList {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  const lockfile = path.join(migrationsFolder, "migration_lock.toml");
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
