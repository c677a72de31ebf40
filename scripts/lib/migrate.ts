import { installBoss } from "./boss";
import { migrationList, workingSchema } from "./prisma-files";
import { withClient } from "./roles";
import { applyMigrations } from "./schema-engine";

/** Any number will do, as long as every start uses the same one. */
const migrationLock = 7_036_051_401;

/**
 * Brings a database up to date as its owner: the migrations of this checkout, pg-boss's schema, queues and grants.
 * Two starts at once wait for each other. Gives the names of the migrations that were applied now.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return await withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyMigrations(ownerUrl, workingSchema(), migrationList());
    await installBoss(ownerUrl);
    return applied;
  });
}
