import { now } from "../clock";
import { workerClient } from "./clients";
import type { Tx } from "./with-actor";

/** The worker's way to a tenant's rows: one practice, one transaction, the worker's own role. */
export function inPractice<T>(practiceId: string, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
  return workerClient().$transaction(async (tx) => {
    const at = now();
    await tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true), set_config('app.now', ${at.toISOString()}, true)`;
    return work(tx, at);
  });
}
