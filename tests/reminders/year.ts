import fc from "fast-check";
import { type Owed, type PartnerState, type PlanSettings, planPartner } from "@/server/features/reminders/policy.plan";
import type { ReminderKind } from "@/server/features/reminders/schema";

/** Thirty zones: halves and quarters of an hour, both hemispheres, both sides of the date line, odd changes of clocks. */
export const zones = [
  ...["Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "UTC"],
  ...[
    "America/New_York",
    "America/Los_Angeles",
    "America/Denver",
    "America/Phoenix",
    "America/Sao_Paulo",
    "America/Havana",
  ],
  ...["Europe/London", "Europe/Madrid", "Europe/Dublin", "Atlantic/Azores", "Africa/Cairo", "Asia/Tehran"],
  ...["Asia/Kolkata", "Asia/Tokyo", "Asia/Beirut", "Australia/Adelaide", "Australia/Eucla", "Pacific/Chatham"],
  ...[
    "Pacific/Kiritimati",
    "Pacific/Honolulu",
    "Pacific/Marquesas",
    "America/Nuuk",
    "America/Santiago",
    "Antarctica/Troll",
  ],
];

const minute = 60_000;
const day = 86_400_000;
/** Every quarter of an hour somebody's clock shows a full one. */
const quarter = 15 * minute;
/** How often the sweep looks, in the simulation. */
const step = 60 * minute;

/** A window of homework, with when it was answered. */
interface Window {
  opensOn: string;
  dueOn: string;
  answeredAt: Date | null;
}

/** A person's year, told before it begins. */
export interface Life {
  settings: PlanSettings;
  /** Their settings from an instant on: they moved. */
  moves: { at: Date; timeZone: string } | null;
  joinedAt: Date;
  windows: Window[];
  /** Mondays of weeks that they rate, and when. */
  rated: Map<string, Date>;
  replies: { id: string; at: Date }[];
}

/** A stretch in which no process ran. */
export interface Down {
  from: number;
  to: number;
}

const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const dateMs = (date: string) => Date.parse(`${date}T00:00:00Z`);
const plus = (date: string, days: number) => text(dateMs(date) + days * day);
/** Monday is 0. */
const weekdayOf = (date: string) => (new Date(dateMs(date)).getUTCDay() + 6) % 7;

/** The wall clock of a zone as the platform's own tables tell it, kept by instant: the model's only source of zones. */
const wallFormats = new Map<string, Intl.DateTimeFormat>();
export function wall(ms: number, timeZone: string): { date: string; hour: number; minute: number } {
  const format =
    wallFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      ...{
        timeZone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      },
    });
  wallFormats.set(timeZone, format);
  const [date = "", time = ""] = format.format(ms).split(", ");
  return { date, hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}

const isQuiet = (hour: number, { quietFrom: from, quietTo: to }: PlanSettings) =>
  from !== null && to !== null && from !== to && (from < to ? hour >= from && hour < to : hour >= from || hour < to);

/**
 * The model of a planned hour, by looking at the wall quarter by quarter: the first quarter of the date at or after the hour;
 * where that is quiet, the first that is not, on the same date; else the start of the last hour before the quiet ones.
 */
const slots = new Map<string, number>();
function modelSlot(date: string, settings: PlanSettings): number {
  const key = `${date} ${settings.timeZone} ${settings.reminderHour} ${settings.quietFrom} ${settings.quietTo}`;
  const known = slots.get(key);
  if (known !== undefined) return known;
  const quarters: { ms: number; hour: number; minute: number }[] = [];
  for (let ms = dateMs(date) - 15 * 3_600_000; ms < dateMs(date) + 39 * 3_600_000; ms += quarter) {
    const shown = wall(ms, settings.timeZone);
    if (shown.date === date) quarters.push({ ms, ...shown });
  }
  const wanted = quarters.find((one) => one.hour >= settings.reminderHour)?.ms ?? Number.NaN;
  const free = quarters.find((one) => one.ms >= wanted && !isQuiet(one.hour, settings));
  const before = quarters.find((one) => one.hour === (settings.quietFrom ?? 0) - 1);
  const found = free?.ms ?? before?.ms ?? wanted;
  slots.set(key, found);
  return found;
}

