import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyOf } from "@/tests/factories/arbitrary";
import {
  backAt,
  heardTalks,
  type Rules,
  running,
  secondsLeft,
  speakerOf,
  type Talk,
  type TimedEvent,
  talksOf,
} from "./fold";
import { type TimerEvent, timer } from "./schema";

const rules: Rules = { turnMinutes: 4, turns: 4, breakMinutes: 20 };
const begun = Date.UTC(2026, 10, 24, 18);
const seconds = (count: number) => begun + count * 1000;
const start = (more: Partial<Extract<TimerEvent, { type: "start" }>> = {}): TimerEvent => ({
  v: 1,
  type: "start",
  first: 1,
  phones: 2,
  topic: 0,
  ...more,
});
const turned = (type: "end-turn" | "break" | "resume", turn = 0): TimerEvent => ({ v: 1, type, turn });
const answer = (given: "gotIt" | "almost" | "sayAgain", turn = 0): TimerEvent => ({
  v: 1,
  type: "answer",
  turn,
  answer: given,
});
const stop: TimerEvent = { v: 1, type: "stop" };

/** Events of [second, whose, what]. */
const talks = (...list: [second: number, position: 1 | 2, event: TimerEvent][]) =>
  talksOf(
    list.map(([second, position, event]): TimedEvent => ({ event, position, at: seconds(second) })),
    rules,
  );
const only = (...list: Parameters<typeof talks>): Talk => {
  const found = talks(...list);
  expect(found).toHaveLength(1);
  return found[0] as Talk;
};

describe("a talk in turns", () => {
  it("begins with whoever was chosen, for the whole turn", () => {
    const talk = only([0, 1, start({ first: 2 })]);
    expect(speakerOf(talk)).toBe(2);
    expect(secondsLeft(talk, seconds(0), rules)).toBe(240);
  });

  it("loses nothing while a screen is locked: the seconds left follow the clock alone", () => {
    const talk = only([0, 1, start()]);
    expect([1, 100, 239, 240, 4000].map((second) => secondsLeft(talk, seconds(second), rules))).toEqual([
      239, 140, 1, 0, 0,
    ]);
    expect(talk.state.phase).toBe("speaking");
  });

  it("shows no more than a turn to a phone whose clock is behind", () => {
    expect(secondsLeft(only([0, 1, start()]), seconds(-30), rules)).toBe(240);
  });

  it("ends a turn by the speaker alone, and then the listener sums up", () => {
    expect(only([0, 1, start()], [10, 2, turned("end-turn")]).state.phase).toBe("speaking");
    expect(only([0, 1, start()], [10, 1, turned("end-turn")]).state).toEqual({ phase: "summing", again: false });
  });

  it("lets the speaker alone answer the summary", () => {
    const summed = [
      [0, 1, start()],
      [10, 1, turned("end-turn")],
    ] as Parameters<typeof talks>;
    expect(only(...summed, [20, 2, answer("gotIt")]).state.phase).toBe("summing");
    const next = only(...summed, [20, 1, answer("gotIt")]);
    expect([speakerOf(next), next.turn, secondsLeft(next, seconds(20), rules)]).toEqual([2, 1, 240]);
    expect(only(...summed, [20, 1, answer("almost")]).state).toEqual({ phase: "summing", again: true });
    const again = only(...summed, [20, 1, answer("sayAgain")]);
    expect([speakerOf(again), again.turn, again.state.phase]).toEqual([1, 0, "speaking"]);
  });

  it("takes the steps of both turns from the one phone that is passed", () => {
    const one = start({ phones: 1 });
    const talk = only(
      [0, 1, one],
      [10, 1, turned("end-turn")],
      [20, 1, answer("gotIt")],
      [30, 1, turned("end-turn", 1)],
      [40, 1, answer("gotIt", 1)],
    );
    expect([talk.turn, talk.spoken, speakerOf(talk)]).toEqual([2, 2, 1]);
  });

  it("counts a step once when both phones, or one phone twice, send it", () => {
    const twice = only(
      [0, 1, start()],
      [0, 2, start({ first: 2 })],
      [10, 1, turned("end-turn")],
      [11, 1, turned("end-turn")],
      [20, 1, answer("gotIt")],
      [21, 1, answer("gotIt")],
    );
    expect([twice.first, twice.turn, twice.spoken]).toEqual([1, 1, 1]);
  });

  it("gives either a break, with a time to return, and keeps what was left of the turn", () => {
    const pausing = only([0, 1, start()], [60, 2, turned("break")]);
    expect(backAt(pausing, rules)).toBe(seconds(60 + 20 * 60));
    expect(secondsLeft(pausing, seconds(5000), rules)).toBe(180);
    const back = only([0, 1, start()], [60, 2, turned("break")], [3000, 1, turned("resume")]);
    expect(secondsLeft(back, seconds(3010), rules)).toBe(170);
    expect(backAt(back, rules)).toBeNull();
    const within = only(
      [0, 1, start()],
      [9, 1, turned("end-turn")],
      [10, 1, answer("almost")],
      [20, 1, turned("break")],
      [30, 2, turned("resume")],
    );
    expect(within.state).toEqual({ phase: "summing", again: true });
  });

  it("is done after the last turn, and can be stopped by either before", () => {
    const steps = [0, 1, 2, 3].flatMap((turn): Parameters<typeof talks> => {
      const speaker = turn % 2 === 0 ? 1 : 2;
      return [
        [turn * 100 + 1, speaker, turned("end-turn", turn)],
        [turn * 100 + 2, speaker, answer("gotIt", turn)],
      ];
    });
    const done = only([0, 1, start()], ...steps);
    expect([done.state.phase, done.spoken, running(done)]).toEqual(["done", 4, false]);
    expect(only([0, 1, start()], [5, 2, stop]).state.phase).toBe("stopped");
    expect(talks([0, 1, start()], ...steps, [900, 2, start({ first: 2 })])).toHaveLength(2);
  });

  it("counts as heard only where both were", () => {
    const heard = [
      [0, 1, start({ phones: 1 })],
      [1, 1, turned("end-turn")],
      [2, 1, answer("gotIt")],
    ] as Parameters<typeof talks>;
    expect(heardTalks(talks(...heard, [9, 1, stop]))).toBe(0);
    expect(heardTalks(talks(...heard, [3, 1, turned("end-turn", 1)], [4, 1, answer("gotIt", 1)], [9, 1, stop]))).toBe(
      1,
    );
  });

  it("holds whatever comes in, in whatever order", () => {
    const anyEvent = fc.record({
      event: anyOf(timer.entries.event.body),
      position: fc.constantFrom(1 as const, 2 as const),
      at: fc.integer({ min: begun, max: begun + 9_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.integer({ min: 0, max: 9_000 }), (events, second) => {
        const sorted = events.toSorted((one, other) => one.at - other.at);
        const found = talksOf(sorted, rules);
        for (const [index, talk] of found.entries()) {
          expect(running(talk) && index < found.length - 1).toBe(false);
          expect(talk.turn).toBeLessThan(rules.turns);
          expect(talk.spoken).toBeLessThanOrEqual(rules.turns);
          const left = secondsLeft(talk, seconds(second), rules);
          expect(left === null || (left >= 0 && left <= 240)).toBe(true);
        }
        // A phone that missed the last events catches up: the past of a talk never changes.
        const before = talksOf(sorted.slice(0, -1), rules);
        expect(found.slice(0, Math.max(0, before.length - 1))).toEqual(before.slice(0, -1));
      }),
    );
  });
});
