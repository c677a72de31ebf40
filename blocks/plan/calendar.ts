import { instantOf } from "../civil";

/** What a calendar entry needs; its title says nothing of what it is for. */
export interface Appointment {
  /** The same for the same plan, so that a calendar replaces the older entry. */
  uid: string;
  title: string;
  /** Local date and time, YYYY-MM-DDTHH:MM. */
  at: string;
  minutes: number;
  timeZone: string;
}

type Moment = [number, number, number, number, number];

/** The text of an iCalendar file with one entry, in UTC, which every calendar shows at the right local hour. */
export async function calendarFile({ uid, title, at, minutes, timeZone }: Appointment): Promise<string> {
  const [{ createEvent }, start] = await Promise.all([import("ics"), instantOf(at, timeZone)]);
  const { error, value } = createEvent({
    uid,
    title,
    start: momentOf(start),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes },
    productId: "-//Reconnect//Calendar//EN",
    classification: "PRIVATE",
  });
  if (error || !value) throw error ?? new Error("No calendar entry was made");
  return value;
}

function momentOf(at: Date): Moment {
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
