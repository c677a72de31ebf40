import type Stripe from "stripe";
import { redeemable } from "./coupons";
import { invalidRequest } from "./errors";
import { change, emit } from "./events";
import { attach, createCard } from "./payment-methods";
import { subscribe } from "./subscribing";
import { addTaxId, taxIdKinds, taxIdsOf } from "./tax-ids";
import { all, asJson, get, idOf, newId, put, type World } from "./world";

/** What a person fills in on the hosted page. */
export interface Filled {
  number: string;
  name: string;
  email: string;
  country: string;
  code: string;
  taxType: string;
  taxValue: string;
}

const day = 86_400;

function newCustomer(world: World, session: Stripe.Checkout.Session, { name, email }: Filled): string {
  const customer = {
    id: newId(world, "cus"),
    object: "customer",
    balance: 0,
    created: world.now(),
    default_source: null,
    description: null,
    email: session.customer_email ?? (email || null),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: name || null,
    shipping: null,
    tax_exempt: "none",
  } satisfies Stripe.Customer;
  put(world, "customer", customer);
  emit(world, "customer.created", customer);
  return customer.id;
}

function customerOf(world: World, session: Stripe.Checkout.Session, filled: Filled): string {
  const id = idOf(session.customer) ?? newCustomer(world, session, filled);
  const { updates } = world.state.orders[session.id] ?? { updates: { name: false, address: false } };
  const { address } = get(world, "customer", id);
  const blank = { city: null, line1: null, line2: null, postal_code: null, state: null };
  change(world, "customer", id, "customer.updated", {
    ...(updates.name && filled.name ? { name: filled.name } : {}),
    ...(updates.address && filled.country ? { address: { ...(address ?? blank), country: filled.country } } : {}),
  });
  return id;
}

function addFilledTaxId(world: World, customer: string, { taxType, taxValue }: Filled): void {
  if (!taxValue) return;
  const type = Object.keys(taxIdKinds).find((kind): kind is keyof typeof taxIdKinds => kind === taxType);
  if (!type) throw invalidRequest("Choose a kind of tax ID.");
  addTaxId(world, customer, { type, value: taxValue });
}

/** The coupons of a session, with that of a code which was typed. */
function couponsOf(world: World, session: Stripe.Checkout.Session, customer: string, code: string) {
  const own = world.state.orders[session.id]?.coupons ?? [];
  if (!code || !session.allow_promotion_codes) return own;
  const found = all(world, "promotion_code").find((one) => one.active && one.code.toLowerCase() === code.toLowerCase());
  const worth = found && redeemable(world, { promotion_code: found.id }, customer);
  if (!worth) throw invalidRequest("This code is invalid.");
  return [worth];
}

function trialEndOf(world: World, session: string): number | null {
  const { trialDays = null, trialEnd = null } = world.state.orders[session] ?? {};
  return trialEnd ?? (trialDays ? world.now() + trialDays * day : null);
}

function begin(world: World, session: Stripe.Checkout.Session, customer: string, filled: Filled) {
  const order = world.state.orders[session.id];
  if (!order) throw invalidRequest("This session sells nothing.");
  const trialEnd = trialEndOf(world, session.id);
  const needsCard = session.payment_method_collection === "always" || !trialEnd;
  const method =
    filled.number || needsCard
      ? attach(world, createCard(world, filled.number, filled.name || null).id, customer).id
      : null;
  return subscribe(world, {
    customer,
    items: order.lines,
    trialEnd,
    trialSettings: order.trialSettings,
    metadata: order.metadata,
    description: order.description,
    method,
    coupons: couponsOf(world, session, customer, filled.code).map((one) => ({ ...one, session: session.id })),
    behavior: "error_if_incomplete",
    cancelAtPeriodEnd: false,
  });
}

function detailsOf(world: World, id: string): Stripe.Checkout.Session.CustomerDetails {
  const { address = null, email, name = null, phone = null, tax_exempt = "none" } = get(world, "customer", id);
  const tax_ids = taxIdsOf(world, id).map(({ type, value }) => ({ type, value }));
  return { address, business_name: null, email, individual_name: null, name, phone, tax_exempt, tax_ids };
}

/** Completes a session as its page does when it is sent; a declined card is Stripe's refusal, and nothing has happened. */
export function completeSession(world: World, id: string, filled: Filled): Stripe.Checkout.Session {
  const session = get(world, "checkout.session", id);
  if (session.status !== "open") throw invalidRequest("This session is no longer open.");
  const customer = customerOf(world, session, filled);
  if (session.tax_id_collection?.enabled) addFilledTaxId(world, customer, filled);
  const subscription = begin(world, session, customer, filled);
  const invoice = get(world, "invoice", idOf(subscription.latest_invoice) ?? "");
  const completed = change(world, "checkout.session", id, null, {
    amount_subtotal: invoice.subtotal,
    amount_total: invoice.total,
    customer,
    customer_details: detailsOf(world, customer),
    invoice: invoice.id,
    payment_status: invoice.amount_paid > 0 ? "paid" : "no_payment_required",
    status: "complete",
    subscription: subscription.id,
    total_details: { amount_discount: invoice.subtotal - invoice.total, amount_shipping: 0, amount_tax: 0 },
    url: null,
  });
  emit(world, "checkout.session.completed", asJson(completed));
  return completed;
}
