import { solo } from "@/content/plans";
import type { Tx } from "@/server/db/with-actor";
import { takesMoney } from "@/server/stripe/client";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, staffViewerOf } from "../../people/queries";
import { isLive } from "../policy.truth";
import { type PlanFacts, planFacts } from "../queries";
import type { BillingPage, MendedName } from "../schema";

type Subscription = NonNullable<BillingPage["subscription"]>;

interface AccountRow extends Pick<BillingPage, "paymentMethod"> {
  customerId: string | null;
  status: Subscription["status"] | null;
  interval: Subscription["interval"] | null;
  unitAmount: number | null;
  currency: string | null;
  quantity: number | null;
  periodEnd: Date | null;
  trialEnd: Date | null;
  cancelAt: Date | null;
  invoices: unknown;
  syncedAt: Date | null;
  syncFault: string | null;
  mended: MendedName[] | null;
  mendedAt: Date | null;
  chosen: string[] | null;
  waiting: { wanted: number; since: string; fault: string | null } | null;
}

async function accountOf(tx: Tx, { practiceId }: Member): Promise<AccountRow | undefined> {
  const [row] = await tx.$queryRaw<AccountRow[]>`
    SELECT customer_id AS "customerId", status, interval, unit_amount AS "unitAmount", currency, quantity, period_end AS "periodEnd",
      trial_end AS "trialEnd", cancel_at AS "cancelAt", payment_method AS "paymentMethod", invoices, synced_at AS "syncedAt",
      sync_fault AS "syncFault", mended, mended_at AS "mendedAt", chosen_couples AS chosen,
      (SELECT json_build_object('wanted', o.wanted, 'since', o.created_at, 'fault', o.fault) FROM seat_operation o
        WHERE o.practice_id = b.practice_id AND o.state = 'WAITING' ORDER BY o.number DESC LIMIT 1) AS waiting
    FROM billing_account b WHERE b.practice_id = ${practiceId}::uuid`;
  return row;
}

function subscriptionOf(row: AccountRow | undefined): Subscription | null {
  if (!row?.status || !row.interval || row.unitAmount === null || !row.currency || row.quantity === null) return null;
  const { status, interval, unitAmount, currency, quantity, periodEnd, trialEnd, cancelAt } = row;
  return { status, live: isLive(status), interval, unitAmount, currency, quantity, periodEnd, trialEnd, cancelAt };
}

/** The running couples of a practice on Solo, with which of them it goes on. */
async function soloCouples(tx: Tx, actor: Member, { standing, couples }: PlanFacts, chosen: string[]) {
  if (standing.plan !== "SOLO") return null;
  const people = couples.length > 0 ? await couplePeople(tx, actor, couples) : [];
  const byId = new Map(people.map((one) => [one.coupleId, one]));
  return {
    limit: solo.couples,
    chosen: chosen.some((id) => couples.includes(id)),
    couples: couples.map((coupleId, place) => ({
      ...{ coupleId, partners: byId.get(coupleId)?.partners ?? [] },
      ...{ goesOn: place < solo.couples, chosen: chosen.includes(coupleId) },
    })),
  };
}

/** What was mended is told until the next monthly invoice has come. */
const toldMs = 35 * 86_400_000;
const isFresh = (mendedAt: Date, { at }: Member) => at.getTime() - mendedAt.getTime() < toldMs;

/** Everything that an owner sees of billing, from rows alone. */
export async function billingPage(tx: Tx, actor: Member): Promise<BillingPage> {
  const facts = await planFacts(tx, actor);
  const row = await accountOf(tx, actor);
  const { standing, therapists, invited, customer } = facts;
  const { waiting, mended, mendedAt, paymentMethod, invoices, syncedAt, syncFault, chosen } = row ?? {};
  return {
    viewer: staffViewerOf(actor),
    mode: takesMoney() ? "STRIPE" : "SELF_HOSTED",
    standing,
    subscription: subscriptionOf(row),
    seats: { therapists, invited, waiting: waiting ? { ...waiting, since: new Date(waiting.since) } : null },
    paymentMethod: paymentMethod ?? null,
    invoices: (invoices ?? []) as BillingPage["invoices"],
    solo: await soloCouples(tx, actor, facts, chosen ?? []),
    synced: { at: syncedAt ?? null, fault: syncFault ?? null },
    mended: mendedAt && mended?.length && isFresh(mendedAt, actor) ? { at: mendedAt, what: mended } : null,
    customer,
  };
}
