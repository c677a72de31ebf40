import type Stripe from "stripe";
import { z } from "zod";
import { attempt } from "./collection";
import { cardDeclined, invalidRequest, kept, missingResource } from "./errors";
import { change, emit } from "./events";
import { finalize, markPaid, subscriptionOf } from "./invoices";
import { listed } from "./lists";
import { created, expand, page, parametersOf, text, yesNo } from "./parameters";
import { attach } from "./payment-methods";
import { previewInvoice, previewSchema } from "./preview";
import { type Route, route } from "./routes";
import { all, get, idOf, type World } from "./world";

const list = parametersOf<Stripe.InvoiceListParams>()({
  ...page,
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  created: created.optional(),
  customer: text.optional(),
  status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional(),
  subscription: text.optional(),
});

function listInvoices(
  world: World,
  { customer, status, subscription, collection_method: _, ...params }: z.output<typeof list>,
) {
  const shown = (one: Stripe.Invoice) =>
    (!customer || idOf(one.customer) === customer) &&
    (!status || one.status === status) &&
    (!subscription || subscriptionOf(world, one)?.id === subscription);
  return listed(all(world, "invoice").filter(shown), params, "/v1/invoices");
}

/** Has an open invoice paid now, as the endpoint and the hosted page do; what is declined stays recorded. */
export function payInvoice(world: World, id: string, method?: string): Stripe.Invoice {
  const { status } = get(world, "invoice", id);
  if (status === "paid") throw invalidRequest("Invoice is already paid");
  if (status === "draft") finalize(world, id);
  const invoice = get(world, "invoice", id);
  if (invoice.status === "paid") return invoice;
  if (invoice.status !== "open") throw invalidRequest(`This invoice is ${invoice.status} and can no longer be paid.`);
  const declined = attempt(world, id, method);
  if (declined === "missing_payment_method")
    throw invalidRequest("There is no `default_payment_method` set on this Customer or Invoice.");
  if (declined) throw kept(cardDeclined(declined));
  return get(world, "invoice", id);
}

function voidInvoice(world: World, id: string): Stripe.Invoice {
  const { status, status_transitions: times } = get(world, "invoice", id);
  if (status !== "open" && status !== "uncollectible")
    throw invalidRequest("You can only void an open or uncollectible invoice.");
  const status_transitions = { ...times, voided_at: world.now() };
  const fields = { status: "void", auto_advance: false, next_payment_attempt: null, status_transitions };
  const voided = change(world, "invoice", id, null, fields);
  emit(world, "invoice.voided", voided);
  return voided;
}

const only = { expand: expand.optional() };
const path = "/v1/invoices/:id";
export const invoiceRoutes: Route[] = [
  route("GET", "/v1/invoices", list, listInvoices),
  route("POST", "/v1/invoices/create_preview", previewSchema, previewInvoice),
  route("GET", path, parametersOf<Stripe.InvoiceRetrieveParams>()(only), (world, _, { id }) =>
    get(world, "invoice", id),
  ),
  route("GET", `${path}/lines`, parametersOf<Stripe.InvoiceListLineItemsParams>()(page), (world, params, { id }) => {
    const lines = get(world, "invoice", id).lines.data.toReversed();
    return listed(lines, params, `/v1/invoices/${id}/lines`);
  }),
  route(
    "POST",
    `${path}/pay`,
    parametersOf<Stripe.InvoicePayParams>()({
      ...only,
      off_session: yesNo.optional(),
      paid_out_of_band: yesNo.optional(),
      payment_method: text.optional(),
    }),
    (world, params, { id }) => {
      if (params.paid_out_of_band) return markPaid(world, id);
      const customer = idOf(get(world, "invoice", id).customer) ?? "";
      if (!params.payment_method) return payInvoice(world, id);
      const present = all(world, "payment_method").find((one) => one.id === params.payment_method);
      if (present && idOf(present.customer) !== customer)
        throw missingResource("payment_method", present.id, "payment_method");
      return payInvoice(world, id, present?.id ?? attach(world, params.payment_method, customer).id);
    },
  ),
  route(
    "POST",
    `${path}/finalize`,
    parametersOf<Stripe.InvoiceFinalizeInvoiceParams>()({ ...only, auto_advance: yesNo.optional() }),
    (world, _, { id }) => {
      if (get(world, "invoice", id).status !== "draft") throw invalidRequest("This invoice is already finalized.");
      return finalize(world, id);
    },
  ),
  route("POST", `${path}/void`, parametersOf<Stripe.InvoiceVoidInvoiceParams>()(only), (world, _, { id }) =>
    voidInvoice(world, id),
  ),
];
