import fc from "fast-check";
import type Stripe from "stripe";
import { type PlanInterval, practice } from "@/content/plans";
import { syncSubscription } from "@/server/features/billing/commands/sync";
import { standingOf } from "@/server/features/billing/policy";
import { drainBilling } from "@/server/jobs/sync-billing";
import { stripe } from "@/server/stripe/client";
import { makePrices, type Paying } from "./paying";

const seed = fc.integer({ min: 1, max: 1_000_000 });

const is = <const Name extends string>(name: Name) => fc.constant(name);
const intervals = fc.constantFrom("MONTH", "YEAR");
const seats = fc.integer({ min: 1, max: 9 });

/** What happens to a subscription: at Stripe, by whoever may; how its events travel; and when the product gets round to them. */
export const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: is("subscribe"), interval: intervals, trial: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: is("cancelAtEnd"), at: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: is("cancelNow") }) },
  { weight: 2, arbitrary: fc.record({ does: is("seats"), seats }) },
  { weight: 2, arbitrary: fc.record({ does: is("interval"), interval: intervals }) },
  { weight: 5, arbitrary: fc.record({ does: is("card"), declined: fc.constantFrom(true, true, false) }) },
  { weight: 2, arbitrary: fc.record({ does: is("pay") }) },
  { weight: 5, arbitrary: fc.record({ does: is("days"), days: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 3, arbitrary: fc.record({ does: is("deliver"), part: fc.integer({ min: 1, max: 100 }), seed }) },
  { weight: 2, arbitrary: fc.record({ does: is("work") }) },
  { weight: 4, arbitrary: fc.record({ does: is("allAtOnce"), seats, seed }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** A history, and the order in which its last events come. */
export const history = fc.record({ steps: fc.array(step, { minLength: 6, maxLength: 20 }), last: seed });

/** The same shuffling from the same seed. */
function shuffled<T>(items: readonly T[], from: number): T[] {
  let state = from;
  const keyed = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, key: state };
  });
  return keyed.toSorted((a, b) => a.key - b.key).map((one) => one.item);
}

const live: readonly string[] = ["trialing", "active", "past_due", "unpaid"];
const subscriptionsOf = async (customer: string) =>
  (await stripe().subscriptions.list({ customer, status: "all", limit: 100 })).data;
const liveOf = async (customer: string) => (await subscriptionsOf(customer)).find((one) => live.includes(one.status));
const priceOf = async (interval: string) => {
  const { lookupKey } = practice.prices[interval as PlanInterval];
  return (await stripe().prices.list({ lookup_keys: [lookupKey] })).data[0]?.id ?? "";
};

/** Nothing of billing is known of the practice. */
async function forget({ owner, practiceId }: Paying): Promise<void> {
  await owner.$executeRaw`
    WITH events AS (DELETE FROM ops.billing_event), seats AS (DELETE FROM seat_operation)
    DELETE FROM entitlement WHERE practice_id = ${practiceId}::uuid`;
  await owner.billingAccount.deleteMany({ where: { practiceId } });
}

/** A customer with a card, as the practice's own, and nothing known of it yet. */
async function begin(shop: Paying): Promise<string> {
  const { owner, practiceId, controls } = shop;
  await controls.reset();
  await controls.holdWebhooks();
  await controls.sendAtOnce(4);
  const [customer] = await Promise.all([stripe().customers.create({}), makePrices(), forget(shop)]);
  const card = await stripe().paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe().customers.update(customer.id, { invoice_settings: { default_payment_method: card.id } });
  await owner.billingAccount.createMany({ data: [{ practiceId, customerId: customer.id }] });
  return customer.id;
}

async function subscribe(customer: string, interval: string, trial: boolean): Promise<void> {
  if (await liveOf(customer)) return;
  const price = await priceOf(interval);
  const terms = trial ? { trial_period_days: 7 } : {};
  await stripe().subscriptions.create({ customer, items: [{ price, quantity: 2 }], ...terms });
}

async function change(customer: string, one: Step): Promise<void> {
  const current = await liveOf(customer);
  const item = current?.items.data[0];
  if (!current || !item) return;
  if (one.does === "cancelNow") await stripe().subscriptions.cancel(current.id);
  if (one.does === "cancelAtEnd") await stripe().subscriptions.update(current.id, { cancel_at_period_end: one.at });
  if (one.does === "seats" || one.does === "allAtOnce")
    await stripe().subscriptionItems.update(item.id, { quantity: one.seats });
  if (one.does === "interval") {
    const items = [{ id: item.id, price: await priceOf(one.interval) }];
    await stripe().subscriptions.update(current.id, { items, proration_behavior: "create_prorations" });
  }
}

async function payOpen(customer: string): Promise<void> {
  const { data } = await stripe().invoices.list({ customer, status: "open" });
  for (const { id } of data)
    await stripe()
      .invoices.pay(id)
      .catch(() => undefined); // a card that is declined stays so
}

/** Lets a part of what is held come, in any order, some of it twice. */
async function deliver({ controls }: Paying, part: number, from: number): Promise<void> {
  const held = (await controls.deliveries()).filter((one) => one.state === "held").map((one) => one.event);
  const chosen = shuffled(held, from).slice(0, Math.ceil((held.length * part) / 100));
  if (chosen.length > 0) await controls.releaseWebhooks(chosen);
  for (const event of shuffled(chosen, from + 1).slice(0, 2)) await controls.duplicateWebhook(event);
}

async function play(shop: Paying, customer: string, one: Step): Promise<unknown> {
  if (one.does === "subscribe") return subscribe(customer, one.interval, one.trial);
  if (one.does === "card") return shop.controls.declineCards(customer, one.declined);
  if (one.does === "pay") return payOpen(customer);
  if (one.does === "days") return shop.controls.advance({ days: one.days });
  if (one.does === "deliver") return deliver(shop, one.part, one.seed);
  if (one.does === "work") return drainBilling();
  // A refusal is the history's own: a card may be declined when something is changed.
  const changed = change(customer, one).catch(() => undefined);
  if (one.does !== "allAtOnce") return changed;
  const asked = [syncSubscription(customer), changed.then(() => syncSubscription(customer))];
  return Promise.all([drainBilling(), changed, deliver(shop, 50, one.seed), ...asked, drainBilling()]);
}

/** Since when a payment is due that failed, told by the events of failures: another account than that of the product. */
async function failedFirst(subscription: Stripe.Subscription): Promise<number | null> {
  if (subscription.status !== "past_due" && subscription.status !== "unpaid") return null;
  const open = (await stripe().invoices.list({ subscription: subscription.id, status: "open", limit: 100 })).data;
  const ids = new Set(open.map((one) => one.id));
  const failures = stripe().events.list({ type: "invoice.payment_failed", limit: 100 });
  let first: number | null = null;
  for await (const event of failures) {
    const invoice = event.data.object as Stripe.Invoice;
    if (ids.has(invoice.id) && (first === null || event.created < first)) first = event.created;
  }
  return first;
}

/** What is true at Stripe now, in the words of the plan. */
async function truthAt(customer: string, at: Date) {
  const current = await liveOf(customer);
  if (!current) return { plan: "SOLO", until: null, trouble: null, seats: null };
  const item = current.items.data[0];
  const end = current.cancel_at ?? (current.cancel_at_period_end ? item?.current_period_end : null);
  const since = await failedFirst(current);
  const until = since === null ? null : (since + practice.graceDays * 86_400) * 1_000;
  const state = until !== null && at.getTime() < until ? "GRACE" : "OVERDUE";
  return {
    plan: "PRACTICE",
    until: end ? end * 1_000 : null,
    trouble: since === null ? null : { state, since: since * 1_000, until },
    seats: item?.quantity,
  };
}

/** What the product's rows come to at the same instant. */
async function knownAt({ owner, practiceId }: Paying, at: Date) {
  const { failingSince, quantity, status } = await owner.billingAccount.findUniqueOrThrow({ where: { practiceId } });
  const entitlements = await owner.entitlement.findMany({ where: { practiceId } });
  const { plan, until, trouble } = standingOf({ takesMoney: true, entitlements, failingSince }, at);
  return {
    plan,
    until: until?.getTime() ?? null,
    trouble: trouble && { state: trouble.state, since: trouble.since.getTime(), until: trouble.until.getTime() },
    seats: live.includes(status ?? "") ? quantity : null,
  };
}

/** Plays a history, lets everything arrive in the end, and answers with what is true and what the product knows. */
export async function playHistory(shop: Paying, { steps, last }: { steps: Step[]; last: number }) {
  const customer = await begin(shop);
  await subscribe(customer, "MONTH", last % 2 === 0);
  for (const one of steps) await play(shop, customer, one);
  await deliver(shop, 100, last);
  await drainBilling();
  // Seats that were mended in the end make events of their own.
  await deliver(shop, 100, last + 2);
  await drainBilling();
  const at = new Date(await shop.controls.now());
  return { truth: await truthAt(customer, at), known: await knownAt(shop, at) };
}
