import type Stripe from "stripe";
import { z } from "zod";
import { redeemable } from "./coupons";
import { invalidParameter, invalidRequest, missingParameter } from "./errors";
import { change, emit } from "./events";
import { lineItemsOf } from "./line-items";
import { listed } from "./lists";
import { count, created, expand, integer, metadata, page, parametersOf, text, yesNo } from "./parameters";
import { type Route, route } from "./routes";
import { recurringPrice } from "./subscribing";
import { trialSettings } from "./subscription-parameters";
import { settingsOf } from "./subscriptions";
import { all, get, idOf, mergedMetadata, newId, type Order, put, type World } from "./world";

const hour = 3_600;
const address = z.string().regex(/^https?:\/\/[^\s]+$/, "Not a valid URL");
const subscriptionData = parametersOf<Stripe.Checkout.SessionCreateParams.SubscriptionData>()({
  description: text.optional(),
  metadata: metadata.optional(),
  proration_behavior: z.enum(["create_prorations", "none"]).optional(),
  trial_end: integer.optional(),
  trial_period_days: count.refine((days) => days >= 1, "The minimum number of trial period days is 1.").optional(),
  trial_settings: trialSettings.optional(),
});
const creation = parametersOf<Stripe.Checkout.SessionCreateParams>()({
  allow_promotion_codes: yesNo.optional(),
  automatic_tax: z.strictObject({ enabled: yesNo }).optional(),
  billing_address_collection: z.enum(["auto", "required"]).optional(),
  cancel_url: address.optional(),
  client_reference_id: text.optional(),
  customer: text.optional(),
  customer_email: text.optional(),
  customer_update: z
    .strictObject({ address: z.enum(["auto", "never"]), name: z.enum(["auto", "never"]) })
    .partial()
    .optional(),
  discounts: z
    .array(z.strictObject({ coupon: text.optional(), promotion_code: text.optional() }))
    .max(1)
    .optional(),
  expand: expand.optional(),
  expires_at: integer.optional(),
  line_items: z
    .array(z.strictObject({ price: text.optional(), quantity: count.optional() }))
    .max(20)
    .optional(),
  locale: text.optional(),
  metadata: metadata.optional(),
  mode: z.enum(["subscription"]),
  payment_method_collection: z.enum(["always", "if_required"]).optional(),
  subscription_data: subscriptionData.optional(),
  success_url: address.optional(),
  tax_id_collection: z
    .strictObject({ enabled: yesNo, required: z.enum(["if_supported", "never"]).optional() })
    .optional(),
  ui_mode: z.enum(["hosted_page"]).optional(),
});
type Params = z.output<typeof creation>;

function refuseContradictions(world: World, params: Params): void {
  if (!params.success_url) throw missingParameter("success_url");
  if (!params.line_items?.length) throw missingParameter("line_items");
  const exclusive = (one: string, other: string) =>
    invalidRequest(`You may only specify one of these parameters: ${one}, ${other}.`, "parameters_exclusive");
  if (params.customer && params.customer_email) throw exclusive("customer", "customer_email");
  if (params.allow_promotion_codes && params.discounts) throw exclusive("allow_promotion_codes", "discounts");
  if (params.customer_update && !params.customer)
    throw invalidParameter("customer_update", "`customer_update` can only be used with `customer`.");
  if (params.tax_id_collection?.enabled && params.customer && params.customer_update?.name !== "auto")
    throw invalidParameter(
      "tax_id_collection",
      "Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.",
    );
  if (params.automatic_tax?.enabled)
    throw invalidParameter(
      "automatic_tax[enabled]",
      "Stripe Tax has not been activated on your account.",
      "stripe_tax_inactive",
    );
  const { expires_at: expires } = params;
  if (expires !== undefined && (expires < world.now() + hour / 2 || expires > world.now() + 24 * hour))
    throw invalidParameter(
      "expires_at",
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.",
    );
  const { trial_end, trial_period_days } = params.subscription_data ?? {};
  if (trial_end !== undefined && trial_period_days !== undefined)
    throw exclusive("subscription_data[trial_end]", "subscription_data[trial_period_days]");
}

