import type Stripe from "stripe";
import { z } from "zod";
import { nextInvoiceAt } from "./clock";
import { missingParameter, Refusal } from "./errors";
import { change } from "./events";
import { endTrial, renew } from "./lifecycle";
import { count, expand, integer, metadata, orEmpty, parametersOf, text, yesNo } from "./parameters";
import { subscribe } from "./subscribing";
import { changedItems, proration, trialEnd } from "./subscription-parameters";
import { updateSubscription } from "./subscriptions";
import { get, idOf, mergedMetadata, snapshot, type World } from "./world";

export const previewSchema = parametersOf<Stripe.InvoiceCreatePreviewParams>()({
  customer: text.optional(),
  expand: expand.optional(),
  preview_mode: z.enum(["next"]).optional(),
  subscription: text.optional(),
  subscription_details: parametersOf<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>()({
    cancel_at: orEmpty(integer).optional(),
    cancel_at_period_end: yesNo.optional(),
    items: changedItems.optional(),
    metadata: metadata.optional(),
    proration_behavior: proration.optional(),
    proration_date: count.optional(),
    trial_end: trialEnd.optional(),
  }).optional(),
});
type Wanted = z.output<typeof previewSchema>;

function none(): Refusal {
  const message = "No upcoming invoices for customer";
  return new Refusal(404, { type: "invalid_request_error", code: "invoice_upcoming_none", message });
}

/** A world like this one, in which whatever happens stays without consequence. */
function rehearsalOf(world: World): World {
  const fixed = world.now();
  const rehearsal: World = {
    ...world,
    state: snapshot(world.state),
    announce: null,
    at: null,
    now: () => rehearsal.at ?? fixed,
  };
  return rehearsal;
}

/** The invoice of the next period, also where nothing to pay with is there yet. */
function nextInvoice(world: World, id: string): string {
  const sub = get(world, "subscription", id);
  const at = nextInvoiceAt(world, id);
  if (at === null || sub.cancel_at_period_end || sub.cancel_at !== null) throw none();
  world.at = at;
  const end_behavior = { billing_cycle_anchor: null, missing_payment_method: "create_invoice" };
  change(world, "subscription", id, null, { trial_settings: { end_behavior } });
  if (sub.status === "trialing") endTrial(world, id);
  else renew(world, id);
  return idOf(get(world, "subscription", id).latest_invoice) ?? "";
}

function ofNew(world: World, params: Wanted): string {
  if (!params.customer) throw missingParameter("customer");
  const details = params.subscription_details;
  const { customer } = params;
  const sub = subscribe(world, {
    customer: get(world, "customer", customer, "customer").id,
    items: (details?.items ?? []).map((one) => ({ ...one, metadata: mergedMetadata({}, one.metadata) })),
    trialEnd: typeof details?.trial_end === "number" ? details.trial_end : null,
    trialSettings: null,
    metadata: {},
    description: null,
    method: null,
    coupons: [],
    behavior: "default_incomplete",
    cancelAtPeriodEnd: false,
  });
  return idOf(sub.latest_invoice) ?? "";
}

function ofPresent(world: World, id: string, params: Wanted): string {
  const before = get(world, "subscription", id, "subscription");
  if (params.customer && idOf(before.customer) !== params.customer)
    get(world, "subscription", `${id} of another`, "subscription");
  const after = params.subscription_details ? updateSubscription(world, id, params.subscription_details) : before;
  const billed = idOf(after.latest_invoice);
  return billed && billed !== idOf(before.latest_invoice) ? billed : nextInvoice(world, id);
}

/** The invoice that would come: at once when the change is billed at once, else with the next period. */
export function previewInvoice(world: World, params: Wanted): Stripe.Invoice {
  const rehearsal = rehearsalOf(world);
  const id = params.subscription ? ofPresent(rehearsal, params.subscription, params) : ofNew(rehearsal, params);
  const invoice = get(rehearsal, "invoice", id);
  return {
    ...invoice,
    id: `upcoming_${id}`,
    amount_paid: 0,
    amount_remaining: invoice.amount_due,
    attempt_count: 0,
    attempted: false,
    billing_reason: "upcoming",
    effective_at: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    next_payment_attempt: null,
    number: null,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  } satisfies Stripe.Invoice;
}
