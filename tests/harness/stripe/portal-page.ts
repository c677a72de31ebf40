import type Stripe from "stripe";
import { cardFields } from "./checkout-page";
import { document, html, type Markup, problem } from "./html";
import { dayOf, moneyOf } from "./periods";
import { actInPortal, shownSubscriptions } from "./portal";
import { all, get, idOf, type World } from "./world";

function button(action: string, subscription: string, words: string): Markup {
  return html`<form method="post" action="${action}"><input type="hidden" name="subscription" value="${subscription}"><button type="submit">${words}</button></form>`;
}

function subscriptionCard(world: World, base: string, sub: Stripe.Subscription): Markup {
  const item = sub.items.data[0];
  const name = item ? get(world, "product", idOf(item.price.product)).name : "";
  const end = dayOf(item?.current_period_end ?? sub.created);
  const amount = moneyOf((item?.price.unit_amount ?? 0) * (item?.quantity ?? 1), sub.currency);
  return html`<section>
<h2>${item?.quantity} × ${name}</h2>
<p>${amount} / ${item?.price.recurring?.interval}. Status: ${sub.status.replace("_", " ")}. ${sub.cancel_at_period_end ? `Ends on ${end}.` : `Next invoice on ${end}.`}</p>
${sub.cancel_at_period_end ? button(`${base}/resume`, sub.id, "Keep the subscription") : button(`${base}/cancel`, sub.id, "Cancel at the end of the period")}
</section>`;
}

function cardSection(world: World, base: string, customer: string): Markup {
  const methods = all(world, "payment_method").filter((one) => idOf(one.customer) === customer);
  const present = get(world, "customer", customer).invoice_settings.default_payment_method;
  const used = methods.find((one) => one.id === present) ?? methods.at(-1);
  return html`<section>
<h2>Payment method</h2>
<p>${used ? `${used.card?.brand} ending in ${used.card?.last4}` : "None"}</p>
<form method="post" action="${base}/card">${cardFields(true)}<button type="submit">Save card</button></form>
</section>`;
}

function invoiceTable(world: World, customer: string): Markup {
  const invoices = all(world, "invoice").filter((one) => idOf(one.customer) === customer && one.status !== "draft");
  if (invoices.length === 0) return html`<section><h2>Invoices</h2><p>None yet.</p></section>`;
  const rows = invoices
    .toReversed()
    .map(
      (one) =>
        html`<tr><td class="number"><a href="${one.hosted_invoice_url}">${one.number}</a></td><td>${dayOf(one.created)}</td><td>${one.status}</td><td class="amount">${moneyOf(one.total, one.currency)}</td></tr>\n`,
    );
  return html`<section><h2>Invoices</h2><table><thead><tr><th scope="col">Number</th><th scope="col">Date</th><th scope="col">Status</th><th scope="col" class="amount">Total</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** The page of a portal session: all of it, or the one thing that its flow is for. */
export function portalPage(world: World, id: string, message: string | null = null): string {
  const session = get(world, "billing_portal.session", id);
  const base = `/p/session/${id}`;
  const flow = session.flow?.type;
  const wanted = session.flow?.subscription_cancel?.subscription;
  const subscriptions = shownSubscriptions(world, session.customer).filter((sub) => !wanted || sub.id === wanted);
  return document(
    "Billing",
    html`
${problem(message)}
${flow === "payment_method_update" ? html`` : subscriptions.map((sub) => subscriptionCard(world, base, sub))}
${flow === "subscription_cancel" ? html`` : cardSection(world, base, session.customer)}
${flow ? html`` : invoiceTable(world, session.customer)}
${session.return_url ? html`<p><a href="${session.return_url}">Back</a></p>` : html``}
`,
  );
}

/** Does what the page sends; answers where to go next. */
export function submitPortal(world: World, id: string, action: string, form: Record<string, string>): string {
  actInPortal(world, id, action, { ...form, number: form.number?.replace(/\s/g, "") });
  const { flow } = get(world, "billing_portal.session", id);
  return flow?.after_completion.redirect?.return_url ?? `/p/session/${id}`;
}
