import { useFormatter } from "next-intl";

/** An appointment in words: "Tuesday, 1 December, 10:00". */
export function useWhen(): (at: Date, timeZone: string) => string {
  const format = useFormatter();
  return (at, timeZone) =>
    format.dateTime(at, {
      ...({ weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" } as const),
      timeZone,
    });
}
