import type Stripe from "stripe";
import { change, emit } from "./events";
import { taxIdsOf } from "./tax-ids";
import { get, idOf, listObject, newId, put, type World } from "./world";

/** Seconds for which the invoice of a new period stays a draft. */
export const draftSeconds = 3_600;

interface Draft {
  subscription: Stripe.Subscription;
  lines: Stripe.InvoiceLineItem[];
  reason: "subscription_create" | "subscription_cycle" | "subscription_update";
  /** When it is finalized by itself; null where that is done at once or never. */
  finalizesAt?: number | null;
  prorationDate?: number;
}

/** What each line is reduced by: a percentage of it, or its share of an amount. */
function reductions(world: World, sub: Stripe.Subscription, lines: Stripe.InvoiceLineItem[]) {
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  return sub.discounts.map((one) => {
    const id = idOf(one);
    const coupon = get(world, "coupon", idOf(get(world, "discount", id).source.coupon) ?? "");
    const off = Math.min(coupon.amount_off ?? 0, Math.max(subtotal, 0));
    const share = (amount: number) =>
      coupon.percent_off === null
        ? subtotal > 0
          ? (off * amount) / subtotal
          : 0
        : (amount * coupon.percent_off) / 100;
    return { id, amounts: lines.map((line) => Math.round(share(line.amount))) };
  });
}

/** Ends the discounts of a subscription that have had their time: once used, or at their end. */
function endDiscounts(world: World, id: string, ended: "used" | "over"): Stripe.Subscription {
  const sub = get(world, "subscription", id);
  const gone = sub.discounts
    .map((one) => idOf(one))
    .filter((one) => {
      const { end, source } = get(world, "discount", one);
      const once = get(world, "coupon", idOf(source.coupon) ?? "").duration === "once";
      return ended === "used" ? once : end !== null && end <= world.now();
    });
  if (gone.length === 0) return sub;
  for (const one of gone) emit(world, "customer.discount.deleted", get(world, "discount", one));
  const discounts = sub.discounts.filter((one) => !gone.includes(idOf(one)));
  return change(world, "subscription", id, null, { discounts });
}

/** What is to pay of a total with this balance (a credit is negative), and the balance that is left. */
function dueOf(total: number, balance: number) {
  return { amount_due: Math.max(total + balance, 0), ending_balance: Math.min(total + balance, 0) };
}

const nothing = {
  account_country: "US",
  account_name: "Reconnect",
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  custom_fields: null,
  customer_account: null,
  customer_shipping: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  due_date: null,
  effective_at: null,
  footer: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: "self" },
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  test_clock: null,
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;

function customerFields(world: World, id: string) {
  const customer = get(world, "customer", id);
  return {
    customer: id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    customer_tax_ids: taxIdsOf(world, id).map(({ type, value }) => ({ type, value })),
    starting_balance: customer.balance,
  } satisfies Partial<Stripe.Invoice>;
}

/** Takes the lines that wait for the next invoice of a subscription. */
function takePending(world: World, subscription: string): Stripe.InvoiceLineItem[] {
  const waiting = world.state.pending.filter((one) => one.subscription === subscription);
  world.state.pending = world.state.pending.filter((one) => one.subscription !== subscription);
  return waiting.flatMap((one) => one.lines);
}

/** Lines with their invoice and discounts, and the sums of them. */
function totalled(world: World, id: string, sub: Stripe.Subscription, given: Stripe.InvoiceLineItem[]) {
  const reduced = reductions(world, sub, given);
  const lines = given.map((line, index) => ({
    ...line,
    invoice: id,
    discount_amounts: reduced.map((one) => ({ amount: one.amounts[index] ?? 0, discount: one.id })),
  }));
  const sums = reduced.map((one) => ({
    amount: one.amounts.reduce((sum, amount) => sum + amount, 0),
    discount: one.id,
  }));
  const subtotal = given.reduce((sum, line) => sum + line.amount, 0);
  const total = subtotal - sums.reduce((sum, one) => sum + one.amount, 0);
  return {
    lines: listObject(`/v1/invoices/${id}/lines`, lines),
    discounts: sub.discounts,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: total,
    total_discount_amounts: sums,
  };
}

