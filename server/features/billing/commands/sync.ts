import type Stripe from "stripe";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { log } from "@/server/log";
import { isMissing, stripe } from "@/server/stripe/client";
import { type Answers, doubled, isLive, type Paid, type Snapshot, type Truth, truthOf } from "../policy.truth";
import { recordSeats } from "./seats";

/** So often a sync that was overtaken asks again. */
const mostRounds = 6;
const asked = 100;

/** What the customer pays with unless a subscription says otherwise; null for one that is gone. */
async function customerMethod(customerId: string): Promise<Stripe.PaymentMethod | null> {
  const customer = await stripe().customers.retrieve(customerId, {
    expand: ["invoice_settings.default_payment_method"],
  });
  if (customer.deleted) return null;
  const method = customer.invoice_settings.default_payment_method;
  return method && typeof method !== "string" ? method : null;
}

/** Everything that Stripe knows of a customer, in three questions. A customer who is gone has nothing. */
async function fetchAnswers(customer: string): Promise<Answers> {
  try {
    const expand = ["data.default_payment_method"];
    const subscriptions = await stripe().subscriptions.list({ customer, status: "all", limit: asked, expand });
    const invoices = await stripe().invoices.list({ customer, limit: asked });
    const method = await customerMethod(customer);
    return { subscriptions: subscriptions.data, invoices: invoices.data, customerMethod: method };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { subscriptions: [], invoices: [], customerMethod: null };
  }
}

/** Ends what runs beside the subscription that holds; what was paid for it is credited. */
async function endDoubled(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    log().error({ subscription: id }, "a second subscription ran and was ended");
    await stripe().subscriptions.cancel(id, { prorate: true, invoice_now: true }, { idempotencyKey: `double:${id}` });
  }
}

/** Takes the next number of a customer's syncs; undefined for a customer of nobody here. */
async function begin(customerId: string): Promise<{ practiceId: string; number: number } | undefined> {
  const [row] = await systemClient().$queryRaw<{ practiceId: string; number: number }[]>`
    UPDATE billing_account SET sync_number = sync_number + 1 WHERE customer_id = ${customerId}
    RETURNING practice_id AS "practiceId", sync_number AS number`;
  return row;
}

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);

/** The names of what differs. */
function differences(before: Snapshot, after: Snapshot): string[] {
  const names = Object.keys(after) as (keyof Snapshot)[];
  return names.filter((name) => plain(before[name] ?? null) !== plain(after[name]));
}

async function writePaid(tx: Tx, practiceId: string, paid: readonly Paid[]): Promise<void> {
  const subjects = paid.map((one) => one.subject);
  await tx.entitlement.deleteMany({ where: { practiceId, reason: "SUBSCRIPTION", subject: { notIn: subjects } } });
  for (const { subject, startsAt, endsAt } of paid)
    await tx.$executeRaw`
      INSERT INTO entitlement (practice_id, reason, subject, plan, starts_at, ends_at)
      VALUES (${practiceId}::uuid, 'SUBSCRIPTION', ${subject}, 'PRACTICE', ${startsAt}::timestamptz, ${endsAt}::timestamptz)
      ON CONFLICT (practice_id, reason, subject) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`;
}

type Locked = Snapshot & { syncedNumber: number };

async function lockAccount(tx: Tx, practiceId: string): Promise<Locked | undefined> {
  await tx.$queryRaw`SELECT set_config('app.practice_id', ${practiceId}, true)`;
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT subscription_id AS "subscriptionId", item_id AS "itemId", status, interval, unit_amount AS "unitAmount", currency, quantity,
      trial_end AS "trialEnd", period_end AS "periodEnd", cancel_at AS "cancelAt", failing_since AS "failingSince",
      synced_number AS "syncedNumber"
    FROM billing_account WHERE practice_id = ${practiceId}::uuid FOR UPDATE`;
  return row;
}

/** Writes what was learnt, under the row's lock. @returns what differed; null when an answer to a later question was there already */
function write(
  practiceId: string,
  number: number,
  { snapshot, paid, invoices, paymentMethod }: Truth,
  mending: boolean,
) {
  return systemClient().$transaction(async (tx): Promise<string[] | null> => {
    const before = await lockAccount(tx, practiceId);
    if (!before || before.syncedNumber > number) return null;
    const at = now();
    const changed = differences(before, snapshot);
    await tx.billingAccount.updateMany({
      where: { practiceId },
      data: {
        ...snapshot,
        paymentMethod: paymentMethod ?? Prisma.DbNull,
        invoices: invoices.map((one) => ({ ...one, at: one.at.toISOString() })),
        ...{ syncedNumber: number, syncedAt: at, syncFault: null, syncAttempts: 0 },
        ...(mending && changed.length > 0 ? { mended: changed, mendedAt: at } : {}),
      },
    });
    await writePaid(tx, practiceId, paid);
    const learnt = { quantity: snapshot.quantity, isOther: changed.includes("itemId") };
    if (isLive(snapshot.status)) await recordSeats(tx, practiceId, learnt, at);
    return changed;
  });
}

/**
 * Fetches what is true of a customer from Stripe and writes it down: the one way in which anything of Stripe's comes here, for
 * events, the way back from checkout, the nightly comparison and by hand. Of several at once none overwrites what a later one
 * learnt: whoever was overtaken asks again, so that what stands in the end was asked for after everybody began.
 * @param mending keep the names of what differed for the owner to see
 * @returns what differed; null for a customer of nobody here
 * @throws Stripe's errors
 */
export async function syncSubscription(customerId: string, mending = false): Promise<string[] | null> {
  const changed = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const begun = await begin(customerId);
    if (!begun) return null;
    const answers = await fetchAnswers(customerId);
    const extra = doubled(answers.subscriptions);
    const written = await write(begun.practiceId, begun.number, truthOf(answers), mending);
    for (const name of written ?? []) changed.add(name);
    if (extra.length > 0) await endDoubled(extra);
    else if (written) return [...changed];
  }
  throw new Error("a sync was overtaken again and again");
}
