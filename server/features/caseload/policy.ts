import type { Area } from "@/content/schema";
import { type CivilDate, daysBetween } from "@/server/clock";
import type { Partner } from "../people/schema";
import type { Reason } from "./schema";

export const areas: readonly Area[] = ["trust", "communication", "intimacy", "connection"];

/** One person's ratings of one area by week, oldest first; null where there is none. */
export type Series = (number | null)[];

/** What is known of a couple when asking whether it needs someone. */
export interface CoupleFacts {
  today: CivilDate;
  partners: Partner[];
  /** Something that the viewer has not opened and should open alone. */
  toOpenAlone: boolean;
  unread: number;
  /** Days on which either partner answered, oldest first. */
  answeredOn: CivilDate[];
  /** End dates of the active homework; null for one without end. */
  homeworkEnds: (CivilDate | null)[];
  /** The day on which the oldest active homework began; null without any. */
  homeworkSince: CivilDate | null;
  /** The last day of what has rested since, while nobody was there; may lie ahead. */
  restedUntil: CivilDate | null;
  pulse: Record<Area, { one: Series; two: Series }>;
  /** Since when the next week of their program could have begun with the therapist's word; null where none waits for it. */
  programWaitsSince: CivilDate | null;
  /** Partners who live where the viewer's licences do not reach, and of whom the viewer has not said why that is all right. */
  elsewhere: readonly string[];
}

const fallThreshold = 2;
const apartThreshold = 3;
const wideningThreshold = 1;
const silenceFloorDays = 8;
const endingWithinDays = 7;

const given = (series: Series) => series.filter((value): value is number => value !== null);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number) => Math.round(value * 10) / 10;

/** How far the latest rating lies under the mean of the three before it; 0 when it does not. */
export function fallOf(series: Series): number {
  const values = given(series);
  const latest = values.at(-1);
  const before = values.slice(-4, -1);
  if (latest === undefined || before.length < 2) return 0;
  return Math.max(0, round(mean(before) - latest));
}

/** Which way one person's ratings went over the weeks given: by a point or more, or not. */
export function trendOf(series: Series): "falling" | "steady" | "rising" | "unknown" {
  const values = given(series);
  if (values.length < 3) return "unknown";
  const change = mean(values.slice(-2)) - mean(values.slice(0, 2));
  if (change <= -1) return "falling";
  return change >= 1 ? "rising" : "steady";
}

/** The distance between two people's latest ratings; null unless both rated. */
export function apartOf(one: Series, two: Series): number | null {
  const [a, b] = [given(one).at(-1), given(two).at(-1)];
  return a === undefined || b === undefined ? null : Math.abs(a - b);
}

function widenedBy(one: Series, two: Series): number {
  const now = apartOf(one, two);
  const before = apartOf(one.slice(0, -3), two.slice(0, -3));
  return now === null || before === null ? 0 : now - before;
}

function pulseReasons({ pulse, partners }: CoupleFacts): Reason[] {
  const reasons: Reason[] = [];
  for (const area of areas) {
    const { one, two } = pulse[area];
    for (const [position, series] of [
      [1, one],
      [2, two],
    ] as const) {
      const by = fallOf(series);
      const name = partners.find((partner) => partner.position === position)?.name;
      if (name && by >= fallThreshold) reasons.push({ kind: "pulse-fell", tone: "warm", name, area, by });
    }
    const by = apartOf(one, two);
    if (by !== null && by >= apartThreshold && widenedBy(one, two) >= wideningThreshold)
      reasons.push({ kind: "apart", tone: "warm", area, by });
  }
  return reasons;
}

/** Days of silence that are unusual for this couple: twice their median gap, eight days at least. */
export function usualSilence(answeredOn: CivilDate[]): number {
  const gaps = answeredOn.slice(1).map((day, index) => daysBetween(answeredOn[index] ?? day, day));
  const sorted = gaps.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(silenceFloorDays, 2 * median);
}

function silenceReason({ answeredOn, homeworkSince, restedUntil, today }: CoupleFacts): Reason[] {
  if (!homeworkSince) return [];
  const from = [homeworkSince, answeredOn.at(-1) ?? homeworkSince, restedUntil ?? homeworkSince].sort().at(-1) ?? today;
  const days = daysBetween(from, today);
  return days > usualSilence(answeredOn) ? [{ kind: "silent", tone: "warm", days }] : [];
}

function programReason({ programWaitsSince, today }: CoupleFacts): Reason[] {
  if (programWaitsSince === null || programWaitsSince > today) return [];
  return [{ kind: "program-waits", tone: "warm", days: daysBetween(programWaitsSince, today) }];
}

function homeworkReason({ homeworkEnds, today, partners, programWaitsSince }: CoupleFacts): Reason[] {
  // What is missing then is the word, and it is said already.
  if (homeworkEnds.length === 0 && programWaitsSince !== null && programWaitsSince <= today) return [];
  if (homeworkEnds.length === 0)
    return partners.some((one) => one.joined) ? [{ kind: "no-homework", tone: "quiet" }] : [];
  if (homeworkEnds.includes(null)) return [];
  const last = [...homeworkEnds].sort().at(-1);
  const days = last ? daysBetween(today, last) : Number.POSITIVE_INFINITY;
  return days <= endingWithinDays ? [{ kind: "homework-ends", tone: "quiet", days }] : [];
}

/** Why a couple needs its therapist, weightiest first. No reason: on track. */
export function reasonsOf(facts: CoupleFacts): Reason[] {
  const unread: Reason[] =
    facts.unread > 0 ? [{ kind: "unread", tone: facts.unread > 1 ? "attention" : "quiet", count: facts.unread }] : [];
  const alone: Reason[] = facts.toOpenAlone ? [{ kind: "open-alone", tone: "attention" }] : [];
  const waiting = facts.partners
    .filter((one) => !one.joined)
    .map((one): Reason => ({ kind: "not-joined", tone: "quiet", name: one.name }));
  const elsewhere = facts.partners
    .filter((one) => facts.elsewhere.includes(one.personId))
    .map((one): Reason => ({ kind: "elsewhere", tone: "warm", name: one.name }));
  const all = [
    ...alone,
    ...unread,
    ...elsewhere,
    ...pulseReasons(facts),
    ...silenceReason(facts),
    ...programReason(facts),
    ...homeworkReason(facts),
    ...waiting,
  ];
  return all.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf(reason: Reason): number {
  switch (reason.kind) {
    case "open-alone":
      return 100;
    case "unread":
      return 12 * Math.min(reason.count, 4);
    case "pulse-fell":
      return 16 + reason.by;
    case "apart":
      return 12 + reason.by;
    case "silent":
      return 14 + Math.min(reason.days, 10);
    case "elsewhere":
      return 11;
    case "program-waits":
      return 10;
    case "homework-ends":
      return 6;
    case "not-joined":
      return 5;
    case "no-homework":
      return 4;
  }
}

/** How much a couple needs its therapist: the sum of its reasons. */
export function needOf(reasons: Reason[]): number {
  return reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
}
