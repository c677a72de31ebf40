import type Stripe from "stripe";
import { get, idOf, listObject, type World } from "./world";

/** What a checkout session sells. */
export function lineItemsOf(world: World, session: string): Stripe.ApiList<Stripe.LineItem> {
  const { currency } = get(world, "checkout.session", session);
  const lines = (world.state.orders[session]?.lines ?? []).map((line, index) => {
    const price = get(world, "price", line.price);
    const amount = (price.unit_amount ?? 0) * line.quantity;
    return {
      id: `li_${session.slice(-12)}${index}`,
      object: "item",
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: 0,
      amount_total: amount,
      currency: currency ?? price.currency,
      description: get(world, "product", idOf(price.product)).name,
      metadata: {},
      price,
      quantity: line.quantity,
    } satisfies Stripe.LineItem;
  });
  return listObject(`/v1/checkout/sessions/${session}/line_items`, lines);
}
