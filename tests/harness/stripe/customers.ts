import type Stripe from "stripe";
import { z } from "zod";
import { change, emit } from "./events";
import { cancelNow } from "./lifecycle";
import { listed, searched } from "./lists";
import { address, created, expand, integer, metadata, orEmpty, page, parametersOf, text } from "./parameters";
import { defaultCardOf } from "./payment-methods";
import { type Route, route } from "./routes";
import { addTaxId, taxIdData } from "./tax-ids";
import { all, asJson, get, idOf, mergedMetadata, newId, put, type World } from "./world";

const fields = {
  address: orEmpty(address).optional(),
  balance: integer.optional(),
  business_name: z.string().optional(),
  description: z.string().optional(),
  email: z.string().optional(),
  expand: expand.optional(),
  individual_name: z.string().optional(),
  invoice_prefix: text.optional(),
  invoice_settings: z.strictObject({ default_payment_method: z.string(), footer: z.string() }).partial().optional(),
  metadata: metadata.optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  preferred_locales: z.array(text).optional(),
  tax_exempt: z.enum(["", "exempt", "none", "reverse"]).optional(),
};
const creation = parametersOf<Stripe.CustomerCreateParams>()({
  ...fields,
  payment_method: text.optional(),
  tax_id_data: taxIdData.optional(),
});
const update = parametersOf<Stripe.CustomerUpdateParams>()(fields);
type Change = z.output<typeof update>;

/** An address in full, with null where nothing was said. */
export function wholeAddress(given: z.output<typeof address> | null | undefined): Stripe.Address | null {
  if (!given) return null;
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}

function blank(world: World): Stripe.Customer {
  const id = newId(world, "cus");
  return {
    id,
    object: "customer",
    address: null,
    balance: 0,
    created: world.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer;
}

/** The fields of a customer after what a request says. */
function changed(world: World, before: Stripe.Customer, params: Change): Partial<Stripe.Customer> {
  const { expand: _, address: place, invoice_settings: settings, metadata: pairs, ...plain } = params;
  const method = settings?.default_payment_method;
  if (
    method &&
    idOf(get(world, "payment_method", method, "invoice_settings[default_payment_method]").customer) !== before.id
  )
    get(world, "payment_method", `${method} (attached to ${before.id})`, "invoice_settings[default_payment_method]");
  const emptied = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, value === "" ? null : value]));
  return {
    ...emptied,
    ...(place === undefined ? {} : { address: wholeAddress(place) }),
    ...(settings
      ? {
          invoice_settings: {
            ...before.invoice_settings,
            ...(method === undefined ? {} : { default_payment_method: method || null }),
            ...(settings.footer === undefined ? {} : { footer: settings.footer || null }),
          },
        }
      : {}),
    metadata: mergedMetadata(before.metadata, pairs),
  };
}

function create(world: World, { payment_method, tax_id_data, ...params }: z.output<typeof creation>): Stripe.Customer {
  const before = blank(world);
  const customer = put(world, "customer", { ...before, ...changed(world, before, params) });
  emit(world, "customer.created", customer);
  for (const one of tax_id_data ?? []) addTaxId(world, customer.id, one);
  if (payment_method) defaultCardOf(world, customer.id, payment_method);
  return customer;
}

function remove(world: World, id: string): Stripe.DeletedCustomer {
  const customer = get(world, "customer", id);
  const live = all(world, "subscription").filter((sub) => idOf(sub.customer) === id && sub.status !== "canceled");
  for (const one of live) cancelNow(world, one.id, "cancellation_requested");
  emit(world, "customer.deleted", customer);
  const others = Object.entries(world.state.tables.customer).filter(([key]) => key !== id);
  world.state.tables.customer = Object.fromEntries(others);
  world.state.deleted = [...world.state.deleted, id];
  return { id, object: "customer", deleted: true };
}

/** A customer, or what is left of one that was deleted. */
function retrieve(world: World, id: string): Stripe.Customer | Stripe.DeletedCustomer {
  return world.state.deleted.includes(id) ? { id, object: "customer", deleted: true } : get(world, "customer", id);
}

const only = { expand: expand.optional() };
export const customerRoutes: Route[] = [
  route("POST", "/v1/customers", creation, (world, params) => create(world, params)),
  route(
    "GET",
    "/v1/customers",
    parametersOf<Stripe.CustomerListParams>()({ ...page, created: created.optional(), email: text.optional() }),
    (world, params) =>
      listed(
        all(world, "customer").filter((one) => params.email === undefined || one.email === params.email),
        params,
        "/v1/customers",
      ),
  ),
  route(
    "GET",
    "/v1/customers/search",
    parametersOf<Stripe.CustomerSearchParams>()({
      query: text,
      limit: page.limit,
      page: text.optional(),
      expand: expand.optional(),
    }),
    (world, params) => searched(all(world, "customer"), params, "/v1/customers/search"),
  ),
  route("GET", "/v1/customers/:id", parametersOf<Stripe.CustomerRetrieveParams>()(only), (world, _, { id }) =>
    retrieve(world, id),
  ),
  route("POST", "/v1/customers/:id", update, (world, params, { id }) =>
    change(world, "customer", id, "customer.updated", changed(world, get(world, "customer", id), params)),
  ),
  route("DELETE", "/v1/customers/:id", z.strictObject({}), (world, _, { id }) => remove(world, id)),
  route(
    "GET",
    "/v1/customers/:id/payment_methods",
    parametersOf<Stripe.CustomerListPaymentMethodsParams>()({ ...page, type: z.enum(["card"]).optional() }),
    (world, params, { id }) =>
      listed(
        all(world, "payment_method").filter((one) => idOf(one.customer) === get(world, "customer", id).id),
        params,
        `/v1/customers/${id}/payment_methods`,
      ),
  ),
];

/** Lets a customer be as Checkout or the portal leave it. */
export function updateCustomer(world: World, id: string, fields: Partial<Stripe.Customer>): Stripe.Customer {
  return change(world, "customer", id, "customer.updated", asJson(fields));
}
