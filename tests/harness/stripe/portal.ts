import type Stripe from "stripe";
import { z } from "zod";
import { invalidRequest } from "./errors";
import { change, emit } from "./events";
import { expand, parametersOf, text } from "./parameters";
import { createCard, defaultCardOf } from "./payment-methods";
import { type Route, route } from "./routes";
import { updateSubscription } from "./subscriptions";
import { all, get, idOf, newId, put, type World } from "./world";

const named = z.strictObject({ subscription: text });
const afterCompletion = z.strictObject({
  type: z.enum(["hosted_confirmation", "portal_homepage", "redirect"]),
  redirect: z.strictObject({ return_url: text }).optional(),
  hosted_confirmation: z.strictObject({ custom_message: text.optional() }).optional(),
});
const flowData = parametersOf<Stripe.BillingPortal.SessionCreateParams.FlowData>()({
  after_completion: afterCompletion.optional(),
  subscription_cancel: named.optional(),
  subscription_update: named.optional(),
  type: z.enum(["payment_method_update", "subscription_cancel", "subscription_update"]),
});
const creation = parametersOf<Stripe.BillingPortal.SessionCreateParams>()({
  configuration: text.optional(),
  customer: text,
  expand: expand.optional(),
  flow_data: flowData.optional(),
  locale: text.optional(),
  return_url: text.optional(),
});

function flowOf(world: World, given: z.output<typeof flowData> | undefined): Stripe.BillingPortal.Session.Flow | null {
  if (!given) return null;
  const after = given.after_completion;
  const checkedSubscription = (one: { subscription: string } | undefined, param: string) =>
    one ? { subscription: get(world, "subscription", one.subscription, param).id } : null;
  const cancel = checkedSubscription(given.subscription_cancel, "flow_data[subscription_cancel][subscription]");
  return {
    after_completion: {
      type: after?.type ?? "portal_homepage",
      redirect: after?.redirect ?? null,
      hosted_confirmation: after?.hosted_confirmation
        ? { custom_message: after.hosted_confirmation.custom_message ?? null }
        : null,
    },
    customer_update: null,
    subscription_cancel: cancel ? { ...cancel, retention: null } : null,
    subscription_pause: null,
    subscription_update: checkedSubscription(given.subscription_update, "flow_data[subscription_update][subscription]"),
    subscription_update_confirm: null,
    type: given.type,
  };
}

/** The settings of a portal: the account's own are the only ones here. */
function configurationOf(world: World, given: string | undefined): string {
  if (given === undefined || given === "bpc_default") return "bpc_default";
  return get(world, "billing_portal.configuration", given, "configuration").id;
}

function create(world: World, params: z.output<typeof creation>): Stripe.BillingPortal.Session {
  const id = newId(world, "bps");
  const session = {
    id,
    object: "billing_portal.session",
    configuration: configurationOf(world, params.configuration),
    created: world.now(),
    customer: get(world, "customer", params.customer, "customer").id,
    customer_account: null,
    flow: flowOf(world, params.flow_data),
    livemode: false,
    locale: params.locale ?? null,
    on_behalf_of: null,
    return_url: params.return_url ?? null,
    url: `${world.base}/p/session/${id}`,
  } satisfies Stripe.BillingPortal.Session;
  put(world, "billing_portal.session", session);
  emit(world, "billing_portal.session.created", session);
  return session;
}

/** The subscriptions that a portal session shows: those that have not ended. */
export function shownSubscriptions(world: World, customer: string): Stripe.Subscription[] {
  return all(world, "subscription").filter((sub) => idOf(sub.customer) === customer && sub.status !== "canceled");
}

/** Does what a button of the portal asks for. */
export function actInPortal(
  world: World,
  id: string,
  action: string,
  form: { subscription?: string; number?: string; name?: string },
) {
  const { customer } = get(world, "billing_portal.session", id);
  const subscriptions = shownSubscriptions(world, customer);
  if (action === "card") {
    const method = defaultCardOf(world, customer, createCard(world, form.number ?? "", form.name || null).id);
    for (const { id: sub } of subscriptions)
      change(world, "subscription", sub, "customer.subscription.updated", { default_payment_method: method.id });
    return;
  }
  const sub = subscriptions.find((one) => one.id === form.subscription);
  if (!sub) throw invalidRequest("This subscription has ended.");
  if (action === "cancel") updateSubscription(world, sub.id, { cancel_at_period_end: true });
  else if (action === "resume") updateSubscription(world, sub.id, { cancel_at_period_end: false });
  else throw invalidRequest("The portal has no such button.");
}

export const portalRoutes: Route[] = [route("POST", "/v1/billing_portal/sessions", creation, create)];
