import { addDays, type CivilDate, civilDate, daysBetween, mondayOf } from "@/server/clock";
import { type MailTimes, plannedAt } from "./policy";
import { stoppedAs } from "./policy.kinds";
import type { ReminderKind, ReminderReason } from "./schema";

/** A person's settings for planned reminders. */
export interface PlanSettings extends MailTimes {
  /** Weekdays on which reminders may come: bit 0 is Monday, bit 6 Sunday. */
  days: number;
  /** Kinds that they do not want: until and including a day, or null for good. */
  stopped: readonly { kind: ReminderKind; until: CivilDate | null }[];
}

/** What a partner is asked for, as rows tell it. Only what is unanswered, still runs, and is not in the ledger yet. */
export interface PartnerState {
  /** One for each due date. `since`: when it was assigned, or when they joined. */
  due: readonly { opensOn: CivilDate; dueOn: CivilDate; since: Date }[];
  /** Due dates that may have passed unanswered. */
  missed: readonly { dueOn: CivilDate; since: Date }[];
  /** The Mondays of weeks that are not rated. */
  pulse: readonly { monday: CivilDate; since: Date }[];
  /** Replies that they have not been told of. */
  replies: readonly { id: string; at: Date }[];
  lastAnswerAt: Date | null;
  /** When they were last reminded of something missed. */
  lastMissedAt: Date | null;
}

/** One row for the ledger. */
export interface Owed {
  kind: ReminderKind;
  subject: string;
  dueAt: Date;
  /** Null: to be sent. */
  reason: ReminderReason | null;
}

/** How many days the planner looks back: what fell due while nothing ran is judged, older things are left alone. */
export const lookBackDays = 14;
const week = 7;

/** 0 is Monday: 1 January 1970 was a Thursday. */
const weekday = (date: CivilDate) => (Math.floor(Date.parse(date) / 86_400_000) + 3) % week;
const has = (days: number, day: number) => (days & (1 << day)) !== 0;

/** Whether mail may come on a civil date. */
export function isWanted(date: CivilDate, days: number): boolean {
  return has(days, weekday(date));
}

/** The last wanted day from `first` to `last`; null when there is none. */
export function lastWanted(first: CivilDate, last: CivilDate, days: number): CivilDate | null {
  const end = weekday(last);
  let back = 0;
  while (back < week && !has(days, (end - back + week) % week)) back++;
  const date = addDays(last, -back);
  return back < week && date >= first ? date : null;
}

/** The first wanted day at or after a date that is not taken out. There is always a wanted weekday. */
export function firstWanted(from: CivilDate, days: number, out: (date: CivilDate) => boolean = () => false): CivilDate {
  let date = from;
  for (let steps = 0; steps < 400 && (!isWanted(date, days) || out(date)); steps++) date = addDays(date, 1);
  return date;
}

/** The ISO week of a Monday: `2026-W48` (ISO 8601: the week belongs to the year of its Thursday). */
export function isoWeek(monday: CivilDate): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  return `${year}-W${String(Math.floor(daysBetween(`${year}-01-01`, thursday) / week) + 1).padStart(2, "0")}`;
}

/** The Monday of an ISO week, the other way round. 4 January always lies in the first week. */
export function mondayOfWeek(named: string): CivilDate {
  const [year = "", number = ""] = named.split("-W");
  return addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * week);
}

/** Whether a kind is stopped on a day, and by what. */
export function stoppedOn(
  kind: ReminderKind,
  today: CivilDate,
  stopped: PlanSettings["stopped"],
): ReminderReason | null {
  const as = stoppedAs(kind);
  const found = stopped.find((one) => one.kind === as);
  if (!found) return null;
  if (found.until === null) return "UNSUBSCRIBED";
  return today <= found.until ? "PAUSED" : null;
}

/** Everything that one plan is made with. */
interface Plan {
  settings: PlanSettings;
  now: Date;
  today: CivilDate;
}

const row = (plan: Plan, kind: ReminderKind, subject: string, dueAt: Date, stale: boolean): Owed => ({
  kind,
  subject,
  dueAt,
  reason: stoppedOn(kind, plan.today, plan.settings.stopped) ?? (stale ? "STALE" : null),
});

/** Homework due: on the last wanted day on which it can be done. Nothing on days that are not wanted. */
function planDue({ due }: PartnerState, plan: Plan): Owed[] {
  return due.flatMap(({ opensOn, dueOn, since }) => {
    const day = lastWanted(opensOn, dueOn, plan.settings.days);
    const at = day && plannedAt(day, plan.settings);
    if (!at || at > plan.now || at < since) return [];
    return [row(plan, "HOMEWORK_DUE", dueOn, at, plan.today > dueOn)];
  });
}

/** Missed: once, on the first wanted day after, and not again before they have answered something. */
function planMissed({ missed, lastAnswerAt, lastMissedAt }: PartnerState, plan: Plan): Owed[] {
  if (lastMissedAt && (!lastAnswerAt || lastAnswerAt <= lastMissedAt)) return [];
  const answeredOn = lastAnswerAt && civilDate(lastAnswerAt, plan.settings.timeZone);
  const found: Owed[] = [];
  for (const { dueOn, since } of missed.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))) {
    const day = firstWanted(addDays(dueOn, 1), plan.settings.days);
    const at = plannedAt(day, plan.settings);
    if (at > plan.now || at < since || (answeredOn && answeredOn > dueOn)) continue;
    const owed = row(plan, "HOMEWORK_MISSED", dueOn, at, plan.today > addDays(day, 1));
    found.push(owed);
    if (owed.reason !== "STALE") break;
  }
  return found;
}

/** When the weekly reminder of a week comes: on its last wanted day, the highest bit. */
function weeklyAt(monday: CivilDate, settings: PlanSettings): Date {
  return plannedAt(addDays(monday, 31 - Math.clz32(settings.days)), settings);
}

function planPulse({ pulse }: PartnerState, plan: Plan): Owed[] {
  return pulse.flatMap(({ monday, since }) => {
    const at = weeklyAt(monday, plan.settings);
    if (at > plan.now || at < since) return [];
    return [row(plan, "WEEKLY_PULSE", isoWeek(monday), at, plan.today > addDays(monday, week - 1))];
  });
}

/** Replies wait for the next planned reminder, and for the weekly one where no other comes: never mail because of an event. */
function planReplies({ replies }: PartnerState, plan: Plan, planned: readonly Owed[]): Owed[] {
  if (replies.length === 0) return [];
  const monday = mondayOf(plan.today);
  const weekly = [addDays(monday, -week), monday].map((one) => weeklyAt(one, plan.settings));
  const rides = planned.filter((one) => one.reason === null).map((one) => one.dueAt);
  const slots = [...rides, ...weekly].filter((at) => at <= plan.now).sort((a, b) => a.getTime() - b.getTime());
  return replies.flatMap(({ id, at }) => {
    const slot = slots.find((one) => one >= at);
    return slot ? [row(plan, "REPLY", id, slot, false)] : [];
  });
}

/**
 * What a partner is owed by now, as rows for the ledger; those that are there already change nothing. Depends on the rows,
 * the settings and the instant alone: asked again at any later instant it says the same of everything that still counts.
 */
export function planPartner(state: PartnerState, settings: PlanSettings, now: Date): Owed[] {
  const plan = { settings, now, today: civilDate(now, settings.timeZone) };
  const planned = [...planDue(state, plan), ...planMissed(state, plan), ...planPulse(state, plan)];
  return [...planned, ...planReplies(state, plan, planned)];
}
