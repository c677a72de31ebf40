import { addDays, type CivilDate, instantAt } from "@/server/clock";

/** Rows on one page of the log. */
export const pageSize = 50;

/** Rows that one file of the log takes; narrower filters make more files. */
export const exportLimit = 50_000;

/** How long a file of the log lies ready, in milliseconds. */
export const exportLifeMs = 24 * 3_600_000;

/** Where the page after a row begins, as an address can hold it. */
export const cursorOf = ({ at, id }: { at: Date; id: string }): string => `${at.toISOString()}_${id}`;

/** The instant and id of a cursor. */
export function rowAt(cursor: string): { at: Date; id: string } {
  const [at = "", id = ""] = cursor.split("_");
  return { at: new Date(at), id };
}

/** The instants [from, to) of civil dates in a zone, both days included; null where open. */
export function windowOf(
  { from, to }: { from?: CivilDate | undefined; to?: CivilDate | undefined },
  timeZone: string,
): { from: Date | null; to: Date | null } {
  return {
    from: from ? instantAt(from, 0, timeZone) : null,
    to: to ? instantAt(addDays(to, 1), 0, timeZone) : null,
  };
}
