const dayMs = 86_400_000;

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** A civil date moved by whole days. */
export function daysOn(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The civil date (`YYYY-MM-DD`) of an instant in an IANA zone. */
export function civilDateOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    instant,
  );
}
