import { checkoutPage, submitCheckout } from "./checkout-page";
import { Refusal } from "./errors";
import { document, html } from "./html";
import { invoicePage, invoicePdf, submitInvoice } from "./invoice-page";
import { parseForm } from "./parameters";
import { portalPage, submitPortal } from "./portal-page";
import type { World } from "./world";

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

interface Hosted {
  path: RegExp;
  page(world: World, id: string, message: string | null): string;
  submit(world: World, id: string, form: Record<string, string>, action: string): string;
}

const hosted: Hosted[] = [
  { path: /^\/c\/pay\/(\w+)$/, page: checkoutPage, submit: submitCheckout },
  {
    path: /^\/p\/session\/(\w+)(?:\/(\w+))?$/,
    page: portalPage,
    submit: (world, id, form, action) => submitPortal(world, id, action, form),
  },
  { path: /^\/i\/(\w+)$/, page: invoicePage, submit: submitInvoice },
];

const page = (status: number, body: string): PageAnswer => ({
  status,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "referrer-policy": "no-referrer",
  },
  body,
});

function formOf(body: string): Record<string, string> {
  const texts = Object.entries(parseForm(body)).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(texts);
}

function opened(
  world: World,
  { page: render }: Hosted,
  id: string,
  message: string | null,
  status: number,
): PageAnswer {
  try {
    return page(status, render(world, id, message));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(404, document("Not found", html`<p>There is nothing here.</p>`));
  }
}

/** Answers a request for a hosted page: shown, or sent and carried out. */
export function answerPage(
  world: World,
  method: string,
  path: string,
  body: string,
  attempt: (work: () => string) => string,
): PageAnswer {
  const pdf = /^\/i\/(\w+)\/pdf$/.exec(path);
  if (pdf && Object.hasOwn(world.state.tables.invoice, pdf[1] ?? ""))
    return { status: 200, headers: { "content-type": "application/pdf" }, body: invoicePdf(world, pdf[1] ?? "") };
  for (const one of hosted) {
    const [match, id = "", action = ""] = one.path.exec(path) ?? [];
    if (match === undefined) continue;
    if (method === "GET") return opened(world, one, id, null, 200);
    try {
      const location = attempt(() => one.submit(world, id, formOf(body), action));
      return { status: 303, headers: { location }, body: "" };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return opened(world, one, id, error.message, error.status);
    }
  }
  return page(404, document("Not found", html`<p>There is nothing here.</p>`));
}
