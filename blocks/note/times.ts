import { addDays, civilAt, instantOf } from "../civil";

/** When a note may arrive. */
export const arrivals = ["tonight", "tomorrow", "time"] as const;
export type Arrival = (typeof arrivals)[number];

const evening = "20:00";
const morning = "08:00";

/** The choices at an instant: tonight is gone once its hour is less than ten minutes away. */
export function arrivalsAt(now: number, timeZone: string): Arrival[] {
  const { time } = civilAt(now, timeZone);
  return arrivals.filter((arrival) => arrival !== "tonight" || time < "19:50");
}

/**
 * The instant that a choice means, in the couple's zone.
 * @param local what was picked, "YYYY-MM-DDTHH:MM", for "time"; not asked otherwise
 */
export async function arrivalOf(arrival: Arrival, now: number, timeZone: string, local: string): Promise<Date> {
  const { day } = civilAt(now, timeZone);
  if (arrival === "tonight") return instantOf(`${day}T${evening}`, timeZone);
  if (arrival === "tomorrow") return instantOf(`${addDays(day, 1)}T${morning}`, timeZone);
  return instantOf(local, timeZone);
}
