import type { Client } from "pg";
import { PgBoss } from "pg-boss";
import { queues } from "@/server/jobs/queues";
import { roleOf, withClient } from "./roles";

/** Where pg-boss keeps its tables; every PgBoss of this project names it. */
export const bossSchema = "pgboss";

/** The worker runs jobs; web and system only enqueue: they insert and learn the new id, but read no job. */
async function grant(owner: Client): Promise<void> {
  const worker = roleOf("worker");
  const senders = `${roleOf("app")}, ${roleOf("system")}`;
  await owner.query(`
    grant usage on schema ${bossSchema} to ${worker}, ${senders};
    revoke execute on all functions in schema ${bossSchema} from public;
    grant select, insert, update, delete on all tables in schema ${bossSchema} to ${worker};
    grant execute on all functions in schema ${bossSchema} to ${worker};
    grant insert, select (id) on ${bossSchema}.job, ${bossSchema}.job_common to ${senders};
    grant select on ${bossSchema}.queue, ${bossSchema}.version to ${senders};
    grant execute on function ${bossSchema}.job_now() to ${senders};
  `);
}

/** Installs or upgrades pg-boss's schema as the owner, creates the queues that are missing, and sets the grants. */
export async function installBoss(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: bossSchema,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const name of queues.filter((queue) => !present.has(queue))) {
      await boss.createQueue(name);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(ownerUrl, grant);
}
