import type Stripe from "stripe";
import type { z } from "zod";
import { changeItems, refuseEnded } from "./changing";
import { missingResource } from "./errors";
import { listed } from "./lists";
import { count, expand, integer, metadata, page, parametersOf, text } from "./parameters";
import { type Route, route } from "./routes";
import { paymentBehavior, proration } from "./subscription-parameters";
import { all, get, type World } from "./world";

const how = {
  payment_behavior: paymentBehavior.optional(),
  proration_behavior: proration.optional(),
  proration_date: integer.optional(),
};
const item = {
  ...how,
  expand: expand.optional(),
  metadata: metadata.optional(),
  price: text.optional(),
  quantity: count.optional(),
};
const itemUpdate = parametersOf<Stripe.SubscriptionItemUpdateParams>()(item);

/** The subscription that has this item. */
function holderOf(world: World, id: string): Stripe.Subscription {
  const holder = all(world, "subscription").find((sub) => sub.items.data.some((one) => one.id === id));
  if (!holder) throw missingResource("subscription_item", id);
  return holder;
}

const itemIn = (sub: Stripe.Subscription, matches: (one: Stripe.SubscriptionItem) => boolean) =>
  sub.items.data.findLast(matches);

type Given = Omit<z.output<typeof itemUpdate>, "expand"> & { id?: string; deleted?: boolean };

function apply(
  world: World,
  sub: Stripe.Subscription,
  { payment_behavior, proration_behavior, proration_date, ...wanted }: Given,
) {
  refuseEnded(sub);
  changeItems(world, sub.id, {
    items: [wanted],
    proration: proration_behavior ?? "create_prorations",
    prorationDate: proration_date,
    behavior: payment_behavior ?? "allow_incomplete",
  });
  return get(world, "subscription", sub.id);
}

const path = "/v1/subscription_items/:id";
export const subscriptionItemRoutes: Route[] = [
  route(
    "POST",
    "/v1/subscription_items",
    parametersOf<Stripe.SubscriptionItemCreateParams>()({ ...item, subscription: text }),
    (world, { subscription, expand: _, ...given }) =>
      itemIn(
        apply(world, get(world, "subscription", subscription, "subscription"), given),
        (one) => one.price.id === given.price,
      ),
  ),
  route(
    "GET",
    "/v1/subscription_items",
    parametersOf<Stripe.SubscriptionItemListParams>()({ ...page, subscription: text }),
    (world, { subscription, ...params }) =>
      listed(get(world, "subscription", subscription, "subscription").items.data, params, "/v1/subscription_items"),
  ),
  route(
    "GET",
    path,
    parametersOf<Stripe.SubscriptionItemRetrieveParams>()({ expand: expand.optional() }),
    (world, _, { id }) => itemIn(holderOf(world, id), (one) => one.id === id),
  ),
  route("POST", path, itemUpdate, (world, { expand: _, ...given }, { id }) =>
    itemIn(apply(world, holderOf(world, id), { ...given, id }), (one) => one.id === id),
  ),
  route("DELETE", path, parametersOf<Stripe.SubscriptionItemDeleteParams>()(how), (world, given, { id }) => {
    apply(world, holderOf(world, id), { ...given, id, deleted: true });
    return { id, object: "subscription_item", deleted: true } satisfies Stripe.DeletedSubscriptionItem;
  }),
];