const wants = (date: string, days: number) => Math.floor(days / 2 ** weekdayOf(date)) % 2 === 1;
function lastDay(first: string, last: string, days: number): string | null {
  for (let date = last; date >= first; date = plus(date, -1)) if (wants(date, days)) return date;
  return null;
}
function nextDay(from: string, days: number): string {
  let date = from;
  while (!wants(date, days)) date = plus(date, 1);
  return date;
}
const weekName = (monday: string) => {
  const year = plus(monday, 3).slice(0, 4);
  const first = plus(`${year}-01-04`, -weekdayOf(`${year}-01-04`));
  return `${year}-W${String(Math.round((dateMs(monday) - dateMs(first)) / (7 * day)) + 1).padStart(2, "0")}`;
};

/** A row of the ledger in words: kind, subject, the instant that it was owed for, and why it did not go. */
export const line = ({ kind, subject, dueAt, reason }: Owed) =>
  `${kind} ${subject} ${dueAt.toISOString()} ${reason ?? "sent"}`;

const settingsAt = (life: Life, ms: number): PlanSettings =>
  life.moves && ms >= life.moves.at.getTime() ? { ...life.settings, timeZone: life.moves.timeZone } : life.settings;

/** What the simulated rows hold, as the year goes on. */
class Rows {
  readonly ledger = new Map<string, Owed>();
  private lastMissed: Date | null = null;
  private readonly answers: number[];
  private answered = 0;
  private first = 0;

  constructor(private readonly life: Life) {
    this.answers = life.windows
      .flatMap((one) => (one.answeredAt ? [one.answeredAt.getTime()] : []))
      .sort((a, b) => a - b);
  }

  add(owed: Owed): void {
    const key = `${owed.kind} ${owed.subject}`;
    if (this.ledger.has(key)) return;
    this.ledger.set(key, owed);
    if (owed.kind === "HOMEWORK_MISSED" && owed.reason !== "STALE") this.lastMissed = owed.dueAt;
  }

  private known(kind: ReminderKind, subject: string): boolean {
    return this.ledger.has(`${kind} ${subject}`);
  }

  /** Unanswered windows around an instant; asked in the order of time. */
  private open(ms: number): Window[] {
    const [past, soon] = [text(ms - 14 * day), text(ms + (this.life.settings.days === 127 ? 1 : 7) * day)];
    const { windows } = this.life;
    while ((windows[this.first]?.dueOn ?? soon) < past) this.first++;
    const found: Window[] = [];
    for (let index = this.first; (windows[index]?.dueOn ?? "~") <= soon; index++) {
      const one = windows[index];
      if (one && !(one.answeredAt && one.answeredAt.getTime() <= ms)) found.push(one);
    }
    return found;
  }

  /** What rows would say at an instant. */
  at(ms: number): PartnerState {
    while ((this.answers[this.answered] ?? Number.POSITIVE_INFINITY) <= ms) this.answered++;
    const lastAnswer = this.answers[this.answered - 1];
    const { joinedAt: since, rated, replies } = this.life;
    const open = this.open(ms);
    const monday = plus(text(ms), -weekdayOf(text(ms)));
    return {
      due: open.filter((one) => !this.known("HOMEWORK_DUE", one.dueOn)).map((one) => ({ ...one, since })),
      missed: open.filter((one) => !this.known("HOMEWORK_MISSED", one.dueOn)).map((one) => ({ ...one, since })),
      pulse: [plus(monday, -7), monday]
        .filter((one) => !this.known("WEEKLY_PULSE", weekName(one)))
        .filter((one) => !((rated.get(one)?.getTime() ?? Number.POSITIVE_INFINITY) <= ms))
        .map((one) => ({ monday: one, since })),
      replies: replies.filter(
        (one) => one.at.getTime() <= ms && one.at.getTime() > ms - 14 * day && !this.known("REPLY", one.id),
      ),
      lastAnswerAt: lastAnswer === undefined ? null : new Date(lastAnswer),
      lastMissedAt: this.lastMissed,
    };
  }
}

