import type Stripe from "stripe";
import { z } from "zod";
import { billLast, changeItems, moveTrial, refuseEnded } from "./changing";
import { discount, redeemable } from "./coupons";
import { invalidParameter, invalidRequest, missingParameter } from "./errors";
import { change } from "./events";
import { cancelNow, resumePaused } from "./lifecycle";
import { listed, searched } from "./lists";
import { expand, page, parametersOf, text } from "./parameters";
import { type Route, route } from "./routes";
import { subscribe } from "./subscribing";
import {
  cancelation,
  creation,
  type discounts,
  list,
  proration,
  type trialSettings,
  update,
} from "./subscription-parameters";
import { all, get, idOf, mergedMetadata, type World } from "./world";

const day = 86_400;
type Update = z.output<typeof update>;

/** What happens at the end of a trial, with Stripe's own answer where nothing is said. */
export function settingsOf(
  given: z.output<typeof trialSettings> | undefined,
): Stripe.Subscription.TrialSettings | null {
  return given ? { end_behavior: { billing_cycle_anchor: null, ...given.end_behavior } } : null;
}

/** A payment method, which must be this customer's. */
function ownMethod(world: World, customer: string, id: string): string {
  const method = get(world, "payment_method", id, "default_payment_method");
  if (idOf(method.customer) !== customer)
    throw invalidParameter(
      "default_payment_method",
      `The customer does not have a payment method with the ID ${id}.`,
      "resource_missing",
    );
  return id;
}

function coupons(world: World, customer: string, given: z.output<typeof discounts> | undefined) {
  return (given ?? []).map((one, index) => {
    const worth = redeemable(world, one, customer);
    if (!worth) throw invalidParameter(`discounts[${index}]`, "This promotion code cannot be redeemed.");
    return worth;
  });
}

function trialEndOf(world: World, params: z.output<typeof creation>): number | null {
  if (params.trial_end !== undefined && params.trial_period_days !== undefined)
    throw invalidRequest(
      "You may only specify one of these parameters: trial_end, trial_period_days.",
      "parameters_exclusive",
    );
  if (typeof params.trial_end === "number") return params.trial_end > world.now() ? params.trial_end : null;
  return params.trial_period_days ? world.now() + params.trial_period_days * day : null;
}

function create(world: World, params: z.output<typeof creation>): Stripe.Subscription {
  const customer = get(world, "customer", params.customer, "customer").id;
  if (params.items.length === 0) throw missingParameter("items");
  const items = params.items.map((one) => ({ ...one, metadata: mergedMetadata({}, one.metadata) }));
  return subscribe(world, {
    customer,
    items,
    trialEnd: trialEndOf(world, params),
    trialSettings: settingsOf(params.trial_settings),
    metadata: mergedMetadata({}, params.metadata),
    description: params.description ?? null,
    method: params.default_payment_method ? ownMethod(world, customer, params.default_payment_method) : null,
    coupons: coupons(world, customer, params.discounts),
    behavior: params.payment_behavior ?? "allow_incomplete",
    cancelAtPeriodEnd: params.cancel_at_period_end ?? false,
  });
}

/** Cancelling at the end of the period, or going on after all. */
function cancelling(world: World, sub: Stripe.Subscription, wanted: boolean | undefined): Partial<Stripe.Subscription> {
  if (wanted === undefined || wanted === sub.cancel_at_period_end) return {};
  const details = sub.cancellation_details ?? { comment: null, feedback: null, feedback_option: null, reason: null };
  return {
    cancel_at_period_end: wanted,
    cancel_at: wanted ? Math.max(...sub.items.data.map((one) => one.current_period_end)) : null,
    canceled_at: wanted ? world.now() : null,
    cancellation_details: { ...details, reason: wanted ? "cancellation_requested" : null },
  };
}

