import { practice } from "@/content/plans";
import type { Tx } from "@/server/db/with-actor";

const day = 86_400_000;

/** Every practice begins with a trial, without a card and without anybody at Stripe: it ends by its date, in Solo. */
export async function beginTrial(tx: Tx, practiceId: string, at: Date): Promise<void> {
  const endsAt = new Date(at.getTime() + practice.trialDays * day);
  // By hand: the role may name this column alone, and leaves the others as they begin.
  await tx.$executeRaw`INSERT INTO billing_account (practice_id) VALUES (${practiceId}::uuid)`;
  await tx.entitlement.createMany({
    data: [{ practiceId, reason: "TRIAL", subject: "", plan: "PRACTICE", startsAt: at, endsAt }],
  });
}
