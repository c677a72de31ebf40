import { randomBytes } from "node:crypto";
import Stripe from "stripe";
import { type PlanInterval, practice } from "../../content/plans";
import { listenedEvents } from "../../server/stripe/events";
import { type StripeStandIn, startStripe } from "../../tests/harness/stripe/server";

/** How the product's processes reach the stand-in for Stripe. */
export interface StripeSettings {
  url: string;
  secretKey: string;
  webhookSecret: string;
}

const rhythm = { MONTH: "month", YEAR: "year" } as const;
const intervals: readonly PlanInterval[] = ["MONTH", "YEAR"];

/** The product and its prices, as docs/operations/billing.md has one make them in the dashboard; once. */
async function stock({ host, port, secretKey }: StripeStandIn): Promise<void> {
  const stripe = new Stripe(secretKey, { host, port, protocol: "http" });
  const { data } = await stripe.prices.list({ lookup_keys: [practice.prices.MONTH.lookupKey] });
  if (data.length > 0) return;
  const product = await stripe.products.create({ name: "Practice" });
  for (const interval of intervals) {
    const { cents: unit_amount, lookupKey: lookup_key } = practice.prices[interval];
    const recurring = { interval: rhythm[interval] };
    await stripe.prices.create({
      product: product.id,
      currency: practice.currency,
      unit_amount,
      lookup_key,
      recurring,
    });
  }
}

/**
 * Starts a stand-in with the plans' prices, which tells the web process on the loopback what happened. No money moves.
 * @param file where its state outlives this run; nowhere when absent
 */
export async function startStandIn(port: number, webPort: number, file?: string): Promise<StripeStandIn> {
  const started = await startStripe({
    port,
    secretKey: `sk_test_${randomBytes(16).toString("hex")}`,
    webhookSecret: `whsec_${randomBytes(16).toString("hex")}`,
    webhookUrl: `http://127.0.0.1:${webPort}/api/stripe/webhook`,
    webhookEvents: listenedEvents,
    tick: 60_000,
    ...(file ? { file } : {}),
  });
  await stock(started);
  return started;
}
