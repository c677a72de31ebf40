import { closeClients, systemClient } from "@/server/db/clients";
import { syncSubscription } from "@/server/features/billing/commands/sync";
import { reconcileBilling } from "@/server/jobs/sync-billing";
import { takesMoney } from "@/server/stripe/client";
import { explain, PlainError } from "./lib/steps.mjs";

/** One practice, named by its id or its customer's; everybody without a name. */
async function run(named: string | undefined): Promise<void> {
  if (!takesMoney()) throw new PlainError("STRIPE_SECRET_KEY is missing: this installation takes no money.");
  if (!named) {
    const { compared, mended, failed } = await reconcileBilling();
    console.log(`${compared} compared with Stripe, ${mended} mended, ${failed} not reached.`);
    if (failed > 0) process.exitCode = 1;
    return;
  }
  const where = named.startsWith("cus_") ? { customerId: named } : { practiceId: named };
  const account = await systemClient().billingAccount.findFirst({ where, select: { customerId: true } });
  if (!account?.customerId) throw new PlainError("No practice of that name has a customer at Stripe.");
  const changed = (await syncSubscription(account.customerId, true)) ?? [];
  console.log(changed.length > 0 ? `Mended: ${changed.join(", ")}.` : "Nothing differed.");
}

try {
  await run(process.argv[2]);
  await closeClients();
} catch (error) {
  explain(error);
  process.exit(1);
}