/** A draft of an invoice with these lines and those that waited; the subscription's latest from now on. */
export function draft(
  world: World,
  { subscription, lines, reason, finalizesAt, prorationDate }: Draft,
): Stripe.Invoice {
  const sub = endDiscounts(world, subscription.id, "over");
  const id = newId(world, "in");
  const customer = customerFields(world, idOf(sub.customer));
  const sums = totalled(world, id, sub, [...takePending(world, sub.id), ...lines]);
  const due = dueOf(sums.total, customer.starting_balance);
  const cycle = sub.items.data[0];
  const details = { metadata: sub.metadata, subscription: sub.id, subscription_proration_date: prorationDate };
  const invoice = {
    id,
    object: "invoice",
    ...nothing,
    ...customer,
    ...sums,
    amount_due: due.amount_due,
    amount_remaining: due.amount_due,
    auto_advance: finalizesAt !== undefined && finalizesAt !== null,
    automatically_finalizes_at: finalizesAt ?? null,
    billing_reason: reason,
    collection_method: "charge_automatically",
    created: world.now(),
    currency: sub.currency,
    ending_balance: null,
    parent: { type: "subscription_details", quote_details: null, subscription_details: details },
    period_start: reason === "subscription_cycle" ? (cycle?.current_period_start ?? world.now()) : world.now(),
    period_end: world.now(),
    status: "draft",
  } satisfies Stripe.Invoice;
  put(world, "invoice", invoice);
  emit(world, "invoice.created", invoice);
  if (sums.subtotal > 0) endDiscounts(world, sub.id, "used");
  change(world, "subscription", sub.id, null, { latest_invoice: id });
  return invoice;
}

/** Gives a draft its number and what is to pay; one with nothing to pay is paid. */
export function finalize(world: World, id: string): Stripe.Invoice {
  const invoice = get(world, "invoice", id);
  const customer = get(world, "customer", idOf(invoice.customer) ?? "");
  const sequence = customer.next_invoice_sequence ?? 1;
  const due = dueOf(invoice.total, customer.balance);
  change(world, "customer", customer.id, null, { next_invoice_sequence: sequence + 1, currency: invoice.currency });
  change(world, "customer", customer.id, "customer.updated", { balance: due.ending_balance });
  const open = change(world, "invoice", id, null, {
    ...due,
    amount_remaining: due.amount_due,
    starting_balance: customer.balance,
    auto_advance: true,
    automatically_finalizes_at: null,
    effective_at: world.now(),
    hosted_invoice_url: `${world.base}/i/${id}`,
    invoice_pdf: `${world.base}/i/${id}/pdf`,
    number: `${customer.invoice_prefix ?? "INV"}-${String(sequence).padStart(4, "0")}`,
    status: "open",
    status_transitions: { ...invoice.status_transitions, finalized_at: world.now() },
  });
  emit(world, "invoice.finalized", open);
  return due.amount_due === 0 ? markPaid(world, id) : open;
}

/** Records that an invoice is paid. */
export function markPaid(world: World, id: string): Stripe.Invoice {
  const invoice = get(world, "invoice", id);
  const paid = change(world, "invoice", id, null, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: "paid",
    status_transitions: { ...invoice.status_transitions, paid_at: world.now() },
  });
  emit(world, "invoice.paid", paid);
  emit(world, "invoice.payment_succeeded", paid);
  return paid;
}

/** The subscription that an invoice is of. */
export function subscriptionOf(world: World, invoice: Stripe.Invoice): Stripe.Subscription | null {
  const id = idOf(invoice.parent?.subscription_details?.subscription);
  return id ? get(world, "subscription", id) : null;
}
