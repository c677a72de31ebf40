import { addDays, type CivilDate, civilDate, hourOf, instantAt } from "@/server/clock";
import { isOptional, staleHours } from "./policy.kinds";
import type { ReminderKind, ReminderReason } from "./schema";

/** When a person wants mail: their zone, the hour for planned reminders, and quiet hours [from, to) or none. */
export interface MailTimes {
  timeZone: string;
  reminderHour: number;
  quietFrom: number | null;
  quietTo: number | null;
}

function isQuiet(hour: number, { quietFrom, quietTo }: MailTimes): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** The first instant at or after `at` that is not in the person's quiet hours. */
export function outsideQuietHours(at: Date, times: MailTimes): Date {
  const hour = hourOf(at, times.timeZone);
  if (!isQuiet(hour, times) || times.quietTo === null) return at;
  const today = civilDate(at, times.timeZone);
  const date = hour < times.quietTo ? today : addDays(today, 1);
  return instantAt(date, times.quietTo, times.timeZone);
}

function planned(date: CivilDate, times: MailTimes): Date {
  const wanted = instantAt(date, times.reminderHour, times.timeZone);
  const after = outsideQuietHours(wanted, times);
  if (after === wanted || times.quietFrom === null || civilDate(after, times.timeZone) === date) return after;
  const before = instantAt(date, times.quietFrom - 1, times.timeZone);
  return isQuiet(hourOf(before, times.timeZone), times) ? after : before;
}

const remembered = new Map<string, number>();
const mostRemembered = 50_000;

/**
 * When a planned reminder of a civil date is sent: that day at the person's hour. In quiet hours it is the end of them; where
 * that is another day, so that it would come too late, the last hour before them. Many people share an hour: it is told once.
 */
export function plannedAt(date: CivilDate, times: MailTimes): Date {
  const { timeZone, reminderHour, quietFrom, quietTo } = times;
  const key = `${date} ${timeZone} ${reminderHour} ${quietFrom} ${quietTo}`;
  const known = remembered.get(key);
  if (known !== undefined) return new Date(known);
  if (remembered.size >= mostRemembered) remembered.clear();
  const at = planned(date, times);
  remembered.set(key, at.getTime());
  return at;
}

/** What is still so when a reminder is about to be sent. */
export interface Premise {
  /** Something that it speaks of is still open and unanswered. */
  stillOpen: boolean;
  /** Its time has passed: the window closed, the week is over. */
  over: boolean;
  /** The assignment or couple no longer runs, or the person left. */
  ended: boolean;
  /** The assignment or couple rests, or the person wants a pause. */
  paused: boolean;
  unsubscribed: boolean;
  /** The address came back, or complained. */
  bounced: boolean;
  /** Hours since it was owed. */
  lateHours: number;
}

/** Why a mail must not be sent any more; null when it should go. What nobody can stop is not too late either. */
export function stopReason(kind: ReminderKind, premise: Premise): ReminderReason | null {
  const optional = isOptional(kind);
  if (optional && premise.unsubscribed) return "UNSUBSCRIBED";
  if (premise.bounced) return "BOUNCED";
  if (premise.ended) return "ENDED";
  if (optional && premise.paused) return "PAUSED";
  if (!premise.stillOpen) return premise.over ? "STALE" : "DONE";
  const limit = staleHours(kind);
  return premise.over || (limit !== null && premise.lateHours > limit) ? "STALE" : null;
}

/** Minutes until the next try after so many failed ones: 1, 2, 4 … an hour at most. */
export function retryMinutes(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1));
}

/** How long a mail that must arrive is tried before an owner is asked to look: three days. */
const givenUpHours = 72;

/** Whether a mail that no server takes is given up. What would be too late is told by its premise, not here. */
export function isGivenUp(attempts: number, lateHours: number): boolean {
  return attempts >= 12 && lateHours >= givenUpHours;
}
