import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { missingResource } from "./errors";

/** Every kind of object, by the name that its `object` has. */
export interface Tables {
  customer: Stripe.Customer;
  tax_id: Stripe.TaxId;
  product: Stripe.Product;
  price: Stripe.Price;
  coupon: Stripe.Coupon;
  promotion_code: Stripe.PromotionCode;
  discount: Stripe.Discount;
  payment_method: Stripe.PaymentMethod;
  subscription: Stripe.Subscription;
  invoice: Stripe.Invoice;
  "checkout.session": Stripe.Checkout.Session;
  "billing_portal.session": Stripe.BillingPortal.Session;
  "billing_portal.configuration": Stripe.BillingPortal.Configuration;
  event: Stripe.EventBase;
}
export type Kind = keyof Tables;

/** What is charged with the next invoice of a subscription. */
export interface Pending {
  subscription: string;
  lines: Stripe.InvoiceLineItem[];
}

/** What a checkout session was asked for and keeps to itself until it is paid. */
export interface Order {
  lines: { price: string; quantity: number }[];
  trialEnd: number | null;
  trialDays: number | null;
  trialSettings: Stripe.Subscription.TrialSettings | null;
  metadata: Record<string, string>;
  description: string | null;
  coupons: { coupon: string; promotionCode: string | null }[];
  updates: { name: boolean; address: boolean };
}

/** An answer that was given under an idempotency key. */
export interface Answered {
  endpoint: string;
  parameters: string;
  status: number;
  body: string;
}

/** All that the stand-in remembers; plain JSON. */
export interface State {
  sequence: number;
  /** Seconds by which the controls moved time. */
  moved: number;
  /** The instant up to which everything that was due has happened. */
  settled: number;
  tables: { [Name in Kind]: Record<string, Tables[Name]> };
  pending: Pending[];
  orders: Record<string, Order>;
  answered: Record<string, Answered>;
  /** Numbers of cards by the payment method that was made of them. */
  cards: Record<string, string>;
  /** Customers whose cards are declined whatever their number. */
  declined: string[];
  /** Customers that were deleted. */
  deleted: string[];
  /** Subscriptions whose trial's end has been announced. */
  announced: string[];
}

/** How failed payments are tried again, as an account's settings have it. */
export interface Dunning {
  /** Days between one attempt and the next. */
  retryDays: number[];
  /** What becomes of the subscription when the last attempt fails. */
  afterLast: "canceled" | "unpaid" | "past_due";
}

/** The request that is being answered, as events name it. */
export interface Asking {
  id: string;
  idempotencyKey: string | null;
}

/** The state and what acts on it. */
export interface World {
  state: State;
  base: string;
  apiVersion: string;
  dunning: Dunning;
  /** Unix seconds; inside the settling of what was due, the instant at which it was. */
  now(): number;
  /** The instant that `now` answers while something due is made to happen. */
  at: number | null;
  asking: Asking | null;
  /** How many requests were answered. */
  requests: number;
  /** How many endpoints get events of a type. */
  endpoints(type: string): number;
  /** Called with each new event; a rehearsal has none. */
  announce: ((event: Stripe.EventBase) => void) | null;
}

/** A memory without anything in it. */
export function emptyState(): State {
  const tables = {
    customer: {},
    tax_id: {},
    product: {},
    price: {},
    coupon: {},
    promotion_code: {},
    discount: {},
    payment_method: {},
    subscription: {},
    invoice: {},
    "checkout.session": {},
    "billing_portal.session": {},
    "billing_portal.configuration": {},
    event: {},
  };
  const rest = { pending: [], orders: {}, answered: {}, cards: {}, declined: [], deleted: [], announced: [] };
  return { sequence: 0, moved: 0, settled: 0, tables, ...rest };
}

/** The next id, as Stripe's look: the same for the same history. */
export function newId(world: World, prefix: string): string {
  world.state.sequence += 1;
  const digest = createHash("sha256").update(`${prefix}${world.state.sequence}`).digest("base64url");
  const letters = digest.replace(/[-_]/g, "0").slice(0, 14);
  return `${prefix}_${String(world.state.sequence).padStart(6, "0")}${letters}`;
}

/** Keeps an object. */
export function put<Name extends Kind>(world: World, kind: Name, object: Tables[Name]): Tables[Name] {
  const table: Record<string, Tables[Name]> = world.state.tables[kind];
  table[object.id] = object;
  return object;
}

/** All of a kind, the oldest first. */
export function all<Name extends Kind>(world: World, kind: Name): Tables[Name][] {
  const table: Record<string, Tables[Name]> = world.state.tables[kind];
  return Object.values(table);
}

/** One object by its id, or Stripe's refusal; `param` names the parameter that held the id. */
export function get<Name extends Kind>(world: World, kind: Name, id: string, param?: string): Tables[Name] {
  const table: Record<string, Tables[Name]> = world.state.tables[kind];
  const found = Object.hasOwn(table, id) ? table[id] : undefined;
  if (!found) throw missingResource(kind, id, param);
  return found;
}

/** The id of what may be there as an object or only by its id. */
export function idOf(reference: string | { id: string }): string;
export function idOf(reference: string | { id: string } | null | undefined): string | null;
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null);
}

/** A copy as it travels: decimals become text. */
export function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Metadata after a change: empty values remove their keys, null all of them. */
export function mergedMetadata(
  before: Stripe.Metadata | null | undefined,
  change: Record<string, string> | null | undefined,
): Stripe.Metadata {
  if (change === null) return {};
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ""));
}

/** The list object around these items. */
export function listObject<T>(url: string, data: T[]): Stripe.ApiList<T> {
  return { object: "list", data, has_more: false, url };
}

/** The state as it is now, to go back to or to rehearse on: objects are replaced, never changed in place. */
export function snapshot(state: State): State {
  const tables = Object.fromEntries(Object.entries(state.tables).map(([kind, table]) => [kind, { ...table }]));
  return {
    ...state,
    tables: tables as State["tables"],
    orders: { ...state.orders },
    answered: { ...state.answered },
    cards: { ...state.cards },
  };
}
