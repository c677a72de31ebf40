import Stripe from "stripe";
import { z } from "zod";
import { invalidParameter, invalidRequest, missingParameter } from "./errors";
import { change, emit } from "./events";
import { listed } from "./lists";
import { count, created, expand, metadata, page, parametersOf, text, yesNo } from "./parameters";
import { createProduct } from "./products";
import { type Route, route } from "./routes";
import { all, get, mergedMetadata, newId, put, type World } from "./world";

const currency = z.string().regex(/^[a-z]{3}$/i, "Invalid currency");
const interval = z.enum(["day", "week", "month", "year"]);
const recurring = z.strictObject({
  interval,
  interval_count: count.optional(),
  usage_type: z.enum(["licensed"]).optional(),
});
const fields = {
  active: yesNo.optional(),
  expand: expand.optional(),
  lookup_key: text.optional(),
  metadata: metadata.optional(),
  nickname: text.optional(),
  tax_behavior: z.enum(["exclusive", "inclusive", "unspecified"]).optional(),
  transfer_lookup_key: yesNo.optional(),
};
const creation = parametersOf<Stripe.PriceCreateParams>()({
  ...fields,
  billing_scheme: z.enum(["per_unit"]).optional(),
  currency,
  product: text.optional(),
  product_data: z.strictObject({ name: text, metadata: metadata.optional(), unit_label: text.optional() }).optional(),
  recurring: recurring.optional(),
  unit_amount: count.optional(),
});

/** Takes a lookup key for a price: from another that has it when it may be transferred. */
function takeLookupKey(world: World, key: string | undefined, transfer: boolean, own?: string): void {
  const holder = all(world, "price").find((one) => key && one.lookup_key === key && one.id !== own);
  if (!holder) return;
  if (!transfer)
    throw invalidParameter(
      "lookup_key",
      `A price (\`${holder.id}\`) already uses that lookup key.`,
      "resource_already_exists",
    );
  change(world, "price", holder.id, "price.updated", { lookup_key: null });
}

function productOf(world: World, params: z.output<typeof creation>): string {
  if (params.product && params.product_data)
    throw invalidRequest(
      "You may only specify one of these parameters: product, product_data.",
      "parameters_exclusive",
    );
  if (params.product_data) return createProduct(world, params.product_data).id;
  if (!params.product) throw missingParameter("product");
  return get(world, "product", params.product, "product").id;
}

function create(world: World, params: z.output<typeof creation>): Stripe.Price {
  if (params.unit_amount === undefined) throw missingParameter("unit_amount");
  takeLookupKey(world, params.lookup_key, params.transfer_lookup_key ?? false);
  const { recurring: rhythm } = params;
  const price = {
    id: newId(world, "price"),
    object: "price",
    active: params.active ?? true,
    billing_scheme: "per_unit",
    created: world.now(),
    currency: params.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: mergedMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product: productOf(world, params),
    recurring: rhythm
      ? {
          interval: rhythm.interval,
          interval_count: rhythm.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: "licensed",
        }
      : null,
    tax_behavior: params.tax_behavior ?? "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: rhythm ? "recurring" : "one_time",
    unit_amount: params.unit_amount,
    unit_amount_decimal: Stripe.Decimal.from(params.unit_amount),
  } satisfies Stripe.Price;
  put(world, "price", price);
  emit(world, "price.created", price);
  return price;
}

const list = parametersOf<Stripe.PriceListParams>()({
  ...page,
  active: yesNo.optional(),
  created: created.optional(),
  currency: currency.optional(),
  lookup_keys: z.array(text).max(10).optional(),
  product: text.optional(),
  recurring: z.strictObject({ interval: interval.optional(), usage_type: z.enum(["licensed"]).optional() }).optional(),
  type: z.enum(["one_time", "recurring"]).optional(),
});

function matches(price: Stripe.Price, wanted: z.output<typeof list>): boolean {
  return (
    (wanted.active === undefined || price.active === wanted.active) &&
    (!wanted.currency || price.currency === wanted.currency) &&
    (!wanted.lookup_keys || wanted.lookup_keys.includes(price.lookup_key ?? "")) &&
    (!wanted.product || price.product === wanted.product) &&
    (!wanted.recurring?.interval || price.recurring?.interval === wanted.recurring.interval) &&
    (!wanted.type || price.type === wanted.type)
  );
}

export const priceRoutes: Route[] = [
  route("POST", "/v1/prices", creation, create),
  route("GET", "/v1/prices", list, (world, params) =>
    listed(
      all(world, "price").filter((price) => matches(price, params)),
      params,
      "/v1/prices",
    ),
  ),
  route(
    "GET",
    "/v1/prices/:id",
    parametersOf<Stripe.PriceRetrieveParams>()({ expand: expand.optional() }),
    (world, _, { id }) => get(world, "price", id),
  ),
  route("POST", "/v1/prices/:id", parametersOf<Stripe.PriceUpdateParams>()(fields), (world, params, { id }) => {
    const { expand: _, transfer_lookup_key, metadata: pairs, ...given } = params;
    takeLookupKey(world, given.lookup_key, transfer_lookup_key ?? false, id);
    const merged = mergedMetadata(get(world, "price", id).metadata, pairs);
    return change(world, "price", id, "price.updated", { ...given, metadata: merged });
  }),
];
