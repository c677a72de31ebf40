/** Text that is safe to stand in a page. */
export function escaped(value: unknown): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return String(value ?? "").replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Markup, whose inserted values are escaped unless they are markup themselves. */
export class Markup {
  constructor(readonly text: string) {}
}

/** Markup from a template. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Markup {
  const shown = (value: unknown): string => {
    if (value instanceof Markup) return value.text;
    if (Array.isArray(value)) return value.map(shown).join("");
    return value === false ? "" : escaped(value);
  };
  return new Markup(parts.map((part, index) => part + (index < values.length ? shown(values[index]) : "")).join(""));
}

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; }
  .mark { display: inline-block; padding: 0 0.5rem; border: 1px solid; border-radius: 0.25rem; font-size: 0.875rem; }
  form { margin: 1rem 0; }
  label { display: block; margin: 0.75rem 0 0.25rem; }
  input, select, button { font: inherit; padding: 0.5rem 0.75rem; min-height: 2.75rem; box-sizing: border-box; width: 100%; }
  button { width: auto; margin-top: 1rem; cursor: pointer; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: 0.375rem 0.5rem 0.375rem 0; border-bottom: 1px solid; vertical-align: top; }
  caption { text-align: left; }
  td.number { white-space: nowrap; }
  td.amount, th.amount { text-align: right; }
  .problem { border: 2px solid; padding: 0.5rem 0.75rem; font-weight: 600; }
  dd { margin: 0 0 0.5rem; }
`;

/** A whole page. */
export function document(title: string, body: Markup): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header><p class="mark">Stand-in for Stripe: no real money</p></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return page.text;
}

/** A message about what went wrong, read out when the page opens. */
export function problem(message: string | null): Markup {
  return message === null ? html`` : html`<p class="problem" role="alert">${message}</p>`;
}
