import { useFormatter, useTranslations } from "next-intl";
import type { StaffViewer } from "@/server/features/people/schema";
import { civilDateOf, daysApart } from "./dates";

/** The time of day in one piece: it never breaks between the hour and its "PM". */
function timeOf(format: ReturnType<typeof useFormatter>, at: Date, timeZone: string): string {
  return format.dateTime(at, { timeStyle: "short", timeZone }).replace(/\s/g, "\u00a0");
}

type Clock = Pick<StaffViewer, "today" | "timeZone">;

/** A past instant as a person would say it: "today, 14:05", "yesterday", "Sunday", "12 Nov". */
export function usePast(): (at: Date, viewer: Clock) => string {
  const words = useTranslations("staff.time");
  const format = useFormatter();
  return (at, { today, timeZone }) => {
    const ago = daysApart(civilDateOf(at, timeZone), today);
    if (ago <= 0) return words("today", { time: timeOf(format, at, timeZone) });
    if (ago === 1) return words("yesterday");
    if (ago < 7) return format.dateTime(at, { weekday: "long", timeZone });
    return format.dateTime(at, { day: "numeric", month: "short", timeZone });
  };
}

/** A coming instant, short for a table ("Tue 10:00", "12 Dec") or long for a sentence ("Tuesday 10:00"). */
export function useComing(): (at: Date, viewer: Clock, length?: "short" | "long") => string {
  const words = useTranslations("staff.time");
  const format = useFormatter();
  return (at, { today, timeZone }, length = "short") => {
    const ahead = daysApart(today, civilDateOf(at, timeZone));
    const time = timeOf(format, at, timeZone);
    if (ahead <= 0) return words(length === "short" ? "todayShort" : "today", { time });
    if (ahead === 1) return words(length === "short" ? "tomorrowShort" : "tomorrow", { time });
    if (ahead < 7) return `${format.dateTime(at, { weekday: length, timeZone })} ${time}`;
    return format.dateTime(at, { day: "numeric", month: length, timeZone });
  };
}

/** A civil date: "12 Dec". */
export function useCivilDay(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(Date.parse(date), { day: "numeric", month: "short", timeZone: "UTC" });
}

/** A civil date with its year: "12 Dec 2026". */
export function useFullDay(): (date: string) => string {
  const format = useFormatter();
  return (date) =>
    format.dateTime(Date.parse(date), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
