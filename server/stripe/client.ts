import Stripe from "stripe";
import { env, officialStripe } from "../env";

/** The version of Stripe's API that everything here is written for; the SDK's types are of the same. */
export const stripeVersion = "2026-10-28.endive" satisfies typeof Stripe.API_VERSION;

let made: { key: string; url: string; client: Stripe } | undefined;

/** Whether this installation takes money. Without keys it is self-hosted: everything is on and nobody pays. */
export const takesMoney = (): boolean => env().STRIPE_SECRET_KEY !== undefined;

/** Whether the key is of Stripe's live mode; events of the other mode are refused. */
export const isLive = (): boolean => /^(sk|rk)_live_/.test(env().STRIPE_SECRET_KEY ?? "");

/** Where the SDK sends its requests: Stripe itself, or a stand-in on the loopback. */
function hostOf(url: string) {
  if (url === officialStripe) return {};
  const { hostname, port, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 80),
    protocol: protocol === "http:" ? ("http" as const) : ("https" as const),
  };
}

/**
 * Stripe's SDK with our key. It tries a request that got no answer again by itself, under the same idempotency key.
 * @throws Error in an installation without a key: ask `takesMoney` first.
 */
export function stripe(): Stripe {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = env();
  if (!key) throw new Error("STRIPE_SECRET_KEY is missing: this installation takes no money");
  if (made?.key !== key || made.url !== url) {
    const patience = { timeout: 8_000, maxNetworkRetries: 1, telemetry: false };
    made = { key, url, client: new Stripe(key, { apiVersion: stripeVersion, ...patience, ...hostOf(url) }) };
  }
  return made.client;
}

/** What Stripe's refusal is called, for rows and the log: never its message, which may quote what was sent. */
export function stripeFault(error: unknown): string {
  if (!(error instanceof Stripe.errors.StripeError)) return error instanceof Error ? error.name : "unknown";
  return error.code ?? error.type;
}

/** Whether a card or a bank said no, which a person can do something about. */
export const isRefusal = (error: unknown): boolean => error instanceof Stripe.errors.StripeCardError;

/** Whether what was named does not exist at Stripe. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