function orderOf(world: World, params: Params): Order {
  const data = params.subscription_data;
  return {
    lines: (params.line_items ?? []).map(({ price, quantity }, index) => {
      if (quantity === undefined) throw missingParameter(`line_items[${index}][quantity]`);
      return { price: recurringPrice(world, price, `line_items[${index}][price]`).id, quantity };
    }),
    trialEnd: data?.trial_end ?? null,
    trialDays: data?.trial_period_days ?? null,
    trialSettings: settingsOf(data?.trial_settings),
    metadata: mergedMetadata({}, data?.metadata),
    description: data?.description ?? null,
    coupons: (params.discounts ?? []).map((one, index) => {
      const worth = redeemable(world, one, params.customer ?? "");
      if (!worth) throw invalidParameter(`discounts[${index}]`, "This promotion code cannot be redeemed.");
      return worth;
    }),
    updates: { name: params.customer_update?.name === "auto", address: params.customer_update?.address === "auto" },
  };
}

const unused = {
  adaptive_pricing: null,
  after_expiration: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  customer_creation: null,
  client_secret: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_configuration_details: null,
  payment_method_options: null,
  payment_method_types: ["card"],
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;

/** What a session asks for at once: nothing when a trial comes first. */
function totals(world: World, order: Order) {
  const prices = order.lines.map((line) => ({ ...line, price: get(world, "price", line.price) }));
  const full = prices.reduce((sum, line) => sum + (line.price.unit_amount ?? 0) * line.quantity, 0);
  const amount = order.trialDays || order.trialEnd ? 0 : full;
  return { amount_subtotal: amount, amount_total: amount, currency: prices[0]?.price.currency ?? "usd" };
}

function create(world: World, params: Params): Stripe.Checkout.Session {
  refuseContradictions(world, params);
  const customer = params.customer ? get(world, "customer", params.customer, "customer") : null;
  const order = orderOf(world, params);
  const id = newId(world, "cs_test");
  world.state.orders = { ...world.state.orders, [id]: order };
  const session = {
    id,
    object: "checkout.session",
    ...unused,
    ...totals(world, order),
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: world.now(),
    customer: customer?.id ?? null,
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: order.coupons.map((one) => ({ coupon: one.coupon, promotion_code: one.promotionCode })),
    expires_at: params.expires_at ?? world.now() + 24 * hour,
    locale: params.locale ?? null,
    metadata: mergedMetadata({}, params.metadata),
    mode: "subscription",
    payment_method_collection: params.payment_method_collection ?? "always",
    payment_status: "unpaid",
    status: "open",
    success_url: params.success_url ?? null,
    tax_id_collection: {
      enabled: params.tax_id_collection?.enabled ?? false,
      required: params.tax_id_collection?.required ?? "never",
    },
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${world.base}/c/pay/${id}`,
  } satisfies Stripe.Checkout.Session;
  return put(world, "checkout.session", session);
}

function expire(world: World, id: string): Stripe.Checkout.Session {
  if (get(world, "checkout.session", id).status !== "open")
    throw invalidRequest('Only Checkout Sessions with a status in ["open"] can be expired.');
  const expired = change(world, "checkout.session", id, null, { status: "expired", url: null });
  emit(world, "checkout.session.expired", expired);
  return expired;
}

const list = parametersOf<Stripe.Checkout.SessionListParams>()({
  ...page,
  created: created.optional(),
  customer: text.optional(),
  status: z.enum(["complete", "expired", "open"]).optional(),
  subscription: text.optional(),
});
const path = "/v1/checkout/sessions";
const only = { expand: expand.optional() };
export const checkoutRoutes: Route[] = [
  route("POST", path, creation, create),
  route("GET", path, list, (world, { customer, status, subscription, ...params }) =>
    listed(
      all(world, "checkout.session").filter(
        (one) =>
          (!customer || idOf(one.customer) === customer) &&
          (!status || one.status === status) &&
          (!subscription || one.subscription === subscription),
      ),
      params,
      path,
    ),
  ),
  route("GET", `${path}/:id`, parametersOf<Stripe.Checkout.SessionRetrieveParams>()(only), (world, _, { id }) =>
    get(world, "checkout.session", id),
  ),
  route(
    "GET",
    `${path}/:id/line_items`,
    parametersOf<Stripe.Checkout.SessionListLineItemsParams>()(page),
    (world, params, { id }) => {
      const { data, url } = lineItemsOf(world, get(world, "checkout.session", id).id);
      return listed(data.toReversed(), params, url);
    },
  ),
  route("POST", `${path}/:id/expire`, parametersOf<Stripe.Checkout.SessionExpireParams>()(only), (world, _, { id }) =>
    expire(world, id),
  ),
];
