import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "../db/with-actor";
import { env } from "../env";
import { log } from "../log";
import type { Queue } from "./queues";

/**
 * Hands work to the worker in the same transaction as the row that it is about: it is there when the row is, or neither.
 * The payload is ids only. Meant for what a person asks for now and then, not for every request.
 */
export async function enqueue(tx: Tx, queue: Queue, ids: Record<string, string>): Promise<void> {
  const sender = { max: 1, migrate: false, supervise: false, schedule: false, useListenNotify: false } as const;
  const boss = new PgBoss({ connectionString: env().DATABASE_APP_URL ?? "", schema: "pgboss", ...sender });
  boss.on("error", () => log().error({ queue }, "the queue cannot be reached"));
  await boss.start();
  try {
    await boss.send(queue, ids, { db: fromPrisma(tx) });
  } finally {
    await boss.stop({ graceful: false });
  }
}
