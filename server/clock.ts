import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { env } from "./env";

/** A date without a time or zone, as `YYYY-MM-DD`. */
export type CivilDate = string;

let offset = 0;
let offsetReadAt = 0;

/** Milliseconds by which tests move time: read from the file that RECONNECT_TEST_CLOCK names, four times a second at most. */
function testOffset(real: number): number {
  const file = env().RECONNECT_TEST_CLOCK;
  if (!file) return 0;
  if (real - offsetReadAt > 250) {
    offset = Number(readFileSync(file, "utf8").trim() || "0");
    offsetReadAt = real;
  }
  return offset;
}

/** The present instant. The only place that asks the machine. */
export function now(): Date {
  const real = Date.now();
  return new Date(real + testOffset(real));
}

let datesAt = Number.NaN;
const dates = new Map<string, CivilDate>();

/** The civil date of an instant in an IANA zone. Many people are asked about at one instant: each zone is told once. */
export function civilDate(instant: Date, timeZone: string): CivilDate {
  if (instant.getTime() !== datesAt) dates.clear();
  datesAt = instant.getTime();
  const date = dates.get(timeZone) ?? civilDateOf(instant, timeZone);
  dates.set(timeZone, date);
  return date;
}

function civilDateOf(instant: Date, timeZone: string): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The instant of a wall time in a zone: a spring gap moves forward, an autumn overlap takes the first. */
export function instantAt(date: CivilDate, hour: number, timeZone: string): Date {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({ hour });
  return new Date(wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The instant of a wall time `HH:MM` in a zone, by the same rules. */
export function instantAtTime(date: CivilDate, time: string, timeZone: string): Date {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(wall.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The wall time `HH:MM` of an instant in a zone. */
export function wallTime(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainTime().toString({ smallestUnit: "minute" });
}

/** The hour of the day (0–23) of an instant in a zone. */
export function hourOf(instant: Date, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).hour;
}

/** An instant to the second as a zone's clocks showed it, with its offset: `2026-11-24T05:00:00-05:00`. */
export function zonedIso(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
}

const dayMs = 86_400_000;
/** Days since 1970 of a civil date. @throws RangeError for what is none */
function dayNumber(date: CivilDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError("no civil date");
  return ms / dayMs;
}

const moved = new Map<string, CivilDate>();
const mostMoved = 10_000;

/** A civil date moved by whole days. The same few dates are moved again and again. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const key = `${date} ${days}`;
  const known = moved.get(key);
  if (known) return known;
  if (moved.size >= mostMoved) moved.clear();
  const found = new Date((dayNumber(date) + days) * dayMs).toISOString().slice(0, 10);
  moved.set(key, found);
  return found;
}

/** A civil date moved by whole years; a 29 February that is not there becomes the 28th. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ years }).toString();
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Monday of a civil date's week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, -((((dayNumber(date) + 3) % 7) + 7) % 7)); // 1 January 1970 was a Thursday
}

/** A civil date as the driver wants a `date` column: midnight UTC. */
export function toColumn(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A `date` column as a civil date. */
export function fromColumn(value: Date): CivilDate {
  return value.toISOString().slice(0, 10);
}