/**
 * The product's planner, run every hour of a year as the sweep runs it: what is in the ledger already is not looked at again.
 */
export function simulate(life: Life, from: number, to: number, down: readonly Down[]): string[] {
  const rows = new Rows(life);
  for (let ms = from; ms <= to; ms += step) {
    if (down.some((one) => one.from <= ms && ms < one.to)) continue;
    for (const owed of planPartner(rows.at(ms), settingsAt(life, ms), new Date(ms))) rows.add(owed);
  }
  return [...rows.ledger.values()].map(line).sort();
}

type Row = { kind: string; subject: string; at: number; reason: string };

/** What becomes of something that is seen on a day: what its reader stopped by then does not go, whether late or not. */
function fate(kind: ReminderKind, { settings, seen }: { settings: PlanSettings; seen: number }, late: boolean): string {
  const stop = settings.stopped.find((one) => one.kind === kind);
  if (stop && stop.until === null) return "UNSUBSCRIBED";
  if (stop?.until && wall(seen, settings.timeZone).date <= stop.until) return "PAUSED";
  return late ? "STALE" : "sent";
}

/** The first instant at or after `ms` at which a process ran. */
function seenAt(ms: number, from: number, down: readonly Down[]): number {
  let seen = Math.max(from, Math.ceil(ms / step) * step);
  for (const one of down) if (one.from <= seen && seen < one.to) seen = Math.ceil(one.to / step) * step;
  return seen;
}

/** When a thing that is owed for a moment of a date is first seen, in the zone of that time; moves are looked through. */
function firstSeen(life: Life, slot: (settings: PlanSettings) => number, from: number, down: readonly Down[]) {
  const zonesOfLife = [life.settings, ...(life.moves ? [settingsAt(life, Number.POSITIVE_INFINITY)] : [])];
  for (const [index, settings] of zonesOfLife.entries()) {
    const begins = index === 0 ? from : (life.moves?.at.getTime() ?? from);
    const at = slot(settings);
    const seen = Math.max(seenAt(at, from, down), seenAt(begins, from, down));
    const ends = index === 0 && life.moves ? life.moves.at.getTime() : Number.POSITIVE_INFINITY;
    if (seen < ends) return { at, seen, settings };
  }
  return null;
}

/**
 * The independent model: for each due date and week, when it should come and what should have become of it, told one by one from
 * the promises in words. It knows no planner, no ledger and no library of zones.
 */
export function expected(life: Life, from: number, to: number, down: readonly Down[]): string[] {
  const rows: Row[] = [];
  const { days } = life.settings;
  const joined = life.joinedAt.getTime();
  // Several windows with one due date are one thing to a reader.
  const add = (kind: string, subject: string, at: number, reason: string) => {
    if (!rows.some((one) => one.kind === kind && one.subject === subject)) rows.push({ kind, subject, at, reason });
  };
  for (const one of life.windows) {
    const sendOn = lastDay(one.opensOn, one.dueOn, days);
    const found = sendOn && firstSeen(life, (settings) => modelSlot(sendOn, settings), from, down);
    if (!found || found.seen > to || found.at < joined) continue;
    if (one.answeredAt && one.answeredAt.getTime() <= found.seen) continue;
    if (found.seen - dateMs(one.dueOn) > 15 * day) continue;
    add(
      "HOMEWORK_DUE",
      one.dueOn,
      found.at,
      fate("HOMEWORK_DUE", found, wall(found.seen, found.settings.timeZone).date > one.dueOn),
    );
  }
  addMissed(life, from, to, down, add);
  const mondayOfStart = plus(text(from), -weekdayOf(text(from)));
  for (let monday = plus(mondayOfStart, -7); dateMs(monday) <= to; monday = plus(monday, 7)) {
    const sunday = plus(monday, 6);
    const sendOn = lastDay(monday, sunday, days) ?? sunday;
    const found = firstSeen(life, (settings) => modelSlot(sendOn, settings), from, down);
    if (!found || found.seen > to || found.at < joined) continue;
    const ratedAt = life.rated.get(monday)?.getTime();
    if (ratedAt !== undefined && ratedAt <= found.seen) continue;
    // The sweep looks at this week and the last one.
    if (found.seen >= dateMs(monday) + 14 * day) continue;
    add(
      "WEEKLY_PULSE",
      weekName(monday),
      found.at,
      fate("WEEKLY_PULSE", found, wall(found.seen, found.settings.timeZone).date > sunday),
    );
  }
  return rows.map((row) => `${row.kind} ${row.subject} ${new Date(row.at).toISOString()} ${row.reason}`).sort();
}

