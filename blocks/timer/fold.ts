import type { TimerEvent } from "./schema";

/** One event as it was stored: by whom, and when by the server's clock (milliseconds since 1970). */
export interface TimedEvent {
  event: TimerEvent;
  position: 1 | 2;
  at: number;
}

/** What of a definition the talk hangs on. */
export interface Rules {
  turnMinutes: number;
  turns: number;
  breakMinutes: number;
}

/** What goes on within a talk. In `speaking` the clock runs; only the speaker ends that. */
type Phase =
  | { phase: "speaking"; since: number; usedBefore: number }
  /** The listener sums up; `again` after an "almost". */
  | { phase: "summing"; again: boolean }
  | {
      phase: "break";
      since: number;
      paused: { phase: "speaking"; used: number } | { phase: "summing"; again: boolean };
    }
  | { phase: "done"; at: number }
  | { phase: "stopped"; at: number };

/** A talk from its start on. `turn` counts from 0; `spoken` are the turns that ended with "got it". */
export interface Talk {
  startedAt: number;
  startedBy: 1 | 2;
  first: 1 | 2;
  phones: 1 | 2;
  topic: number | null;
  turn: number;
  spoken: number;
  breaks: number;
  state: Phase;
}

const minute = 60_000;

/** Whose turn it is: the two alternate. */
export function speakerOf(talk: Pick<Talk, "first" | "turn">): 1 | 2 {
  const other = talk.first === 1 ? 2 : 1;
  return talk.turn % 2 === 0 ? talk.first : other;
}

/** A talk that goes on. */
export type RunningTalk = Talk & { state: Extract<Phase, { phase: "speaking" | "summing" | "break" }> };

/** Whether a talk goes on. */
export function running(talk: Talk | undefined): talk is RunningTalk {
  return talk !== undefined && talk.state.phase !== "done" && talk.state.phase !== "stopped";
}

/** With one phone it lies in the speaker's hand, whosever it is; with two each acts on their own. */
const speaks = (talk: Talk, position: 1 | 2) => talk.phones === 1 || position === speakerOf(talk);

function start(event: Extract<TimerEvent, { type: "start" }>, { at, position }: TimedEvent): Talk {
  const { first, phones, topic } = event;
  const state = { phase: "speaking", since: at, usedBefore: 0 } as const;
  return { startedAt: at, startedBy: position, first, phones, topic, turn: 0, spoken: 0, breaks: 0, state };
}

function answered(talk: Talk, answer: "gotIt" | "almost" | "sayAgain", at: number, rules: Rules): Talk {
  if (answer === "almost") return { ...talk, state: { phase: "summing", again: true } };
  const speaking = { phase: "speaking", since: at, usedBefore: 0 } as const;
  if (answer === "sayAgain") return { ...talk, state: speaking };
  const spoken = talk.spoken + 1;
  const last = talk.turn + 1 >= rules.turns;
  return { ...talk, spoken, turn: last ? talk.turn : talk.turn + 1, state: last ? { phase: "done", at } : speaking };
}

function pause(talk: Talk, at: number): Talk {
  const { state } = talk;
  if (state.phase !== "speaking" && state.phase !== "summing") return talk;
  const paused =
    state.phase === "speaking" ? ({ phase: "speaking", used: state.usedBefore + at - state.since } as const) : state;
  return { ...talk, breaks: talk.breaks + 1, state: { phase: "break", since: at, paused } };
}

function resume(talk: Talk, at: number): Talk {
  if (talk.state.phase !== "break") return talk;
  const { paused } = talk.state;
  if (paused.phase === "summing") return { ...talk, state: paused };
  return { ...talk, state: { phase: "speaking", since: at, usedBefore: paused.used } };
}

/** One event upon a talk that goes on. What does not fit (another turn, not theirs, twice) changes nothing. */
function upon(talk: Talk, { event, position, at }: TimedEvent, rules: Rules): Talk {
  if (event.type === "stop") return { ...talk, state: { phase: "stopped", at } };
  if (event.type === "start" || event.turn !== talk.turn) return talk;
  const { phase } = talk.state;
  switch (event.type) {
    case "end-turn":
      return phase === "speaking" && speaks(talk, position)
        ? { ...talk, state: { phase: "summing", again: false } }
        : talk;
    case "answer":
      return phase === "summing" && speaks(talk, position) ? answered(talk, event.answer, at, rules) : talk;
    case "break":
      return pause(talk, at);
    case "resume":
      return resume(talk, at);
  }
}

/**
 * All talks that a list of events tells of, the last one last. The list stands in the order of the server's clock; the
 * outcome hangs on nothing else, so that two phones, and one that was locked for an hour, come to the same.
 */
export function talksOf(events: readonly TimedEvent[], rules: Rules): Talk[] {
  const talks: Talk[] = [];
  for (const timed of events) {
    const last = talks.at(-1);
    if (running(last)) talks[talks.length - 1] = upon(last, timed, rules);
    else if (timed.event.type === "start") talks.push(start(timed.event, timed));
  }
  return talks;
}

/** Seconds that the speaker still has, 0 when they are over; null while nobody speaks. A break keeps what was left. */
export function secondsLeft(talk: Talk, now: number, rules: Rules): number | null {
  const { state } = talk;
  const whole = rules.turnMinutes * minute;
  const left = (used: number) => Math.min(whole / 1000, Math.max(0, Math.ceil((whole - used) / 1000)));
  if (state.phase === "speaking") return left(state.usedBefore + Math.max(0, now - state.since));
  if (state.phase === "break" && state.paused.phase === "speaking") return left(state.paused.used);
  return null;
}

/** When a break is over by the clock, in milliseconds since 1970; null outside of one. It ends when one of the two says so. */
export function backAt(talk: Talk, rules: Rules): number | null {
  return talk.state.phase === "break" ? talk.state.since + rules.breakMinutes * minute : null;
}

/** Talks in which both were heard at least once: after two of them a topic of one's own is offered. */
export function heardTalks(talks: readonly Talk[]): number {
  return talks.filter((talk) => talk.spoken >= 2).length;
}
