import type Stripe from "stripe";
import { now } from "@/server/clock";
import { systemClient } from "@/server/db/clients";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/with-actor";
import { log } from "@/server/log";
import { isMissing, stripe } from "@/server/stripe/client";
import {
  type Answers,
  type Doubled,
  doubled,
  isLive,
  type Paid,
  type Snapshot,
  type Truth,
  truthOf,
} from "../policy.truth";
import type { MendedName } from "../schema";
import { endFailing } from "./ending";
import { recordSeats } from "./seats";

/** So often a sync that ended something asks again: once is enough, unless somebody goes on making what it ends. */
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

/** Everything that Stripe knows of a customer, in three questions at once. A customer who is gone has nothing. */
async function fetchAnswers(customer: string): Promise<Answers> {
  const expand = ["data.default_payment_method"];
  try {
    const [subscriptions, invoices, method] = await Promise.all([
      stripe().subscriptions.list({ customer, status: "all", limit: asked, expand }),
      stripe().invoices.list({ customer, limit: asked }),
      customerMethod(customer),
    ]);
    return { subscriptions: subscriptions.data, invoices: invoices.data, customerMethod: method };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return { subscriptions: [], invoices: [], customerMethod: null };
  }
}

/** Ends what runs beside the subscription that holds: what was paid for it is credited, what failed is asked for no more. */
async function endDoubled(practiceId: string, doubles: readonly Doubled[]): Promise<void> {
  for (const { id, failing } of doubles) {
    log().error({ subscription: id }, "a second subscription ran and was ended");
    const idempotencyKey = `double:${id}`;
    const credited = { prorate: true, invoice_now: true };
    if (failing) await endFailing(id, idempotencyKey);
    else await stripe().subscriptions.cancel(id, credited, { idempotencyKey });
  }
  await systemClient().billingAccount.updateMany({
    where: { practiceId },
    data: { mended: ["doubled"], mendedAt: now() },
  });
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
function differences(before: Snapshot, after: Snapshot): (keyof Snapshot)[] {
  const names = Object.keys(after) as (keyof Snapshot)[];
  return names.filter((name) => plain(before[name] ?? null) !== plain(after[name]));
}

/** What is paid for, in one statement: what is no longer there goes, the rest is as it is at Stripe. */
async function writePaid(tx: Tx, practiceId: string, paid: readonly Paid[]): Promise<void> {
  const subjects = paid.map((one) => one.subject);
  const begin = paid.map((one) => one.startsAt);
  const end = paid.map((one) => one.endsAt);
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM entitlement
      WHERE practice_id = ${practiceId}::uuid AND reason = 'SUBSCRIPTION' AND NOT subject = ANY (${subjects}::text[]))
    INSERT INTO entitlement (practice_id, reason, subject, plan, starts_at, ends_at)
    SELECT ${practiceId}::uuid, 'SUBSCRIPTION', subject, 'PRACTICE', starts_at, ends_at
    FROM unnest(${subjects}::text[], ${begin}::timestamptz[], ${end}::timestamptz[]) AS paid (subject, starts_at, ends_at)
    ON CONFLICT (practice_id, reason, subject) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`;
}

type Locked = Snapshot & { syncedNumber: number };

async function lockAccount(tx: Tx, practiceId: string): Promise<Locked | undefined> {
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT set_config('app.practice_id', ${practiceId}, true), subscription_id AS "subscriptionId", item_id AS "itemId", status, interval, unit_amount AS "unitAmount", currency, quantity,
      trial_end AS "trialEnd", period_end AS "periodEnd", cancel_at AS "cancelAt", failing_since AS "failingSince",
      synced_number AS "syncedNumber"
    FROM billing_account WHERE practice_id = ${practiceId}::uuid FOR UPDATE`;
  return row;
}

/** Writes what was learnt, under the row's lock. @returns what differed; nothing when an answer to a later question was there already */
function write(
  practiceId: string,
  number: number,
  { snapshot, paid, invoices, paymentMethod }: Truth,
  mending: boolean,
) {
  return systemClient().$transaction(async (tx): Promise<(keyof Snapshot)[]> => {
    const before = await lockAccount(tx, practiceId);
    if (!before || before.syncedNumber > number) return [];
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
 * learnt: whoever was overtaken throws its answer away, since the one that stands was asked for after everybody began.
 * @param mending keep the names of what differed for the owner to see
 * @returns what differed; null for a customer of nobody here
 * @throws Stripe's errors
 */
export async function syncSubscription(customerId: string, mending = false): Promise<MendedName[] | null> {
  const changed = new Set<MendedName>();
  for (let round = 0; round < mostRounds; round++) {
    const begun = await begin(customerId);
    if (!begun) return null;
    const { practiceId, number } = begun;
    const answers = await fetchAnswers(customerId);
    const extra = doubled(answers.subscriptions);
    for (const name of await write(practiceId, number, truthOf(answers), mending)) changed.add(name);
    if (extra.length === 0) return [...changed];
    await endDoubled(practiceId, extra);
    changed.add("doubled");
  }
  throw new Error("a second subscription comes again and again");
}
