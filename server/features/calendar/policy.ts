import { createEvents, type DateArray, type EventAttributes } from "ics";
import { addDays, type CivilDate, toColumn } from "@/server/clock";
import { linkMac } from "@/server/crypto";
import type { FeedDates } from "./schema";

/** The titles of a calendar: neutral, they say nothing of what a date is for. */
export interface CalendarWords {
  name: string;
  appointment: string;
  window: string;
}

/** The library knows the stamp, its types do not. */
type Entry = EventAttributes & { timestamp: number };

const dayOf = (date: CivilDate) => date.split("-").map(Number) as unknown as DateArray;
const momentOf = (ms: number): DateArray => {
  const at = new Date(ms);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
};

/**
 * The file of a feed (RFC 5545): appointments at their instants, windows as whole days that block nothing. Every line follows
 * from the dates themselves, the required time stamps too: a real one would tell when something was made or changed.
 * @throws Error for dates that are none
 */
export function calendarFile(feedId: string, dates: FeedDates, words: CalendarWords): string {
  const uid = (named: string) => `${linkMac("calendar-entry", `${feedId} ${named}`)}@reconnect`;
  const header = { calName: words.name, productId: "-//Reconnect//Calendar//EN" };
  const common = { ...header, classification: "PRIVATE" } as const;
  const appointments = dates.appointments.map(
    ({ id, at, minutes }): Entry => ({
      ...common,
      uid: uid(id),
      timestamp: at,
      title: words.appointment,
      start: momentOf(at),
      startInputType: "utc",
      startOutputType: "utc",
      duration: { minutes },
    }),
  );
  const windows = dates.windows.map(
    ({ from, to }): Entry => ({
      ...common,
      uid: uid(`${from} ${to}`),
      timestamp: toColumn(from).getTime(),
      title: words.window,
      start: dayOf(from),
      end: dayOf(addDays(to, 1)),
      transp: "TRANSPARENT",
      busyStatus: "FREE",
    }),
  );
  const { error, value } = createEvents([...appointments, ...windows], header);
  if (error || typeof value !== "string") throw error ?? new Error("No calendar was made");
  return value;
}
