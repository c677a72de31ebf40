import { addDays, type CivilDate, daysBetween } from "@/server/clock";

/** How far ahead the appointments of a rhythm exist as rows, in days. */
export const aheadDays = 182;

/** The days of a rhythm from one day on until another, both inclusive. */
export function rhythmDays(
  rhythm: { startsOn: CivilDate; weeks: number },
  from: CivilDate,
  until: CivilDate,
): CivilDate[] {
  const step = rhythm.weeks * 7;
  const first = Math.max(0, Math.ceil(daysBetween(rhythm.startsOn, from) / step));
  const days: CivilDate[] = [];
  for (let day = addDays(rhythm.startsOn, first * step); day <= until; day = addDays(day, step)) days.push(day);
  return days;
}

/** Who may schedule for a couple: coordinators and owners, and whoever treats it. */
export function maySchedule(
  actor: { roles: readonly string[]; clinicianCouples: readonly string[] },
  coupleId: string,
): boolean {
  return (
    actor.roles.includes("COORDINATOR") || actor.roles.includes("OWNER") || actor.clinicianCouples.includes(coupleId)
  );
}

/** What became of an appointment. */
export function stateOf(row: { skippedAt: unknown; away: boolean }): "PLANNED" | "SKIPPED" | "AWAY" {
  if (row.skippedAt) return "SKIPPED";
  return row.away ? "AWAY" : "PLANNED";
}
