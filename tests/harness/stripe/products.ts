import type Stripe from "stripe";
import { z } from "zod";
import { invalidRequest } from "./errors";
import { change, emit } from "./events";
import { listed } from "./lists";
import { created, expand, metadata, orEmpty, page, parametersOf, text, yesNo } from "./parameters";
import { type Route, route } from "./routes";
import { all, get, mergedMetadata, newId, put, type World } from "./world";

const fields = {
  active: yesNo.optional(),
  description: orEmpty(text).optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
  statement_descriptor: text.optional(),
  tax_code: orEmpty(text).optional(),
  unit_label: orEmpty(text).optional(),
  url: orEmpty(text).optional(),
};
const creation = parametersOf<Stripe.ProductCreateParams>()({
  ...fields,
  id: text.optional(),
  name: text,
  type: z.enum(["good", "service"]).optional(),
});

/** Makes a product. */
export function createProduct(world: World, params: z.output<typeof creation>): Stripe.Product {
  const { expand: _, metadata: pairs, id = newId(world, "prod"), ...given } = params;
  if (Object.hasOwn(world.state.tables.product, id))
    throw invalidRequest(`Product already exists: ${id}`, "resource_already_exists");
  const product = {
    id,
    object: "product",
    active: true,
    created: world.now(),
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: mergedMetadata({}, pairs),
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: world.now(),
    url: null,
    ...given,
  } satisfies Stripe.Product;
  put(world, "product", product);
  emit(world, "product.created", product);
  return product;
}

export const productRoutes: Route[] = [
  route("POST", "/v1/products", creation, createProduct),
  route(
    "GET",
    "/v1/products",
    parametersOf<Stripe.ProductListParams>()({
      ...page,
      active: yesNo.optional(),
      created: created.optional(),
      ids: z.array(text).optional(),
    }),
    (world, { active, ids, ...params }) =>
      listed(
        all(world, "product").filter(
          (one) => (active === undefined || one.active === active) && (!ids || ids.includes(one.id)),
        ),
        params,
        "/v1/products",
      ),
  ),
  route(
    "GET",
    "/v1/products/:id",
    parametersOf<Stripe.ProductRetrieveParams>()({ expand: expand.optional() }),
    (world, _, { id }) => get(world, "product", id),
  ),
  route(
    "POST",
    "/v1/products/:id",
    parametersOf<Stripe.ProductUpdateParams>()({ ...fields, default_price: text.optional(), name: text.optional() }),
    (world, { expand: _, metadata: pairs, ...given }, { id }) =>
      change(world, "product", id, "product.updated", {
        ...given,
        ...(given.default_price ? { default_price: get(world, "price", given.default_price, "default_price").id } : {}),
        metadata: mergedMetadata(get(world, "product", id).metadata, pairs),
        updated: world.now(),
      }),
  ),
];
