import type { Cadence } from "@/content/schema";

/** Ratings by week, oldest first, ten weeks; `-` stands for a week without one. */
type Line = string;

export interface Homework {
  key: string;
  /** Weeks ago that it began and, if it is over, ended. */
  from: number;
  to?: number;
  /** Days from today on which it ends, for homework that runs out. */
  endsInDays?: number;
  /** It ends with the next appointment, and moves with it. */
  untilNext?: true;
  cadence: Cadence;
  mode?: "TOGETHER";
  only?: 1 | 2;
  note?: string;
}

/** One couple of the demo: who they are, how it goes, what was asked of them. */
export interface Plan {
  one: string;
  two: string;
  /** Trust, communication, intimacy, connection. */
  pulse: { one: [Line, Line, Line, Line]; two: [Line, Line, Line, Line] };
  homework: Homework[];
  /** The program that they are in: how many weeks have opened, and how many days ago the last of them did. */
  program?: { key: string; openedWeeks: number; daysIn: number };
  /** Share of windows that each answers, 0–1. */
  answers: [number, number];
  /** Nobody answered for this many days. */
  silentDays?: number;
  /** How many of the latest check-ins are not read yet. */
  unread?: number;
  /** The next one; those who are treated meet every week. */
  appointment: { inDays: number; hour: number };
  state?: "PAUSED";
  /** The second partner has not joined. */
  waiting?: true;
  spanish?: true;
  /** The states that the two live in; New York without it. */
  regions?: [string, string];
  /** False: nobody has recorded yet that each was asked alone. */
  screened?: false;
}

const weekly: Cadence = { every: "week", times: 1 };
const twice: Cadence = { every: "week", times: 2 };

/** Harbor's couples that the first therapist treats. */
export const harborPlans: Plan[] = [
  {
    one: "Alex",
    two: "Sam",
    pulse: {
      one: ["7776654433", "4445556666", "5555566655", "5566666667"],
      two: ["7777777787", "5555666677", "5556556666", "5666667777"],
    },
    homework: [
      { key: "be-curious", from: 10, to: 6, cadence: twice },
      {
        key: "keep-small-promises",
        from: 6,
        cadence: twice,
        note: "Small enough that you are sure of it. Renegotiating early counts as care.",
      },
    ],
    answers: [0.75, 0.8],
    appointment: { inDays: 2, hour: 10 },
  },
  {
    one: "Noor",
    two: "Ines",
    pulse: {
      one: ["5555665566", "5566655655", "6666566665", "5666665566"],
      two: ["44555-5566", "5555665666", "5566655566", "5556666-66"],
    },
    homework: [
      { key: "keep-small-promises", from: 8, cadence: weekly, note: "One promise a week each is enough." },
      { key: "small-gestures", from: 6, cadence: weekly, note: "Little and often. Nothing needs an answer." },
    ],
    answers: [0.85, 0.8],
    silentDays: 15,
    appointment: { inDays: 3, hour: 14 },
    spanish: true,
  },
  {
    one: "Mika",
    two: "Jo",
    pulse: {
      one: ["7778888888", "6677777778", "6666777888", "6777777888"],
      two: ["6666667777", "6666677777", "6665555543", "6666677777"],
    },
    homework: [{ key: "be-vulnerable", from: 7, cadence: weekly, note: "Stay with the first two levels for now." }],
    answers: [0.95, 0.7],
    unread: 1,
    appointment: { inDays: 4, hour: 9 },
  },
  {
    one: "Tess",
    two: "Ravi",
    pulse: {
      one: ["5556666777", "5566677778", "5566667777", "5566777788"],
      two: ["4555667777", "5556666777", "5555666777", "5566667778"],
    },
    homework: [
      { key: "make-quality-time", from: 10, to: 5, cadence: weekly, mode: "TOGETHER" },
      { key: "celebrate-small-wins", from: 5, cadence: twice },
      {
        key: "listen-actively",
        from: 3,
        untilNext: true,
        cadence: weekly,
        mode: "TOGETHER",
        note: "Light topics first. Keep to the clock.",
      },
    ],
    answers: [0.95, 0.95],
    unread: 1,
    appointment: { inDays: 5, hour: 11 },
  },
  {
    one: "Ola",
    two: "Emre",
    // The therapist's licence does not reach New Jersey.
    regions: ["NY", "NJ"],
    pulse: {
      one: ["6666777777", "4445556666", "6666666677", "6666677777"],
      two: ["6667777777", "4455556667", "6666666777", "6666667777"],
    },
    homework: [
      {
        key: "say-i",
        from: 6,
        endsInDays: 4,
        cadence: weekly,
        note: "Say one aloud on an ordinary evening, not in a hard one.",
      },
      {
        key: "be-transparent",
        from: 3,
        cadence: weekly,
        note: "Small and true. The big things come here, to the room.",
      },
    ],
    answers: [0.8, 0.85],
    appointment: { inDays: 8, hour: 16 },
  },
  {
    one: "Jun",
    two: "Bea",
    pulse: {
      one: ["7777777777", "7777777887", "6677777777", "7777787777"],
      two: ["7777777777", "7777777777", "6667777777", "7777777788"],
    },
    homework: [
      {
        key: "make-quality-time",
        from: 9,
        cadence: weekly,
        mode: "TOGETHER",
        note: "It does not need to be special. It needs to be yours.",
      },
      {
        key: "check-in-regularly",
        from: 4,
        untilNext: true,
        cadence: weekly,
        mode: "TOGETHER",
        note: "Half an hour, and then stop.",
      },
    ],
    program: { key: "hearing-each-other", openedWeeks: 2, daysIn: 2 },
    answers: [1, 1],
    appointment: { inDays: 8, hour: 17 },
  },
  {
    one: "Kit",
    two: "Dana",
    pulse: {
      one: ["-------556", "-------555", "-------666", "-------566"],
      two: ["----------", "----------", "----------", "----------"],
    },
    homework: [
      { key: "be-curious", from: 3, cadence: weekly, only: 1, note: "For you alone at first. There is no hurry." },
    ],
    answers: [1, 0],
    appointment: { inDays: 9, hour: 13 },
    waiting: true,
  },
];

