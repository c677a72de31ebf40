import { bodyOf } from "../body";
import { mondayOf } from "../civil";
import type { ToolEntry } from "../tool";
import { ledger } from "./schema";

/** Promises due in one week, by how they are. */
export interface TrendWeek {
  /** The Monday, YYYY-MM-DD. */
  week: string;
  kept: number;
  renegotiated: number;
  missed: number;
  open: number;
}

/** The order in which states are told: care first. */
export const trendStates = ["kept", "renegotiated", "missed", "open"] as const;

/**
 * One partner's promises week by week, oldest first; weeks without a promise are left out. For the therapist alone: it is
 * never drawn for a partner, and never puts the two beside each other.
 */
export function trendOf(entries: readonly ToolEntry[], position: 1 | 2): TrendWeek[] {
  const weeks = new Map<string, TrendWeek>();
  for (const entry of entries) {
    if (entry.kind !== "promise" || entry.position !== position) continue;
    const promise = bodyOf(ledger.entries.promise.body, entry.body);
    if (!promise) continue;
    const week = mondayOf(promise.by);
    const found = weeks.get(week) ?? { week, kept: 0, renegotiated: 0, missed: 0, open: 0 };
    weeks.set(week, { ...found, [promise.state]: found[promise.state] + 1 });
  }
  return [...weeks.values()].sort((one, other) => one.week.localeCompare(other.week));
}
