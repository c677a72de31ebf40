import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { committedSchema, migrationsFolder, workingSchema } from "./lib/prisma-files";
import { diffSchemas } from "./lib/schema-engine";

/** Authors a migration: the SQL that leads from the last committed Prisma schema to the one in the working tree. */
async function main(): Promise<void> {
  const name = process.argv
    .slice(2)
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!name) {
    throw new Error("Give the migration a name: npm run db:migration -- add_pulse");
  }
  const sql = await diffSchemas(committedSchema(), workingSchema());
  const empty = !sql.trim() || sql.includes("This is an empty migration");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), empty ? "-- The Prisma schema did not change.\n" : sql);
  const lock = path.join(migrationsFolder, "migration_lock.toml");
  if (!existsSync(lock)) {
    writeFileSync(lock, 'provider = "postgresql"\n');
  }
  const file = path.relative(process.cwd(), path.join(folder, "migration.sql"));
  console.log(empty ? `The schema did not change; write your SQL in ${file}` : `Wrote ${file}`);
  console.log("Add policies, grants and checks by hand, then: npm run db:migrate");
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
