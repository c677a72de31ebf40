import type Stripe from "stripe";
import { type PlanInterval, practice } from "@/content/plans";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { env } from "@/server/env";
import { AppError } from "@/server/errors";
import { log } from "@/server/log";
import { askStripe } from "@/server/stripe/ask";
import { stripe } from "@/server/stripe/client";
import type { Member } from "@/server/trpc/ladder";
import { isLive } from "../policy.truth";
import type { CheckoutFields } from "../schema";
import { accountOf, ensureTakesMoney } from "./account";
import { syncSubscription } from "./sync";

/** Stripe takes an end of a trial that is two days away or more; an hour for the way there. */
const shortestTrialMs = 49 * 3_600_000;

/** The billing page of a practice, where Stripe sends the browser back to. */
const pageOf = (practiceId: string, query: string) => `${env().PUBLIC_URL}/practice/${practiceId}/billing?${query}`;

/**
 * The practice's customer, made before any checkout and once. Stripe learns the practice's id, where invoices go, and a name
 * if one is given; nothing else of anybody.
 */
async function customerOf(practiceId: string, { email, name }: CheckoutFields): Promise<string> {
  const { customerId: known } = await accountOf(practiceId);
  const contact = { email, ...(name ? { name } : {}) };
  if (known) {
    await stripe().customers.update(known, contact);
    return known;
  }
  // The same request however often it is sent: what an owner typed comes after.
  const metadata = { practice_id: practiceId };
  const { id } = await stripe().customers.create({ metadata }, { idempotencyKey: `customer:${practiceId}` });
  await systemClient().billingAccount.updateMany({ where: { practiceId, customerId: null }, data: { customerId: id } });
  const { customerId } = await accountOf(practiceId);
  await stripe().customers.update(customerId ?? id, contact);
  return customerId ?? id;
}

/** The price of an interval, as Stripe has it. @throws AppError BILLING_UNAVAILABLE where the dashboard has none of that name */
export async function priceOf(interval: PlanInterval): Promise<Stripe.Price> {
  const { lookupKey } = practice.prices[interval];
  const { data } = await stripe().prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 });
  const [price] = data;
  if (price) return price;
  log().error({ lookupKey }, "Stripe has no price of that name");
  throw new AppError("BILLING_UNAVAILABLE");
}

interface Begun {
  number: number;
  previous: string | null;
  seats: number;
  trialEndsAt: Date | null;
}

/** Takes the next number under the row's lock. @throws AppError ALREADY_PAYING where a subscription runs */
function begin(practiceId: string): Promise<Begun> {
  return systemClient().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true)`;
    const [row] = await tx.$queryRaw<
      { number: number; previous: string | null; status: string | null; seats: number }[]
    >`
      UPDATE billing_account SET checkout_number = checkout_number + 1 WHERE practice_id = ${practiceId}::uuid
      RETURNING checkout_number AS number, checkout_id AS previous, status, greatest(guard.app_seats(), 1) AS seats`;
    if (!row) throw new AppError("NOT_FOUND");
    if (isLive(row.status)) throw new AppError("ALREADY_PAYING");
    const trial = await tx.entitlement.findFirst({ where: { practiceId, reason: "TRIAL" } });
    return { number: row.number, previous: row.previous, seats: row.seats, trialEndsAt: trial?.endsAt ?? null };
  });
}

/** Closes the checkout before this one: only one can be paid. @throws AppError ALREADY_PAYING when it was paid meanwhile */
async function closePrevious(id: string | null): Promise<void> {
  if (!id) return;
  const { status } = await stripe().checkout.sessions.retrieve(id);
  if (status === "complete") throw new AppError("ALREADY_PAYING");
  if (status === "open") await stripe().checkout.sessions.expire(id);
}

/** What is left of the trial comes with the subscription: whoever pays early loses no day. */
function termsOf(practiceId: string, trialEndsAt: Date | null): Stripe.Checkout.SessionCreateParams.SubscriptionData {
  const metadata = { practice_id: practiceId };
  if (!trialEndsAt || trialEndsAt.getTime() - now().getTime() < shortestTrialMs) return { metadata };
  return { metadata, trial_end: Math.floor(trialEndsAt.getTime() / 1_000) };
}

async function openSession(practiceId: string, customer: string, { number, seats, trialEndsAt }: Begun, price: string) {
  const session = await stripe().checkout.sessions.create(
    {
      mode: "subscription",
      customer,
      client_reference_id: practiceId,
      line_items: [{ price, quantity: seats }],
      subscription_data: termsOf(practiceId, trialEndsAt),
      payment_method_collection: "always",
      allow_promotion_codes: true,
      tax_id_collection: { enabled: true },
      customer_update: { name: "auto", address: "auto" },
      success_url: pageOf(practiceId, "checkout=done"),
      cancel_url: pageOf(practiceId, "checkout=left"),
    },
    { idempotencyKey: `checkout:${practiceId}:${number}` },
  );
  if (!session.url) throw new AppError("BILLING_UNAVAILABLE");
  return { id: session.id, url: session.url };
}

/**
 * Opens Stripe's page to pay for Practice: one page at a time, and none where a subscription runs, so that nobody pays twice.
 * @throws AppError CLOSED in an installation that takes no money; ALREADY_PAYING; CHANGED_MEANWHILE when another owner began at
 *   the same time; BILLING_UNAVAILABLE
 */
export function checkout({ practiceId }: Member, fields: CheckoutFields): Promise<{ url: string }> {
  ensureTakesMoney();
  return askStripe(async () => {
    const customer = await customerOf(practiceId, fields);
    await syncSubscription(customer);
    const { id: price } = await priceOf(fields.interval);
    const begun = await begin(practiceId);
    await closePrevious(begun.previous);
    const { id, url } = await openSession(practiceId, customer, begun, price);
    const stored = await systemClient().billingAccount.updateMany({
      where: { practiceId, checkoutNumber: begun.number },
      data: { checkoutId: id },
    });
    if (stored.count === 1) return { url };
    await stripe().checkout.sessions.expire(id);
    throw new AppError("CHANGED_MEANWHILE");
  });
}

/** Opens Stripe's own page for cards, invoices and tax ids. @throws AppError CLOSED; NO_SUBSCRIPTION; BILLING_UNAVAILABLE */
export async function portal({ practiceId }: Member): Promise<{ url: string }> {
  ensureTakesMoney();
  const { customerId: customer } = await accountOf(practiceId);
  if (!customer) throw new AppError("NO_SUBSCRIPTION");
  const return_url = pageOf(practiceId, "portal=done");
  const { url } = await askStripe(() => stripe().billingPortal.sessions.create({ customer, return_url }));
  return { url };
}
