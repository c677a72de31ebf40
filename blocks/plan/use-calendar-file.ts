"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReading } from "../reading";

/** Makes a calendar file on this device and hands it over. Its name and its title say nothing of what it is for. */
export function useCalendarFile() {
  const words = useTranslations("blocks.plan");
  const { timeZone } = useReading();
  const [failed, setFailed] = useState(false);
  const download = async (plan: { uid: string; at: string; minutes: number }) => {
    setFailed(false);
    try {
      const { calendarFile } = await import("./calendar");
      const file = await calendarFile({ ...plan, title: words("calendarTitle"), timeZone });
      offer(file, `${words("calendarFile")}.ics`);
    } catch {
      setFailed(true);
    }
  };
  return { download, failed };
}

function offer(file: string, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
