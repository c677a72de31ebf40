import type { Cadence } from "@/content/schema";
import { addDays, type CivilDate, daysBetween } from "@/server/clock";

/** How far ahead occurrences exist as rows. */
export const horizonDays = 56;

/** How long after it was answered a check-in may still be edited, while its window is closed. */
const editDays = 1;

/** One window of an assignment. */
export interface Window {
  /** Counts from 0 over the life of the assignment. */
  ordinal: number;
  opensOn: CivilDate;
  /** Last day on which it may be answered, inclusive. */
  dueOn: CivilDate;
}

/** How many days a window lasts. */
export const periodDays: Record<Cadence["every"], number> = { day: 1, week: 7, "two-weeks": 14 };

/**
 * The windows of an assignment that open on or before `until`. Periods are counted from its start; "n times a week" is
 * n windows over the same days. A period cut short by the end date still counts, up to that date.
 */
export function windowsOf(cadence: Cadence, startsOn: CivilDate, endsOn: CivilDate | null, until: CivilDate): Window[] {
  const length = periodDays[cadence.every];
  const last = endsOn !== null && endsOn < until ? endsOn : until;
  const windows: Window[] = [];
  for (let period = 0; ; period++) {
    const opensOn = addDays(startsOn, period * length);
    if (opensOn > last) return windows;
    const natural = addDays(opensOn, length - 1);
    const dueOn = endsOn !== null && endsOn < natural ? endsOn : natural;
    for (let turn = 0; turn < cadence.times; turn++) {
      windows.push({ ordinal: period * cadence.times + turn, opensOn, dueOn });
    }
  }
}

/** Whether an occurrence may be answered today. */
export function isOpen(window: { opensOn: CivilDate; dueOn: CivilDate }, today: CivilDate): boolean {
  return window.opensOn <= today && today <= window.dueOn;
}

/** Whether an answer may still be changed: while the window is open, and the day after it was given. */
export function isEditable(
  window: { opensOn: CivilDate; dueOn: CivilDate },
  answeredOn: CivilDate,
  today: CivilDate,
): boolean {
  return isOpen(window, today) || daysBetween(answeredOn, today) <= editDays;
}

/** The part of the day that a greeting names, by the local hour. */
export function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}

/**
 * Who may know of an assignment. What both are asked to do is known to both; for one alone the therapist says.
 */
export function knownToBoth(mode: "JUST_YOU" | "EACH" | "TOGETHER", said: boolean): boolean {
  return mode === "JUST_YOU" ? said : true;
}
