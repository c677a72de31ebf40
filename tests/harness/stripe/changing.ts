import type Stripe from "stripe";
import { cardDeclined, invalidParameter, invalidRequest } from "./errors";
import { change } from "./events";
import { creditLines, debitLines, periodLines } from "./invoice-lines";
import { draft } from "./invoices";
import { bill, endTrial, itemsFrom } from "./lifecycle";
import { itemOf, recurringPrice, refuseMixed, type Wanted, withPrice } from "./subscribing";
import { get, mergedMetadata, type World } from "./world";

export interface WantedItem extends Omit<Wanted, "metadata"> {
  id?: string;
  deleted?: boolean;
  metadata?: Record<string, string> | null;
}

/** What a subscription's items shall be from now on, and how the difference is charged. */
export interface ItemChange {
  items: WantedItem[];
  proration: "always_invoice" | "create_prorations" | "none";
  prorationDate?: number;
  behavior: "allow_incomplete" | "default_incomplete" | "error_if_incomplete";
  anchorNow?: boolean;
}

function changedItem(world: World, item: Stripe.SubscriptionItem, wanted: WantedItem, param: string) {
  const price = wanted.price ? recurringPrice(world, wanted.price, `${param}[price]`) : item.price;
  const metadata = mergedMetadata(item.metadata, wanted.metadata);
  return { ...withPrice(item, price), quantity: wanted.quantity ?? item.quantity, metadata };
}

function wantedItems(world: World, sub: Stripe.Subscription, wanted: WantedItem[]): Stripe.SubscriptionItem[] {
  const items = new Map(sub.items.data.map((item) => [item.id, item]));
  for (const [index, one] of wanted.entries()) {
    const param = `items[${index}]`;
    const present = one.id === undefined ? undefined : items.get(one.id);
    if (one.id !== undefined && !present)
      throw invalidParameter(`${param}[id]`, `No such subscription item: '${one.id}'`, "resource_missing");
    if (present && one.deleted) items.delete(present.id);
    else if (present) items.set(present.id, changedItem(world, present, one, param));
    else {
      const price = recurringPrice(world, one.price, `${param}[price]`);
      const metadata = mergedMetadata({}, one.metadata);
      const { current_period_start = world.now(), current_period_end = world.now() } = sub.items.data[0] ?? {};
      const item = {
        ...itemOf(world, sub.id, { price, quantity: one.quantity, metadata }),
        current_period_start,
        current_period_end,
      };
      items.set(item.id, item);
    }
  }
  refuseMixed([...items.values()]);
  return [...items.values()];
}

const rhythm = (item: Stripe.SubscriptionItem | undefined) =>
  `${item?.price.recurring?.interval_count} ${item?.price.recurring?.interval}`;

function prorationInstant(world: World, sub: Stripe.Subscription, given: number | undefined): number {
  const { current_period_start = 0, current_period_end = 0 } = sub.items.data[0] ?? {};
  if (given !== undefined && (given < current_period_start || given > current_period_end))
    throw invalidParameter(
      "proration_date",
      "Invalid proration_date: it must be within the current period of the subscription.",
    );
  return given ?? world.now();
}

/** Keeps lines for the next invoice. */
function keepForLater(world: World, sub: string, lines: Stripe.InvoiceLineItem[]): void {
  if (lines.length > 0) world.state.pending = [...world.state.pending, { subscription: sub, lines }];
}

/** Bills what changed at once; what cannot be paid makes the subscription past due, or is refused. */
function billNow(
  world: World,
  id: string,
  lines: Stripe.InvoiceLineItem[],
  how: ItemChange,
  prorationDate: number,
): void {
  const subscription = get(world, "subscription", id);
  const invoice = draft(world, { subscription, lines, reason: "subscription_update", prorationDate });
  const declined = bill(world, invoice.id);
  if (declined && how.behavior === "error_if_incomplete") throw cardDeclined(declined);
}

/** Changes a subscription's items, and charges or credits the difference; `more` are other fields of the same change. */
export function changeItems(world: World, id: string, how: ItemChange, more: Partial<Stripe.Subscription> = {}): void {
  const sub = get(world, "subscription", id);
  const before = sub.items.data;
  const at = prorationInstant(world, sub, how.prorationDate);
  const wanted = wantedItems(world, sub, how.items);
  const trialing = sub.status === "trialing";
  const restarts = !trialing && (how.anchorNow === true || rhythm(before[0]) !== rhythm(wanted[0]));
  const after = restarts
    ? itemsFrom({ ...sub, items: { ...sub.items, data: wanted } }, world.now(), world.now())
    : wanted;
  const prorates = how.proration !== "none" && !trialing && sub.status !== "incomplete";
  const credit = prorates ? creditLines(world, id, before, restarts ? [] : after, at) : [];
  const debit = restarts ? periodLines(world, id, after) : prorates ? debitLines(world, id, before, after, at) : [];
  change(world, "subscription", id, "customer.subscription.updated", {
    ...more,
    items: { ...sub.items, data: after },
    ...(restarts ? { billing_cycle_anchor: world.now() } : {}),
  });
  const lines = [...credit, ...debit];
  const atOnce = restarts || (how.proration === "always_invoice" && lines.length > 0);
  if (atOnce) billNow(world, id, lines, how, at);
  else keepForLater(world, id, lines);
}

/**
 * The last invoice of a subscription that is about to end: what waits for one, and the credit for what was paid and is not used.
 * A credit stays with the customer, for whatever comes next.
 */
export function billLast(world: World, id: string, prorate: boolean): void {
  const subscription = get(world, "subscription", id);
  const credits = prorate && subscription.status !== "trialing";
  const lines = credits ? creditLines(world, id, subscription.items.data, [], world.now()) : [];
  const waits = world.state.pending.some((one) => one.subscription === id);
  if (waits || lines.length > 0) bill(world, draft(world, { subscription, lines, reason: "subscription_update" }).id);
}

/** Ends a trial now, or moves its end. */
export function moveTrial(world: World, id: string, end: number | "now"): void {
  const sub = get(world, "subscription", id);
  if (end === "now" || end <= world.now()) {
    if (sub.status === "trialing") endTrial(world, id, true);
    return;
  }
  const data = sub.items.data.map((item) => ({ ...item, current_period_end: end }));
  change(world, "subscription", id, "customer.subscription.updated", {
    trial_start: sub.trial_start ?? world.now(),
    trial_end: end,
    billing_cycle_anchor: end,
    items: { ...sub.items, data },
    status: "trialing",
  });
}

/** Refuses what a subscription that has ended cannot have changed any more. */
export function refuseEnded(sub: Stripe.Subscription): void {
  if (sub.status === "canceled" || sub.status === "incomplete_expired")
    throw invalidRequest("A canceled subscription can only update its cancellation_details and metadata.");
}
