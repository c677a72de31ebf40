import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { AppError } from "@/server/errors";
import { log } from "@/server/log";
import { stripeFault, takesMoney } from "@/server/stripe/client";
import { isLive } from "../policy.truth";
import { syncSubscription } from "./sync";

/** @throws AppError CLOSED in an installation that takes no money */
export function ensureTakesMoney(): void {
  if (!takesMoney()) throw new AppError("CLOSED");
}

/** The account of a practice whose owner was proven. @throws AppError NOT_FOUND */
export async function accountOf(practiceId: string) {
  const account = await systemClient().billingAccount.findUnique({ where: { practiceId } });
  if (!account) throw new AppError("NOT_FOUND");
  return account;
}

/** A subscription that runs, by its names at Stripe. */
export interface Running {
  practiceId: string;
  customerId: string;
  subscriptionId: string;
  itemId: string;
  status: string;
  interval: "MONTH" | "YEAR";
  quantity: number;
}

/** The practice's running subscription. @throws AppError CLOSED; NO_SUBSCRIPTION */
export async function runningOf(practiceId: string): Promise<Running> {
  ensureTakesMoney();
  const { customerId, subscriptionId, itemId, status, interval, quantity } = await accountOf(practiceId);
  if (!customerId || !subscriptionId || !itemId || !status || !interval || quantity === null || !isLive(status))
    throw new AppError("NO_SUBSCRIPTION");
  return { practiceId, customerId, subscriptionId, itemId, status, interval, quantity };
}

/**
 * Asks Stripe at once what is true, for somebody who has just come back from it or changed something there. Where it does not
 * answer, the worker asks again soon. @returns whether it answered
 */
export async function syncNow(practiceId: string): Promise<boolean> {
  ensureTakesMoney();
  const { customerId } = await accountOf(practiceId);
  if (!customerId) return true;
  try {
    await syncSubscription(customerId);
    return true;
  } catch (error) {
    const syncFault = stripeFault(error);
    log().warn({ practice: practiceId, fault: syncFault }, "a sync waits for Stripe");
    const learn = { syncFault, syncWanted: { increment: 1 }, syncDueAt: now() };
    await systemClient().billingAccount.updateMany({ where: { practiceId }, data: learn });
    return false;
  }
}
