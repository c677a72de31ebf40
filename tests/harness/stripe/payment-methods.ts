import type Stripe from "stripe";
import { z } from "zod";
import { cardDeclined, invalidParameter, invalidRequest } from "./errors";
import { change, emit } from "./events";
import { listed } from "./lists";
import { expand, metadata, page, parametersOf, text } from "./parameters";
import { type Route, route } from "./routes";
import { all, get, idOf, mergedMetadata, newId, put, type World } from "./world";

/** What a test card does: declines when it is added, declines when it is charged, or works (null). */
interface TestCard {
  brand: string;
  adding: string | null;
  charging: string | null;
}

/** Stripe's test cards by number. */
export const testCards: Record<string, TestCard> = {
  "4242424242424242": { brand: "visa", adding: null, charging: null },
  "5555555555554444": { brand: "mastercard", adding: null, charging: null },
  "4000000000000341": { brand: "visa", adding: null, charging: "generic_decline" },
  "4000000000000002": { brand: "visa", adding: "generic_decline", charging: "generic_decline" },
  "4000000000009995": { brand: "visa", adding: "insufficient_funds", charging: "insufficient_funds" },
};

/** Stripe's ids and tokens that stand for a test card. */
const named: Record<string, string> = {
  pm_card_visa: "4242424242424242",
  tok_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  tok_mastercard: "5555555555554444",
  pm_card_chargeCustomerFail: "4000000000000341",
  tok_chargeCustomerFail: "4000000000000341",
  pm_card_visa_chargeDeclined: "4000000000000002",
  tok_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  tok_chargeDeclinedInsufficientFunds: "4000000000009995",
};

/** Makes a payment method of a card that nobody has yet. */
export function createCard(world: World, number: string, name: string | null = null): Stripe.PaymentMethod {
  const card = testCards[number];
  if (!card) throw invalidParameter("card[number]", "Your card number is incorrect.", "incorrect_number");
  const method = {
    id: newId(world, "pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: null, email: null, name, phone: null, tax_id: null },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country: "US",
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(world.now() * 1000).getUTCFullYear() + 4,
      fingerprint: `fp${number.slice(-8)}`,
      funding: "credit",
      generated_from: null,
      last4: number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: world.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  } satisfies Stripe.PaymentMethod;
  world.state.cards[method.id] = number;
  return put(world, "payment_method", method);
}

/** Attaches a card to a customer, or its bank's refusal. An id of Stripe's test cards becomes a card of its own. */
export function attach(world: World, id: string, customer: string): Stripe.PaymentMethod {
  const number = named[id];
  const method = number ? createCard(world, number) : get(world, "payment_method", id, "payment_method");
  const declined = testCards[world.state.cards[method.id] ?? ""]?.adding;
  if (declined) throw cardDeclined(declined);
  if (method.customer && idOf(method.customer) !== customer)
    throw invalidRequest("The payment method you provided has already been attached to a customer.");
  const { id: owner } = get(world, "customer", customer, "customer");
  const attached = change(world, "payment_method", method.id, null, { customer: owner });
  emit(world, "payment_method.attached", attached);
  return attached;
}

/** Attaches a card and lets the customer's invoices be paid with it. */
export function defaultCardOf(world: World, customer: string, id: string): Stripe.PaymentMethod {
  const method = attach(world, id, customer);
  const { invoice_settings } = get(world, "customer", customer);
  change(world, "customer", customer, "customer.updated", {
    invoice_settings: { ...invoice_settings, default_payment_method: method.id },
  });
  return method;
}

/** Why this payment method cannot be charged now; null when it can. */
export function declineOf(world: World, method: string, customer: string): string | null {
  if (world.state.declined.includes(customer)) return "generic_decline";
  return testCards[world.state.cards[method] ?? ""]?.charging ?? null;
}

function detach(world: World, id: string): Stripe.PaymentMethod {
  const method = get(world, "payment_method", id);
  const customer = idOf(method.customer);
  if (!customer)
    throw invalidRequest("The payment method you provided is not attached to a customer so detachment is impossible.");
  for (const sub of all(world, "subscription").filter((one) => one.default_payment_method === id))
    change(world, "subscription", sub.id, "customer.subscription.updated", { default_payment_method: null });
  const { invoice_settings } = get(world, "customer", customer);
  if (invoice_settings.default_payment_method === id)
    change(world, "customer", customer, "customer.updated", {
      invoice_settings: { ...invoice_settings, default_payment_method: null },
    });
  const detached = change(world, "payment_method", id, null, { customer: null });
  emit(world, "payment_method.detached", detached, { customer });
  return detached;
}

const only = { expand: expand.optional() };
export const paymentMethodRoutes: Route[] = [
  route(
    "POST",
    "/v1/payment_methods",
    parametersOf<Stripe.PaymentMethodCreateParams>()({
      ...only,
      card: z.strictObject({ token: text }),
      metadata: metadata.optional(),
      type: z.enum(["card"]),
    }),
    (world, params) => {
      const method = createCard(world, named[params.card.token] ?? "");
      return change(world, "payment_method", method.id, null, { metadata: mergedMetadata({}, params.metadata) });
    },
  ),
  route(
    "GET",
    "/v1/payment_methods",
    parametersOf<Stripe.PaymentMethodListParams>()({
      ...page,
      customer: text.optional(),
      type: z.enum(["card"]).optional(),
    }),
    (world, { customer, ...params }) =>
      listed(
        all(world, "payment_method").filter((one) => !!customer && idOf(one.customer) === customer),
        params,
        "/v1/payment_methods",
      ),
  ),
  route(
    "GET",
    "/v1/payment_methods/:id",
    parametersOf<Stripe.PaymentMethodRetrieveParams>()(only),
    (world, _, { id }) => get(world, "payment_method", id),
  ),
  route(
    "POST",
    "/v1/payment_methods/:id/attach",
    parametersOf<Stripe.PaymentMethodAttachParams>()({ ...only, customer: text }),
    (world, params, { id }) => attach(world, id, params.customer),
  ),
  route(
    "POST",
    "/v1/payment_methods/:id/detach",
    parametersOf<Stripe.PaymentMethodDetachParams>()(only),
    (world, _, { id }) => detach(world, id),
  ),
];
