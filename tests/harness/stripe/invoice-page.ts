import type Stripe from "stripe";
import { cardFields } from "./checkout-page";
import { document, html, type Markup, problem } from "./html";
import { payInvoice } from "./invoice-endpoints";
import { attach, createCard } from "./payment-methods";
import { dayOf, moneyOf } from "./periods";
import { get, idOf, type World } from "./world";

function lineRow(line: Stripe.InvoiceLineItem): Markup {
  return html`<tr><td>${line.description}</td><td class="amount">${moneyOf(line.amount, line.currency)}</td></tr>\n`;
}

function reductionRow(words: string, amount: number, currency: string): Markup {
  if (amount === 0) return html``;
  return html`<tr><th scope="row">${words}</th><td class="amount">${moneyOf(amount, currency)}</td></tr>`;
}

/** The hosted page of an invoice, on which an open one is paid. */
export function invoicePage(world: World, id: string, message: string | null = null): string {
  const invoice = get(world, "invoice", id);
  const due = moneyOf(invoice.amount_remaining, invoice.currency);
  return document(
    `Invoice ${invoice.number ?? ""}`,
    html`
${problem(message)}
<p>${invoice.customer_name ?? invoice.customer_email ?? ""}. ${dayOf(invoice.created)}. Status: ${invoice.status}.</p>
<table><thead><tr><th scope="col">What</th><th scope="col" class="amount">Amount</th></tr></thead><tbody>${invoice.lines.data.map(lineRow)}</tbody>
<tfoot>${reductionRow("Discount", invoice.total - invoice.subtotal, invoice.currency)}<tr><th scope="row">Total</th><td class="amount">${moneyOf(invoice.total, invoice.currency)}</td></tr>
${reductionRow("Credit", invoice.status === "draft" ? 0 : invoice.starting_balance, invoice.currency)}
<tr><th scope="row">To pay</th><td class="amount">${due}</td></tr></tfoot></table>
<p><a href="/i/${id}/pdf">Download as PDF</a></p>
${invoice.status === "open" ? html`<form method="post" action="/i/${id}">${cardFields(true)}<button type="submit">Pay ${due}</button></form>` : html``}
`,
  );
}

/** Pays an open invoice with the card that the page sends. */
export function submitInvoice(world: World, id: string, form: Record<string, string>): string {
  const customer = idOf(get(world, "invoice", id).customer) ?? "";
  const card = createCard(world, (form.number ?? "").replace(/\s/g, ""), form.name || null);
  payInvoice(world, id, attach(world, card.id, customer).id);
  return `/i/${id}`;
}

/** A small PDF of these lines: one page, one font. */
function pdfOf(lines: string[]): Buffer {
  const shown = (line: string) =>
    line
      .replace(/×/g, "x")
      .replace(/[^\x20-\x7e]/g, "?")
      .replace(/[\\()]/g, "\\$&");
  const words = lines.map((line) => `(${shown(line)}) Tj T*`).join("\n");
  const stream = `BT /F1 11 Tf 16 TL 56 780 Td\n${words}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  const places: number[] = [];
  let text = "%PDF-1.4\n";
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>`;
  return Buffer.from(`${text}${end}\nstartxref\n${text.length}\n%%EOF\n`, "latin1");
}

/** The invoice as a PDF. */
export function invoicePdf(world: World, id: string): Buffer {
  const invoice = get(world, "invoice", id);
  return pdfOf([
    `Invoice ${invoice.number ?? "(draft)"}`,
    `Date: ${dayOf(invoice.created)}`,
    `Billed to: ${invoice.customer_name ?? invoice.customer_email ?? invoice.customer}`,
    ...(invoice.customer_tax_ids ?? []).map((one) => `Tax ID: ${one.type} ${one.value}`),
    "",
    ...invoice.lines.data.map((line) => `${line.description}: ${moneyOf(line.amount, line.currency)}`),
    "",
    `Total: ${moneyOf(invoice.total, invoice.currency)}`,
    `Paid: ${moneyOf(invoice.amount_paid, invoice.currency)}`,
    `Status: ${invoice.status}`,
  ]);
}
