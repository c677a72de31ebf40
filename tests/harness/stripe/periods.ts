import type Stripe from "stripe";
import { Temporal } from "temporal-polyfill";

/** The first instant after `after` that lies whole intervals from the anchor; the 31st becomes a month's last day. */
export function periodEnd(anchor: number, recurring: Stripe.Price.Recurring | null, after: number): number {
  const unit = `${recurring?.interval ?? "month"}s`;
  const step = recurring?.interval_count ?? 1;
  const from = Temporal.Instant.fromEpochMilliseconds(anchor * 1000).toZonedDateTimeISO("UTC");
  for (let times = 0; ; times += 1) {
    const end = Math.floor(from.add({ [unit]: times * step }).epochMilliseconds / 1000);
    if (end > after) return end;
  }
}

/** An instant whole months later; the 31st becomes a month's last day. */
export function monthsLater(at: number, months: number): number {
  const from = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO("UTC");
  return Math.floor(from.add({ months }).epochMilliseconds / 1000);
}

/** An instant's day as an invoice writes it: 30 Nov 2026. */
export function dayOf(at: number): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(at * 1000);
}

/** An amount of the smallest unit as a page writes it. */
export function moneyOf(amount: number, currency: string): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount / 100);
}
