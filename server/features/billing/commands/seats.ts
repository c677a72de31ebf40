import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import type { Tx } from "@/server/db/with-actor";
import { log } from "@/server/log";
import { stripe, stripeFault } from "@/server/stripe/client";
import { isLive } from "../policy.truth";

/** While a worker is at it nobody else is; a dead one's turn comes back. */
const leaseMs = 120_000;
const minute = 60_000;

/** Minutes until the next try: 1, 2, 4 … an hour at most. */
export const backoffMs = (attempts: number): number => Math.min(60, 2 ** Math.max(0, attempts - 1)) * minute;

/** Seats the practice that was entered needs, one for each therapist and at least one; and whether a change waits already. */
async function seatsOf(tx: Tx, practiceId: string): Promise<{ wanted: number; waits: boolean }> {
  const [row] = await tx.$queryRaw<{ wanted: number; waits: boolean }[]>`
    SELECT greatest(guard.app_seats(), 1) AS wanted,
      EXISTS (SELECT FROM seat_operation WHERE practice_id = ${practiceId}::uuid AND state = 'WAITING') AS waits`;
  return row ?? { wanted: 1, waits: false };
}

interface Learnt {
  quantity: number | null;
  isOther: boolean;
}

/**
 * Records a seat operation where Stripe counts other seats than there are therapists and none waits yet. One that waits is due
 * at once when another subscription has come: what refused it may be gone. The account's row is locked, and the practice
 * entered, by whoever calls.
 * @param learnt the subscription as it was just fetched; `isOther`: another one than was known
 */
export async function recordSeats(tx: Tx, practiceId: string, learnt: Learnt, at: Date): Promise<void> {
  const { wanted, waits } = await seatsOf(tx, practiceId);
  if (waits) {
    if (learnt.isOther) await tx.billingAccount.updateMany({ where: { practiceId }, data: { seatDueAt: at } });
    return;
  }
  if (wanted === learnt.quantity) return;
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    UPDATE billing_account SET seat_number = seat_number + 1, seat_due_at = ${at}::timestamptz WHERE practice_id = ${practiceId}::uuid
    RETURNING seat_number AS number`;
  if (row) await tx.seatOperation.createMany({ data: [{ practiceId, number: row.number, wanted, createdAt: at }] });
}

interface Claimed {
  practiceId: string;
  itemId: string | null;
  status: string | null;
}

/** Takes the practice whose turn it is longest: one worker for one practice. */
async function claim(): Promise<Claimed | undefined> {
  const at = now();
  const [row] = await systemClient().$queryRaw<Claimed[]>`
    UPDATE billing_account SET seat_due_at = ${new Date(at.getTime() + leaseMs)}::timestamptz
    WHERE practice_id IN (SELECT practice_id FROM billing_account WHERE seat_due_at <= ${at}::timestamptz
      ORDER BY seat_due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING practice_id AS "practiceId", item_id AS "itemId", status`;
  return row;
}

/**
 * Nothing waits any more, unless something newer has come meanwhile: that is due at once. Where Stripe was told, what it says of it
 * is asked for.
 */
async function settle(practiceId: string, number: number, state: "DONE" | "OVERTAKEN"): Promise<void> {
  const at = now();
  const told = state === "DONE";
  await systemClient().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM billing_account WHERE practice_id = ${practiceId}::uuid FOR UPDATE`;
    await tx.$executeRaw`
      UPDATE seat_operation SET settled_at = ${at}::timestamptz,
        state = (CASE WHEN number = ${number} THEN ${state} ELSE 'OVERTAKEN' END)::seat_state,
        fault = CASE WHEN number = ${number} THEN NULL ELSE fault END
      WHERE practice_id = ${practiceId}::uuid AND state = 'WAITING' AND number <= ${number}`;
    await tx.$executeRaw`
      UPDATE billing_account b SET
        seat_due_at = CASE WHEN EXISTS (
          SELECT FROM seat_operation o WHERE o.practice_id = b.practice_id AND o.state = 'WAITING') THEN ${at}::timestamptz END,
        sync_wanted = sync_wanted + ${told ? 1 : 0}, sync_due_at = CASE WHEN ${told} THEN ${at}::timestamptz ELSE sync_due_at END
      WHERE practice_id = ${practiceId}::uuid`;
  });
}

async function postpone(practiceId: string, itemId: string, number: number, attempts: number, fault: string) {
  const seatDueAt = new Date(now().getTime() + backoffMs(attempts));
  await systemClient().seatOperation.updateMany({ where: { practiceId, number }, data: { attempts, fault } });
  // Neither something newer nor a subscription that came meanwhile is made to wait for the failure of what it overtook.
  const failed = { practiceId, seatNumber: number, itemId };
  const { count } = await systemClient().billingAccount.updateMany({ where: failed, data: { seatDueAt } });
  if (count === 0)
    await systemClient().billingAccount.updateMany({ where: { practiceId }, data: { seatDueAt: now() } });
  log().warn({ practice: practiceId, fault, attempts }, "seats could not be changed yet");
}

/**
 * Tells Stripe the latest number of seats. The number is what it shall be, not by how much it changes, and the key is the
 * operation's own: sent twice it counts once. A new try after a refusal has a new key, since Stripe answers an old one as before.
 */
async function tell({ practiceId, itemId, status }: Claimed): Promise<void> {
  const operation = await systemClient().seatOperation.findFirst({
    where: { practiceId, state: "WAITING" },
    orderBy: { number: "desc" },
  });
  const { number = 0, wanted: quantity = 0, attempts = 0 } = operation ?? {};
  if (!operation || !itemId || !isLive(status)) return settle(practiceId, number, "OVERTAKEN");
  const idempotencyKey = `seats:${itemId}:${number}:${attempts}`;
  try {
    const change = { quantity, proration_behavior: "create_prorations" as const };
    await stripe().subscriptionItems.update(itemId, change, { idempotencyKey });
  } catch (error) {
    return postpone(practiceId, itemId, number, attempts + 1, stripeFault(error));
  }
  await settle(practiceId, number, "DONE");
}

/** Tells Stripe the seats of one practice whose turn it is. @returns how many */
export async function tellSeats(): Promise<number> {
  const claimed = await claim();
  if (claimed) await tell(claimed);
  return claimed ? 1 : 0;
}