/** Missed: walks the year date by date as a person would, remembering whether they were reminded since they last answered. */
function addMissed(
  life: Life,
  from: number,
  to: number,
  down: readonly Down[],
  add: (kind: string, subject: string, at: number, reason: string) => void,
): void {
  const answers = life.windows
    .flatMap((one) => (one.answeredAt ? [one.answeredAt.getTime()] : []))
    .sort((a, b) => a - b);
  const lastAnswerBefore = (ms: number) => answers.filter((one) => one <= ms).at(-1) ?? null;
  const candidates = life.windows.flatMap((one) => {
    const day_ = nextDay(plus(one.dueOn, 1), life.settings.days);
    const found = firstSeen(life, (settings) => modelSlot(day_, settings), from, down);
    return found && found.seen <= to
      ? [{ ...found, dueOn: one.dueOn, day: day_, answeredAt: one.answeredAt?.getTime() ?? null }]
      : [];
  });
  candidates.sort((a, b) => a.seen - b.seen || a.dueOn.localeCompare(b.dueOn));
  let reminded: number | null = null;
  for (const one of candidates) {
    if (one.at < life.joinedAt.getTime() || (one.answeredAt !== null && one.answeredAt <= one.seen)) continue;
    const answered = lastAnswerBefore(one.seen);
    if (reminded !== null && (answered === null || answered <= reminded)) continue;
    if (answered !== null && wall(answered, one.settings.timeZone).date > one.dueOn) continue;
    if (one.seen - dateMs(one.dueOn) > 15 * day) continue;
    const stale = wall(one.seen, one.settings.timeZone).date > plus(one.day, 1);
    const reason = fate("HOMEWORK_MISSED", one, stale);
    add("HOMEWORK_MISSED", one.dueOn, one.at, reason);
    if (reason !== "STALE") reminded = one.at;
  }
}

/** Whether a reply went with the first planned reminder after it, or with the weekly time, whichever was first. */
export function replyFaults(life: Life, lines: readonly string[], to: number): string[] {
  const rows = lines.map((one) => one.split(" "));
  const planned = rows
    .filter(([kind, , , reason]) => kind !== "REPLY" && reason === "sent")
    .map(([, , at = ""]) => Date.parse(at));
  const faults: string[] = [];
  for (const reply of life.replies) {
    const told = rows.filter(([kind, subject]) => kind === "REPLY" && subject === reply.id);
    const at = Date.parse(told[0]?.[2] ?? "");
    if (told.length > 1) faults.push(`${reply.id} twice`);
    if (told.length === 0 && reply.at.getTime() < to - 8 * day) faults.push(`${reply.id} never`);
    if (told.length === 1 && at < reply.at.getTime()) faults.push(`${reply.id} before it was written`);
    const next = planned.filter((one) => one >= reply.at.getTime()).sort((a, b) => a - b)[0];
    if (told.length === 1 && next !== undefined && at > next) faults.push(`${reply.id} passed by a planned reminder`);
  }
  return faults;
}

/** Reminders that came in quiet hours or on a day that was not wanted; told from the wall alone. */
export function quietFaults(life: Life, lines: readonly string[]): string[] {
  return lines.filter((one) => {
    const ms = Date.parse(one.split(" ")[2] ?? "");
    const zonesOfLife = [life.settings.timeZone, ...(life.moves ? [life.moves.timeZone] : [])];
    return zonesOfLife.every((timeZone) => {
      const shown = wall(ms, timeZone);
      return isQuiet(shown.hour, life.settings) || !wants(shown.date, life.settings.days);
    });
  });
}

