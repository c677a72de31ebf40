import type Stripe from "stripe";
import { invalidParameter } from "./errors";
import { lineItemsOf } from "./line-items";
import { taxIdsOf } from "./tax-ids";
import { all, asJson, get, idOf, type Kind, listObject, type World } from "./world";

/** Which kind of object the id in a field is of. */
const kinds: Record<string, Kind> = {
  configuration: "billing_portal.configuration",
  coupon: "coupon",
  customer: "customer",
  default_payment_method: "payment_method",
  default_price: "price",
  discounts: "discount",
  discount: "discount",
  invoice: "invoice",
  latest_invoice: "invoice",
  payment_method: "payment_method",
  price: "price",
  product: "product",
  promotion_code: "promotion_code",
  subscription: "subscription",
};

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Lists that an object has only when they are asked for. */
function included(world: World, object: Json, field: string): unknown {
  const id = String(object.id);
  if (object.object === "checkout.session" && field === "line_items") return lineItemsOf(world, id);
  if (object.object !== "customer") return undefined;
  if (field === "tax_ids") return listObject(`/v1/customers/${id}/tax_ids`, taxIdsOf(world, id));
  if (field !== "subscriptions") return undefined;
  const live = (sub: Stripe.Subscription) => idOf(sub.customer) === id && sub.status !== "canceled";
  return listObject(`/v1/customers/${id}/subscriptions`, all(world, "subscription").filter(live).reverse());
}

function expandField(world: World, object: Json, field: string, path: string): void {
  const value = field in object ? object[field] : included(world, object, field);
  const kind = kinds[field];
  const whole = (one: unknown) => (kind && typeof one === "string" ? asJson(get(world, kind, one)) : one);
  if (value === undefined || (!kind && !isObject(value)))
    throw invalidParameter("expand", `This property cannot be expanded (${path}).`);
  object[field] = Array.isArray(value) ? value.map(whole) : asJson(whole(value ?? null));
}

function expandPath(world: World, target: unknown, path: string[], whole: string): void {
  const [field, ...rest] = path;
  if (field === undefined) return;
  if (Array.isArray(target)) {
    for (const one of target) expandPath(world, one, path, whole);
    return;
  }
  if (!isObject(target)) return;
  expandField(world, target, field, whole);
  expandPath(world, target[field], rest, whole);
}

/** The answer with what was asked for in place of its ids; at most four levels, as at Stripe. */
export function expanded(world: World, answer: unknown, paths: string[]): unknown {
  const copy = asJson(answer);
  for (const path of paths) {
    const parts = path.split(".");
    if (parts.length > 4) throw invalidParameter("expand", "You cannot expand more than 4 levels of a property.");
    const list = isObject(copy) && Array.isArray(copy.data) && copy.object !== "event";
    if (list && parts[0] !== "data")
      throw invalidParameter(
        "expand",
        `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead.`,
      );
    expandPath(world, copy, parts, path);
  }
  return copy;
}
