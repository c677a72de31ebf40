import type Stripe from "stripe";
import { document, html, type Markup, problem } from "./html";
import { lineItemsOf } from "./line-items";
import { completeSession } from "./paying";
import { testCards } from "./payment-methods";
import { dayOf, moneyOf } from "./periods";
import { taxIdKinds } from "./tax-ids";
import { get, idOf, type World } from "./world";

const day = 86_400;

/** The field for a card, with what each test card does. */
export function cardFields(required: boolean): Markup {
  const what = ({ adding, charging }: { adding: string | null; charging: string | null }) =>
    adding ? "declined at once" : charging ? "accepted, declined when it is charged" : "works";
  return html`
<label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" autocomplete="off" ${required ? html`required` : html``} aria-describedby="cards">
<p id="cards">Test cards:</p>
<ul>
${Object.entries(testCards).map(([number, card]) => html`<li><code>${number.replace(/(.{4})(?=.)/g, "$1 ")}</code> ${what(card)}</li>\n`)}
</ul>
<label for="name">Name on the card or of the business</label>
<input id="name" name="name" autocomplete="off">`;
}

function taxFields(): Markup {
  return html`
<label for="taxType">Kind of tax ID</label>
<select id="taxType" name="taxType">
<option value="">None</option>
${Object.keys(taxIdKinds).map((kind) => html`<option value="${kind}">${kind}</option>\n`)}
</select>
<label for="taxValue">Tax ID</label>
<input id="taxValue" name="taxValue" autocomplete="off">`;
}

function itemsTable(world: World, session: Stripe.Checkout.Session): Markup {
  const rows = lineItemsOf(world, session.id).data.map((line) => {
    const interval = line.price?.recurring?.interval ?? "";
    return html`<tr><td>${line.quantity} × ${line.description}</td><td class="amount">${moneyOf(line.amount_total, line.currency)} / ${interval}</td></tr>\n`;
  });
  return html`<table><caption>Your subscription</caption><thead><tr><th scope="col">What</th><th scope="col" class="amount">Price</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function termsOf(world: World, session: Stripe.Checkout.Session): Markup {
  const { trialDays = null, trialEnd = null } = world.state.orders[session.id] ?? {};
  const end = trialEnd ?? (trialDays ? world.now() + trialDays * day : null);
  const due = moneyOf(session.amount_total ?? 0, session.currency ?? "usd");
  return html`<p>${end ? `Free until ${dayOf(end)}. ` : ""}Due today: <strong>${due}</strong></p>`;
}

/** The page on which a checkout session is paid. */
export function checkoutPage(world: World, id: string, message: string | null = null): string {
  const session = get(world, "checkout.session", id);
  if (session.status !== "open")
    return document(
      "Checkout",
      html`<p role="status">This checkout is ${session.status} and can no longer be used.</p>`,
    );
  const customer = session.customer ? get(world, "customer", idOf(session.customer) ?? "") : null;
  const email = customer?.email ?? session.customer_email;
  const needed = session.payment_method_collection === "always" || (session.amount_total ?? 0) > 0;
  return document(
    "Checkout",
    html`
${problem(message)}
${itemsTable(world, session)}
${termsOf(world, session)}
<form method="post" action="/c/pay/${id}">
${email ? html`<p>Email: ${email}</p>` : html`<label for="email">Email</label><input id="email" name="email" type="email" required>`}
${cardFields(needed)}
<label for="country">Country</label>
<select id="country" name="country"><option value="US">United States</option><option value="ES">Spain</option><option value="MX">Mexico</option><option value="GB">United Kingdom</option></select>
${session.tax_id_collection?.enabled ? taxFields() : html``}
${session.allow_promotion_codes ? html`<label for="code">Promotion code</label><input id="code" name="code" autocomplete="off">` : html``}
<button type="submit">Subscribe</button>
</form>
${session.cancel_url ? html`<p><a href="${session.cancel_url}">Back without subscribing</a></p>` : html``}
`,
  );
}

/** Takes what the page sends; answers where to go next. */
export function submitCheckout(world: World, id: string, form: Record<string, string>): string {
  const { number = "", name = "", email = "", country = "", code = "", taxType = "", taxValue = "" } = form;
  const filled = { number: number.replace(/\s/g, ""), name, email, country, code: code.trim(), taxType, taxValue };
  const session = completeSession(world, id, filled);
  return (session.success_url ?? world.base).replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}
