import { type LogCursor, type LogFilters, logCursor, logFilters } from "@/server/features/audit/schema";

/** The parameters of an address, as a page gets them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The filters that an address names; one that makes no sense is left out. */
export function filtersIn(search: SearchParams): LogFilters {
  const entries = Object.entries(logFilters.shape).map(([name, shape]) => {
    const value = search[name];
    const read = shape.safeParse(value === "" ? undefined : value);
    return [name, read.success ? read.data : undefined] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as LogFilters;
}

/** Where the page begins that an address names. */
export function cursorIn({ after }: SearchParams): LogCursor | undefined {
  const read = logCursor.safeParse(after);
  return read.success ? read.data : undefined;
}

/** The same page with these filters, from a row on. */
export function hrefOf(path: string, filters: LogFilters, after?: LogCursor): string {
  const query = new URLSearchParams(filters);
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
