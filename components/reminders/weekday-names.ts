import { useFormatter } from "next-intl";

/** A Monday: only the names of its week are shown. */
const monday = Date.UTC(2024, 0, 1);

/** The name of a weekday, 0 being Monday, in the page's language. */
export function useWeekday(): (day: number, weekday: "short" | "long") => string {
  const format = useFormatter();
  return (day, weekday) => format.dateTime(monday + day * 86_400_000, { weekday, timeZone: "UTC" });
}
