/** What must stand in no log: a text, and where it was seen, for the report. */
export interface Needle {
  text: string;
  /** Never the text itself: "body password", "cookie", "answer ticket". */
  from: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Words that the product itself is made of: enums, keys of the library, dates, zones, languages. */
const ours = [
  uuid,
  /^[A-Z_]+$/,
  /^[a-z0-9-]+$/,
  /^\d{4}-\d\d-\d\d/,
  /^[A-Z]\w+\/[\w/]+$/,
  /^\/[\w/[\]?=&%.-]*$/,
  /^(true|false|null)$/,
];
/** Names of fields whose values are secret or a person's own, however they look. */
const secretField = /passw|secret|token|ticket|code|pin|proof|challenge|words|body|note|recipient|email/i;
const shortest = { secret: 4, plain: 10 };

/** Whether a value of a field may stand in no log. */
export function isNeedle(field: string, text: string): boolean {
  const value = text.trim();
  if (secretField.test(field)) return value.length >= shortest.secret && !uuid.test(value) && !/^[A-Z_]+$/.test(value);
  return value.length >= shortest.plain && !ours.some((form) => form.test(value));
}

/** All texts of a JSON value with the names of their fields. */
function leaves(value: unknown, field: string): { field: string; text: string }[] {
  if (typeof value === "string") return [{ field, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const named = Object.entries(value);
  return named.flatMap(([name, inner]) => leaves(inner, Number.isNaN(Number(name)) ? name : field));
}

function parsed(type: string, body: string): { field: string; text: string }[] {
  if (type.startsWith("application/x-www-form-urlencoded"))
    return [...new URLSearchParams(body)].map(([field, text]) => ({ field, text }));
  if (!type.startsWith("application/json")) return [];
  try {
    return leaves(JSON.parse(body), "");
  } catch {
    return [];
  }
}

/** The needles of what a browser sends: every text in it that is not one of the product's own. */
export function sentNeedles(type: string, body: string): Needle[] {
  return parsed(type, body)
    .filter(({ field, text }) => isNeedle(field, text))
    .map(({ field, text }) => ({ text: text.trim(), from: `body ${field}` }));
}

/** The needles of an answer: secrets that it gives away, by the names of their fields. */
export function givenNeedles(type: string, body: string): Needle[] {
  return parsed(type, body)
    .filter(
      ({ field, text }) =>
        /passw|secret|token|ticket|codes?$/i.test(field) && isNeedle(field, text) && text !== text.toUpperCase(),
    )
    .map(({ field, text }) => ({ text: text.trim(), from: `answer ${field}` }));
}

const ownCookies = /reconnect\.|csrf-token/;

/** The needles of a Cookie or Set-Cookie header: the values of session, device and the like. */
export function cookieNeedles(header: string): Needle[] {
  return header
    .split(/;\s*|,\s*(?=[\w.-]+=)/)
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const)
    .filter(([name, value]) => ownCookies.test(name) && value.length >= 16)
    .map(([, value]) => ({ text: decodeURIComponent(value), from: "cookie" }));
}

/** The needles of an address: long tokens in its path and query. */
export function addressNeedles(url: string): Needle[] {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const parts = [...pathname.split("/"), ...searchParams.values()].map((part) => decodeURIComponent(part));
  const token = /^[\w.-]{24,}$/;
  return parts
    .filter(
      (part) => token.test(part) && !uuid.test(part) && /[A-Z]/.test(part) && /[a-z]/.test(part) && /\d/.test(part),
    )
    .filter((part) => !/\.(js|css|woff2|svg|png|ico|map)$/.test(part))
    .map((text) => ({ text, from: "address" }));
}
