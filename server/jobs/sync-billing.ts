import { now } from "../clock";
import { systemClient } from "../db/clients";
import { backoffMs, tellSeats } from "../features/billing/commands/seats";
import { syncSubscription } from "../features/billing/commands/sync";
import { log } from "../log";
import { stripeFault, takesMoney } from "../stripe/client";

/** While a worker asks, nobody else does; a dead one's turn comes back. */
const leaseMs = 120_000;
/** Events are known for longer than Stripe sends one again: 30 days. */
const keptDays = 60;
const day = 86_400_000;

interface Claimed {
  practiceId: string;
  customerId: string | null;
  wanted: number;
  attempts: number;
}

/** Takes the customer whose turn it is longest. */
async function claim(): Promise<Claimed | undefined> {
  const at = now();
  const [row] = await systemClient().$queryRaw<Claimed[]>`
    UPDATE billing_account SET sync_due_at = ${new Date(at.getTime() + leaseMs)}::timestamptz
    WHERE practice_id IN (SELECT practice_id FROM billing_account WHERE sync_due_at <= ${at}::timestamptz
      ORDER BY sync_due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING practice_id AS "practiceId", customer_id AS "customerId", sync_wanted AS wanted, sync_attempts AS attempts`;
  return row;
}

/** Done, unless something asked for another sync meanwhile: that is due at once. */
async function settle({ practiceId, wanted }: Claimed): Promise<void> {
  await systemClient().$executeRaw`
    UPDATE billing_account SET sync_due_at = CASE WHEN sync_wanted = ${wanted} THEN NULL ELSE ${now()}::timestamptz END
    WHERE practice_id = ${practiceId}::uuid`;
}

async function postpone({ practiceId, attempts }: Claimed, error: unknown): Promise<void> {
  const [syncFault, syncAttempts] = [stripeFault(error), attempts + 1];
  const syncDueAt = new Date(now().getTime() + backoffMs(syncAttempts));
  await systemClient().billingAccount.updateMany({
    where: { practiceId },
    data: { syncFault, syncAttempts, syncDueAt },
  });
  log().warn({ practice: practiceId, fault: syncFault, attempts: syncAttempts }, "a sync waits for Stripe");
}

/** Syncs one customer whose turn it is. A failure waits, and keeps nobody else waiting. @returns how many */
export async function syncDue(): Promise<number> {
  if (!takesMoney()) return 0;
  const claimed = await claim();
  if (!claimed) return 0;
  try {
    if (claimed.customerId) await syncSubscription(claimed.customerId);
    await settle(claimed);
  } catch (error) {
    await postpone(claimed, error);
  }
  return 1;
}

/** Changes the seats of one practice whose turn it is. @returns how many */
export async function seatsDue(): Promise<number> {
  return takesMoney() ? tellSeats() : 0;
}

/** Works until nothing is due. @returns how many */
export async function drainBilling(): Promise<number> {
  let done = 0;
  for (let worked = 1; worked > 0; done += worked) worked = (await seatsDue()) + (await syncDue());
  return done;
}

/** Fetches one customer; a failure is counted and the others go on. @returns the names of what differed, null when it failed */
async function mend(customerId: string): Promise<string[] | null> {
  try {
    const changed = (await syncSubscription(customerId, true)) ?? [];
    if (changed.length > 0) log().warn({ customer: customerId, mended: changed }, "billing differed and was mended");
    return changed;
  } catch (error) {
    log().error({ customer: customerId, fault: stripeFault(error) }, "billing could not be compared");
    return null;
  }
}

/**
 * Compares every customer with Stripe: what an event that never came would have said. What had to be mended stands in the log and
 * on the owner's page.
 */
export async function reconcileBilling(): Promise<{ compared: number; mended: number; failed: number }> {
  const counts = { compared: 0, mended: 0, failed: 0 };
  if (!takesMoney()) return counts;
  const accounts = await systemClient().billingAccount.findMany({
    where: { customerId: { not: null } },
    select: { customerId: true },
  });
  for (const { customerId } of accounts) {
    const changed = customerId ? await mend(customerId) : [];
    counts.compared += 1;
    if (changed === null) counts.failed += 1;
    else if (changed.length > 0) counts.mended += 1;
  }
  await systemClient().billingEvent.deleteMany({ where: { at: { lt: new Date(now().getTime() - keptDays * day) } } });
  log().info(counts, "billing compared");
  return counts;
}
