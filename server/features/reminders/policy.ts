import { addDays, type CivilDate, civilDate, hourOf, instantAt } from "@/server/clock";
import type { ReminderKind } from "./schema";

/** The one table of what a reader may stop: reminders. Notices of a login, of access and of a licence never stop. */
const optional: Record<ReminderKind, boolean> = {
  HOMEWORK_NEW: true,
  HOMEWORK_DUE: true,
  LICENCE_EXPIRING: false,
  INVITATION: false,
  ADDRESS_PROOF: false,
  ACCESS_NOTICE: false,
};

/** Whether a kind of mail carries a way to stop it, obeys one who stopped it, and is left out when it comes too late. */
export function isOptional(kind: ReminderKind): boolean {
  return optional[kind];
}

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

/** When a reminder for homework due on a date is sent: that day at the person's hour, moved out of quiet hours. */
export function dueReminderAt(dueOn: CivilDate, times: MailTimes): Date {
  return outsideQuietHours(instantAt(dueOn, times.reminderHour, times.timeZone), times);
}

/** What is still so when a reminder is about to be sent. */
export interface Premise {
  /** Something that it speaks of is still open and unanswered. */
  stillOpen: boolean;
  /** The assignment or couple no longer runs, or the person left. */
  ended: boolean;
  unsubscribed: boolean;
  /** Hours since it was owed. */
  lateHours: number;
}

const staleHours = 36;

/** Why a mail must not be sent any more; null when it should go. What nobody can stop is not too late either. */
export function stopReason(kind: ReminderKind, premise: Premise): "DONE" | "ENDED" | "UNSUBSCRIBED" | "STALE" | null {
  if (isOptional(kind) && premise.unsubscribed) return "UNSUBSCRIBED";
  if (premise.ended) return "ENDED";
  if (!premise.stillOpen) return "DONE";
  return isOptional(kind) && premise.lateHours > staleHours ? "STALE" : null;
}

/** Minutes until the next try after so many failed ones: 1, 2, 4 … an hour at most. */
export function retryMinutes(attempts: number): number {
  return Math.min(60, 2 ** Math.max(0, attempts - 1));
}
