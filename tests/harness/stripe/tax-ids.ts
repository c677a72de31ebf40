import type Stripe from "stripe";
import { z } from "zod";
import { invalidParameter } from "./errors";
import { emit } from "./events";
import { listed } from "./lists";
import { expand, page, parametersOf, text } from "./parameters";
import { type Route, route } from "./routes";
import { all, get, idOf, newId, put, type World } from "./world";

/** Kinds of tax ids that the stand-in knows, with the shape of their values. */
export const taxIdKinds = {
  us_ein: /^\d{2}-\d{7}$/,
  eu_vat: /^[A-Z]{2}[A-Z0-9]{2,12}$/,
  es_cif: /^[A-Z]\d{7}[A-Z0-9]$/,
  gb_vat: /^GB(\d{9}|\d{12})$/,
  ca_bn: /^\d{9}$/,
  ch_vat: /^CHE-?[\d.]{9,11} ?(MWST|TVA|IVA)$/,
  mx_rfc: /^[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}$/,
  au_abn: /^\d{11}$/,
} as const;
const kinds = Object.keys(taxIdKinds) as (keyof typeof taxIdKinds)[];
const one = { type: z.enum(kinds), value: text };
export const taxIdData = z.array(z.strictObject(one));

/** Adds a tax id to a customer, or Stripe's refusal of its value. */
export function addTaxId(world: World, customer: string, given: { type: keyof typeof taxIdKinds; value: string }) {
  if (!taxIdKinds[given.type].test(given.value))
    throw invalidParameter("value", `Invalid value for ${given.type}.`, "tax_id_invalid");
  const taxId = {
    id: newId(world, "txi"),
    object: "tax_id",
    country: /^(eu|es)_/.test(given.type) ? given.value.slice(0, 2) : given.type.slice(0, 2).toUpperCase(),
    created: world.now(),
    customer,
    customer_account: null,
    livemode: false,
    owner: { type: "customer", customer, customer_account: null },
    type: given.type,
    value: given.value,
    verification: { status: "pending", verified_address: null, verified_name: null },
  } satisfies Stripe.TaxId;
  put(world, "tax_id", taxId);
  emit(world, "customer.tax_id.created", taxId);
  return taxId;
}

/** The tax ids of a customer, the oldest first. */
export function taxIdsOf(world: World, customer: string): Stripe.TaxId[] {
  return all(world, "tax_id").filter((taxId) => idOf(taxId.customer) === customer);
}

const path = "/v1/customers/:id/tax_ids";
export const taxIdRoutes: Route[] = [
  route(
    "POST",
    path,
    parametersOf<Stripe.CustomerCreateTaxIdParams>()({ ...one, expand: expand.optional() }),
    (world, params, { id }) => addTaxId(world, get(world, "customer", id).id, params),
  ),
  route("GET", path, parametersOf<Stripe.CustomerListTaxIdsParams>()(page), (world, params, { id }) =>
    listed(taxIdsOf(world, get(world, "customer", id).id), params, `/v1/customers/${id}/tax_ids`),
  ),
  route(
    "GET",
    `${path}/:child`,
    parametersOf<Stripe.CustomerRetrieveTaxIdParams>()({ expand: expand.optional() }),
    (world, _, { child }) => get(world, "tax_id", child),
  ),
  route("DELETE", `${path}/:child`, z.strictObject({}), (world, _, { child }) => {
    emit(world, "customer.tax_id.deleted", get(world, "tax_id", child));
    const rest = Object.entries(world.state.tables.tax_id).filter(([key]) => key !== child);
    world.state.tables.tax_id = Object.fromEntries(rest);
    return { id: child, object: "tax_id", deleted: true } satisfies Stripe.DeletedTaxId;
  }),
];