/** The couple that Harbor's second therapist treats. */
export const secondPlans: Plan[] = [
  {
    one: "Priya",
    two: "Tom",
    pulse: {
      one: ["5555555566", "5555666666", "4455555555", "5555566666"],
      two: ["6666666666", "5566666666", "5555556666", "5566666666"],
    },
    homework: [{ key: "check-in-regularly", from: 10, to: 3, cadence: weekly, mode: "TOGETHER" }],
    answers: [0.6, 0.7],
    appointment: { inDays: 20, hour: 15 },
    state: "PAUSED",
  },
];

/** The couple of the therapist who is new: nothing is assigned before their licence is confirmed. */
export const newcomerPlans: Plan[] = [
  {
    one: "Lena",
    two: "Omar",
    pulse: {
      one: ["-------556", "-------566", "-------455", "-------667"],
      two: ["-------677", "-------556", "-------566", "-------666"],
    },
    homework: [],
    answers: [0, 0],
    appointment: { inDays: 4, hour: 11 },
    screened: false,
  },
];

/** Northside's couples. */
export const northsidePlans: Plan[] = [
  {
    one: "Rio",
    two: "Kai",
    regions: ["IL", "IL"],
    pulse: {
      one: ["5566667777", "5556666667", "6666677777", "5566667777"],
      two: ["5556666777", "5555666677", "6666667777", "5666667777"],
    },
    homework: [
      { key: "do-things-together", from: 8, cadence: { every: "two-weeks", times: 1 }, mode: "TOGETHER" },
      { key: "be-curious", from: 3, cadence: { every: "week", times: 3 } },
    ],
    answers: [0.9, 0.9],
    unread: 1,
    appointment: { inDays: 3, hour: 12 },
  },
  {
    one: "Lou",
    two: "Finn",
    regions: ["IL", "IL"],
    pulse: {
      one: ["6666665553", "6666666655", "6666666666", "6666666665"],
      two: ["6666666666", "6666666666", "6666666666", "6666666666"],
    },
    homework: [
      { key: "say-i", from: 5, cadence: weekly },
      { key: "apologise-and-forgive", from: 4, cadence: { every: "two-weeks", times: 1 } },
    ],
    answers: [0.7, 0.6],
    appointment: { inDays: 6, hour: 10 },
  },
];
