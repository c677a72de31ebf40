import type Stripe from "stripe";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { isLive, stripe, takesMoney } from "@/server/stripe/client";

/** Seconds by which an event's signature may be older than now, or newer. */
const toleranceSeconds = 300;
const second = 1_000;

/** Whose an event is; null for one that is about no customer. */
function customerOf(event: Stripe.Event): string | null {
  const about = event.data.object as { object?: string; id?: string; customer?: string | { id: string } | null };
  if (about.object === "customer") return about.id ?? null;
  return typeof about.customer === "string" ? about.customer : (about.customer?.id ?? null);
}

/** The event that a body is, when Stripe signed exactly these bytes within five minutes; null otherwise. */
function signedEvent(body: string, signature: string): Stripe.Event | null {
  const { STRIPE_WEBHOOK_SECRET: secret = "" } = env();
  const at = now().getTime();
  // The SDK refuses what is too old; what was signed ahead of our time is refused here.
  const [, ahead] = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature) ?? [];
  if (!ahead || Number(ahead) * second - at > toleranceSeconds * second) return null;
  try {
    return stripe().webhooks.constructEvent(body, signature, secret, toleranceSeconds, undefined, at);
  } catch {
    return null;
  }
}

/** Writes an event down and makes a sync of its customer due, in one statement: both or neither. Whoever comes again changes nothing. */
async function record(id: string, customerId: string): Promise<void> {
  const at = now();
  await systemClient().$executeRaw`
    WITH fresh AS (
      INSERT INTO ops.billing_event (id, customer_id, at) VALUES (${id}, ${customerId}, ${at}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING customer_id)
    UPDATE billing_account b SET sync_wanted = sync_wanted + 1, sync_due_at = ${at}::timestamptz
    FROM fresh WHERE b.customer_id = fresh.customer_id`;
}

/**
 * Takes an event of Stripe's. Nothing of its content is used but its name and its customer: what is true is asked for.
 * @returns the HTTP status: 200 written down, known before or about nobody; 400 not signed by Stripe, or of the other mode; 404 in an
 *   installation that takes no money
 */
export async function takeEvent(body: string, signature: string | null): Promise<200 | 400 | 404> {
  if (!takesMoney()) return 404;
  const event = signedEvent(body, signature ?? "");
  if (!event) return 400;
  if (event.livemode !== isLive()) {
    log().error({ event: event.id, livemode: event.livemode }, "an event of Stripe's other mode was refused");
    return 400;
  }
  const customerId = customerOf(event);
  if (customerId) await record(event.id, customerId);
  return 200;
}
