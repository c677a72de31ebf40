const dayLong = 86_400_000;

/** A civil date (YYYY-MM-DD) as an instant for formatting; always format it in UTC. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** The civil date so many days later, or earlier where `count` is negative. */
export function addDays(day: string, count: number): string {
  return new Date(noonOf(day).getTime() + count * dayLong).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return noonOf(day).getUTCDay() || 7;
}

/** The Monday of the week of a civil date. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** The civil date and the time of day ("HH:MM") at an instant (milliseconds since 1970) in a zone. */
export function civilAt(instant: number, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/**
 * The instant of a local date and time ("2026-11-24T20:00") in a zone. A time that a change of clocks leaves out is moved
 * on by the gap; of one that comes twice, the first counts.
 */
export async function instantOf(local: string, timeZone: string): Promise<Date> {
  const { Temporal } = await import("temporal-polyfill");
  const zoned = Temporal.PlainDateTime.from(local.replace(/Z$/, "")).toZonedDateTime(timeZone);
  return new Date(zoned.epochMilliseconds);
}