function plainFields(world: World, sub: Stripe.Subscription, params: Update): Partial<Stripe.Subscription> {
  const customer = idOf(sub.customer);
  const cancel = cancelling(world, sub, params.cancel_at_period_end);
  const details = cancel.cancellation_details ?? sub.cancellation_details;
  const { comment, feedback } = params.cancellation_details ?? {};
  return {
    ...cancel,
    ...(params.cancel_at === undefined
      ? {}
      : { cancel_at: params.cancel_at, canceled_at: params.cancel_at && world.now() }),
    ...(params.default_payment_method
      ? { default_payment_method: ownMethod(world, customer, params.default_payment_method) }
      : {}),
    ...(params.description === undefined ? {} : { description: params.description || null }),
    ...(params.trial_settings ? { trial_settings: settingsOf(params.trial_settings) } : {}),
    ...(params.discounts === undefined
      ? {}
      : {
          discounts: coupons(world, customer, params.discounts).map((one) =>
            discount(world, { id: sub.id, customer }, one),
          ),
        }),
    ...(params.cancellation_details && details
      ? { cancellation_details: { ...details, ...(comment ? { comment } : {}), ...(feedback ? { feedback } : {}) } }
      : {}),
    metadata: mergedMetadata(sub.metadata, params.metadata),
  };
}

/** Changes a subscription as the endpoint, the portal and a rehearsal do. */
export function updateSubscription(world: World, id: string, params: Update): Stripe.Subscription {
  const sub = get(world, "subscription", id);
  const { metadata: _, cancellation_details, expand: __, ...rest } = params;
  if (Object.keys(rest).length > 0) refuseEnded(sub);
  const more = plainFields(world, sub, params);
  const anchorNow = params.billing_cycle_anchor === "now";
  if (params.items || anchorNow) {
    const {
      items = [],
      proration_behavior = "create_prorations",
      proration_date,
      payment_behavior = "allow_incomplete",
    } = params;
    const how = {
      items,
      proration: proration_behavior,
      prorationDate: proration_date,
      behavior: payment_behavior,
      anchorNow,
    };
    changeItems(world, id, how, more);
  } else change(world, "subscription", id, "customer.subscription.updated", more);
  if (params.trial_end !== undefined) moveTrial(world, id, params.trial_end);
  return get(world, "subscription", id);
}

function listSubscriptions(world: World, { customer, price, status, ...params }: z.output<typeof list>) {
  const ended = ["canceled", "incomplete_expired"];
  const shown = (sub: Stripe.Subscription) =>
    (!customer || idOf(sub.customer) === customer) &&
    (!price || sub.items.data.some((one) => one.price.id === price)) &&
    (status === "all" ||
      (status === "ended" ? ended.includes(sub.status) : status ? sub.status === status : sub.status !== "canceled"));
  return listed(all(world, "subscription").filter(shown), params, "/v1/subscriptions");
}

const path = "/v1/subscriptions/:id";
export const subscriptionRoutes: Route[] = [
  route("POST", "/v1/subscriptions", creation, create),
  route("GET", "/v1/subscriptions", list, listSubscriptions),
  route(
    "GET",
    "/v1/subscriptions/search",
    parametersOf<Stripe.SubscriptionSearchParams>()({
      query: text,
      limit: page.limit,
      page: text.optional(),
      expand: expand.optional(),
    }),
    (world, params) => searched(all(world, "subscription"), params, "/v1/subscriptions/search"),
  ),
  route(
    "GET",
    path,
    parametersOf<Stripe.SubscriptionRetrieveParams>()({ expand: expand.optional() }),
    (world, _, { id }) => get(world, "subscription", id),
  ),
  route("POST", path, update, (world, params, { id }) => updateSubscription(world, id, params)),
  route("DELETE", path, cancelation, (world, params, { id }) => {
    if (get(world, "subscription", id).status === "canceled")
      throw invalidRequest(`No such subscription: '${id}'`, "resource_missing");
    const { comment, feedback } = params.cancellation_details ?? {};
    if (params.prorate && !params.invoice_now)
      throw invalidRequest("The stand-in keeps nothing of an ended subscription for later: send invoice_now as well.");
    if (params.invoice_now) billLast(world, id, params.prorate ?? false);
    return cancelNow(world, id, "cancellation_requested", {
      ...(comment ? { comment } : {}),
      ...(feedback ? { feedback } : {}),
    });
  }),
  route(
    "POST",
    `${path}/resume`,
    parametersOf<Stripe.SubscriptionResumeParams>()({
      billing_cycle_anchor: z.enum(["now"]).optional(),
      expand: expand.optional(),
      proration_behavior: proration.optional(),
    }),
    (world, _, { id }) => {
      if (get(world, "subscription", id).status !== "paused")
        throw invalidRequest("Only paused subscriptions can be resumed.");
      return resumePaused(world, id);
    },
  ),
];
