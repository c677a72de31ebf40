import type Stripe from "stripe";
import { invalidParameter, missingResource } from "./errors";
import { asJson } from "./world";

interface Item {
  id: string;
  created?: number;
}
interface Bounds {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}
interface Page {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | Bounds;
}

function within(bounds: number | Bounds | undefined, at: number): boolean {
  if (bounds === undefined) return true;
  if (typeof bounds === "number") return at === bounds;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = bounds;
  return at > gt && at >= gte && at < lt && at <= lte;
}

/** One page of these, the newest first, as Stripe's lists are. */
export function listed<T extends Item>(oldestFirst: T[], params: Page, url: string): Stripe.ApiList<T> {
  const limit = params.limit ?? 10;
  const rows = oldestFirst.filter((one) => within(params.created, one.created ?? 0)).reverse();
  const cursor = params.starting_after ?? params.ending_before;
  const place = rows.findIndex((one) => one.id === cursor);
  if (cursor && place < 0)
    throw missingResource("object", cursor, params.starting_after ? "starting_after" : "ending_before");
  const from = params.starting_after ? place + 1 : params.ending_before ? Math.max(place - limit, 0) : 0;
  const until = params.ending_before ? place : from + limit;
  const has_more = params.ending_before ? from > 0 : until < rows.length;
  return { object: "list", data: asJson(rows.slice(from, until)), has_more, url };
}

type Condition = (object: object) => boolean;

function conditionOf(words: string): Condition {
  const match = /^\s*(-?)([\w.]+)(?:\[["']([^"']+)["']\])?\s*[:~]\s*(?:"([^"]*)"|'([^']*)'|(null))\s*$/.exec(words);
  if (!match) throw invalidParameter("query", `We were unable to parse your search query: ${words}`);
  const [, not, field = "", key, double, single] = match;
  const wanted = double ?? single ?? null;
  return (object) => {
    const value: unknown = new Map(Object.entries(object)).get(field);
    const found: unknown = key && typeof value === "object" && value ? new Map(Object.entries(value)).get(key) : value;
    return (wanted === null ? found == null : String(found) === wanted) !== (not === "-");
  };
}

/** The search endpoint's answer: `field:'value'` and `metadata['key']:'value'`, joined by AND or by OR. */
export function searched<T extends Item>(
  oldestFirst: T[],
  params: { query: string; limit?: number; page?: string },
  url: string,
) {
  const any = /\sOR\s/.test(params.query);
  const conditions = params.query.split(any ? /\sOR\s/ : /\sAND\s/).map(conditionOf);
  const holds = (one: T) => (any ? conditions.some((is) => is(one)) : conditions.every((is) => is(one)));
  const rows = oldestFirst.filter(holds).reverse();
  const from = Number(params.page ?? 0);
  const until = from + (params.limit ?? 10);
  const has_more = until < rows.length;
  const next_page = has_more ? String(until) : null;
  return { object: "search_result" as const, data: asJson(rows.slice(from, until)), has_more, next_page, url };
}
