import { addDays, type CivilDate, civilDate, instantAt } from "@/server/clock";
import { type ClinicianRole, emergencyDays } from "./schema";

/** A stretch of access in time. */
export interface Span {
  startsAt: Date;
  endsAt: Date | null;
}

/** Where a stretch stands at an instant. One that was called off before it began never was. */
export function phaseOf({ startsAt, endsAt }: Span, at: Date): "planned" | "now" | "past" | "never" {
  if (endsAt && endsAt <= startsAt) return "never";
  if (startsAt > at) return "planned";
  return endsAt && endsAt <= at ? "past" : "now";
}

/** The instant at which a civil day begins in a zone. */
export function dayStart(day: CivilDate, timeZone: string): Date {
  return instantAt(day, 0, timeZone);
}

/** The instant at which a civil day is over in a zone: reading ends there. */
export function dayEnd(day: CivilDate, timeZone: string): Date {
  return dayStart(addDays(day, 1), timeZone);
}

/** The last civil day on which an end still lets somebody read: the day before, where it falls on a midnight. */
export function lastDay(endsAt: Date, timeZone: string): CivilDate {
  return civilDate(new Date(endsAt.getTime() - 1), timeZone);
}

/** Where a stretch that ends now really ends: now, or before it began. */
export function endOf({ startsAt }: Span, at: Date): Date {
  return startsAt > at ? startsAt : at;
}

/** One person's live or planned place beside a couple. */
export interface Place extends Span {
  personId: string;
  role: ClinicianRole;
}

/** Whether somebody already reads the couple for good, so that there is nothing to add. */
export function readsForGood(places: readonly Place[], personId: string, at: Date): boolean {
  return places.some((one) => one.personId === personId && one.role !== "COVERING" && phaseOf(one, at) === "now");
}

/** Whether a viewer may end a stretch: never the primary one, which is handed over instead; one's own always. */
export function mayEnd(
  row: { role: ClinicianRole; self: boolean; emergency: boolean },
  viewer: { manages: boolean; owner: boolean },
) {
  if (row.role === "PRIMARY") return false;
  return row.self || viewer.manages || (row.emergency && viewer.owner);
}

const dayMs = 86_400_000;

/** When emergency access ends: after whole days of the practice, the rest of today being the first; never later than the limit. */
export function emergencyEnd(startsAt: Date, days: number, timeZone: string): Date {
  const end = dayEnd(addDays(civilDate(startsAt, timeZone), days - 1), timeZone);
  return new Date(Math.min(end.getTime(), startsAt.getTime() + emergencyDays.most * dayMs));
}
