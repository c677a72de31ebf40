"use client";

import { useFormatter } from "next-intl";
import { noonOf } from "../civil";

/** A civil date in words: "Saturday, 28 November". */
export function useDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(noonOf(day), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
}