const cadences = ["daily", "weekly", "twoWeeks", "monthly", "odd", "oftenAWeek"] as const;
const lengths = { daily: 1, weekly: 7, twoWeeks: 14, monthly: 28, odd: 3, oftenAWeek: 7 };

/** What people stop from the beginning: a kind for good, another one for half a year; every fourth stops nothing. */
function stopsOf(index: number, from: number): PlanSettings["stopped"] {
  const until = text(from + (150 + (index % 60)) * day);
  const all: PlanSettings["stopped"] = [
    { kind: "HOMEWORK_DUE", until: index % 8 < 4 ? null : until },
    { kind: "HOMEWORK_MISSED", until },
    { kind: "WEEKLY_PULSE", until: index % 8 < 4 ? until : null },
  ];
  return all.slice(0, index % 4);
}

/** A person whose year is drawn from a seed; `index` spreads zones and cadences evenly. */
export function life(index: number, from: number, to: number): Life {
  const [drawn] = fc.sample(
    fc.record({
      reminderHour: fc.integer({ min: 0, max: 23 }),
      quiet: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))),
      days: fc.oneof(fc.constant(127), fc.integer({ min: 1, max: 127 })),
      chance: fc.integer({ min: 0, max: 10 }),
      moves: fc.option(
        fc.record({ part: fc.double({ min: 0.1, max: 0.9, noNaN: true }), zone: fc.constantFrom(...zones) }),
      ),
      noise: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 800, maxLength: 800 }),
    }),
    { numRuns: 1, seed: 7_919 * (index + 1) },
  );
  if (!drawn) throw new Error("nothing was drawn");
  const noise = (n: number) => (drawn.noise[n % drawn.noise.length] ?? 0) / 1_000_000;
  const cadence = cadences[(index + Math.floor(index / zones.length)) % cadences.length] ?? "weekly";
  const length = lengths[cadence];
  const times = cadence === "oftenAWeek" ? 3 : 1;
  const windows: Window[] = [];
  const rated = new Map<string, Date>();
  for (let date = text(from), n = 0; dateMs(date) < to; date = plus(date, length), n++) {
    const dueOn = plus(date, length - 1);
    for (let time = 0; time < times; time++) {
      const answers = noise(n + 100 * time) * 10 < drawn.chance;
      const at = dateMs(date) + noise(n + 100 * time + 1) * length * day;
      windows.push({ opensOn: date, dueOn, answeredAt: answers ? new Date(Math.round(at)) : null });
    }
  }
  for (
    let monday = plus(text(from), 7 - weekdayOf(text(from))), n = 300;
    dateMs(monday) < to;
    monday = plus(monday, 7), n++
  )
    if (noise(n) < 0.4) rated.set(monday, new Date(dateMs(monday) + Math.round(noise(n + 1) * 6.9 * day)));
  const replies = Array.from({ length: 12 }, (_, n) => ({
    id: `r${n}`,
    at: new Date(from + Math.round(noise(500 + n) * (to - from))),
  }));
  return {
    settings: {
      timeZone: zones[index % zones.length] ?? "UTC",
      ...{ reminderHour: drawn.reminderHour, quietFrom: drawn.quiet?.[0] ?? null, quietTo: drawn.quiet?.[1] ?? null },
      ...{ days: drawn.days, stopped: stopsOf(index, from) },
    },
    moves:
      drawn.moves && index % 3 === 0
        ? { at: new Date(Math.round(from + drawn.moves.part * (to - from))), timeZone: drawn.moves.zone }
        : null,
    joinedAt: new Date(from + 3 * 3_600_000),
    ...{ windows, rated, replies },
  };
}

/** Five nights and weeks of a year in which nothing ran. */
export function downtimes(from: number): Down[] {
  return [
    { at: 20, days: 0.3 },
    { at: 66.9, days: 0.2 },
    { at: 120, days: 2.5 },
    { at: 200, days: 6 },
    { at: 304.1, days: 1 },
  ].map(({ at, days }) => ({ from: from + at * day, to: from + (at + days) * day }));
}
