import { useFormatter, useTranslations } from "next-intl";

const day = 86_400_000;

/** A civil date as an instant for formatting; always format it in UTC. */
export function civilInstant(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** Whole days from one civil date to another. */
export function daysFrom(from: string, to: string): number {
  return Math.round((civilInstant(to) - civilInstant(from)) / day);
}

/** Says a last day in words, as near as they fit: "until tonight", "until Sunday", "until 3 December". */
export function useUntil(): (dueOn: string, today: string) => string {
  const words = useTranslations("couple.homework");
  const format = useFormatter();
  return (dueOn, today) => {
    const days = daysFrom(today, dueOn);
    if (days === 0) return words("untilToday");
    if (days === 1) return words("untilTomorrow");
    const weekday = days > 1 && days < 7;
    const look = weekday ? ({ weekday: "long" } as const) : ({ day: "numeric", month: "long" } as const);
    const name = format.dateTime(civilInstant(dueOn), { ...look, timeZone: "UTC" });
    return words(days < 0 ? "closed" : "untilDay", { day: name });
  };
}
