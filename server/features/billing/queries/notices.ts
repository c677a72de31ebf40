import { civilDate } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { takesMoney } from "@/server/stripe/client";
import { type Entitled, paymentStep, standingOf, trialStep } from "../policy";

interface Facts {
  entitlements: Entitled[];
  failingSince: Date | null;
  subscriptionId: string | null;
}

/** The rows of one practice's billing, for the worker, who reads one practice. */
async function factsOf(tx: Tx, practiceId: string): Promise<Facts> {
  const account = await tx.billingAccount.findUnique({
    where: { practiceId },
    select: { failingSince: true, subscriptionId: true },
  });
  const entitlements = await tx.entitlement.findMany({ where: { practiceId } });
  return { failingSince: null, subscriptionId: null, ...account, entitlements };
}

/** A mail about billing that is owed to each owner: its kind, and the subject that makes it the only one. */
export interface BillingNotice {
  kind: "TRIAL_ENDING" | "PAYMENT_FAILED";
  subject: string;
}

/** What is owed by these facts now. A trial that a subscription goes on from ends without a word. */
function noticesBy({ entitlements, failingSince, subscriptionId }: Facts, at: Date): BillingNotice[] {
  const standing = standingOf({ takesMoney: takesMoney(), entitlements, failingSince }, at);
  if (standing.reason === "TRIAL" && standing.until) {
    const step = trialStep(standing.until, at);
    const trial = entitlements.find((one) => one.reason === "TRIAL");
    const day = trial && civilDate(trial.startsAt, "UTC");
    return step === null ? [] : [{ kind: "TRIAL_ENDING", subject: `${day}:${step}` }];
  }
  if (standing.trouble?.state !== "GRACE" || !failingSince) return [];
  const step = paymentStep(failingSince, at);
  const first = civilDate(failingSince, "UTC");
  return step === null ? [] : [{ kind: "PAYMENT_FAILED", subject: `${subscriptionId}:${first}:${step}` }];
}

/** What owners of a practice are owed about billing now; nothing where nobody pays. */
export async function billingNotices(tx: Tx, practiceId: string, at: Date): Promise<BillingNotice[]> {
  return takesMoney() ? noticesBy(await factsOf(tx, practiceId), at) : [];
}

/**
 * What a mail about billing would speak of, as it is now: paid meanwhile, or another step, and it is not sent. Only owners get
 * it, and somebody may have stopped being one.
 */
export async function billingPremise(
  tx: Tx,
  row: { practiceId: string; personId: string; kind: string; subject: string },
  at: Date,
): Promise<{ running: number; open: number }> {
  const { practiceId, personId, kind, subject } = row;
  const owner = await tx.staffRole.count({ where: { practiceId, personId, role: "OWNER", endedAt: null } });
  if (owner === 0) return { running: 0, open: 0 };
  const owed = await billingNotices(tx, practiceId, at);
  return { running: 1, open: owed.some((one) => one.kind === kind && one.subject === subject) ? 1 : 0 };
}
