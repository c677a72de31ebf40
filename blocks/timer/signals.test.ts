import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { anyOf } from "@/tests/factories/arbitrary";
import { type Rules, running, secondsLeft, type TimedEvent, talksOf } from "./fold";
import { type TimerEvent, timer } from "./schema";
import { isTold, stepOf, untilTold, wakeOnTap } from "./signals";

const rules: Rules = { turnMinutes: 4, turns: 4, breakMinutes: 20 };
const begun = Date.UTC(2026, 10, 24, 18);
const at = (second: number) => begun + second * 1000;
const talk = (...list: [second: number, event: TimerEvent][]) =>
  talksOf(
    list.map(([second, event]): TimedEvent => ({ event, position: 1, at: at(second) })),
    rules,
  ).at(-1);
const start: [number, TimerEvent] = [0, { v: 1, type: "start", first: 1, phones: 1, topic: 0 }];
const step = (second: number, type: "end-turn" | "break" | "resume"): [number, TimerEvent] => [
  second,
  { v: 1, type, turn: 0 },
];
const answer = (second: number, given: "gotIt" | "almost" | "sayAgain"): [number, TimerEvent] => [
  second,
  { v: 1, type: "answer", turn: 0, answer: given },
];

describe("the signals of a talk", () => {
  it("tell that the time of a turn is up, and after a break only what was left of it", () => {
    expect(untilTold(talk(start), at(10), rules)).toBe(230_000);
    expect(untilTold(talk(start, step(60, "break"), step(900, "resume")), at(900), rules)).toBe(180_000);
  });

  it("tell that a break is over, whether somebody spoke or summed up before it", () => {
    expect(untilTold(talk(start, step(60, "break")), at(70), rules)).toBe((20 * 60 - 10) * 1000);
    expect(untilTold(talk(start, step(60, "end-turn"), step(90, "break")), at(90), rules)).toBe(20 * 60_000);
  });

  it("have nothing to wait for while the listener sums up, when the hour has passed, and without a talk", () => {
    expect(untilTold(talk(start, step(60, "end-turn")), at(61), rules)).toBeNull();
    expect(untilTold(talk(start), at(240), rules)).toBeNull();
    expect(untilTold(talk(start, step(60, "break")), at(9000), rules)).toBeNull();
    expect(untilTold(talk(start, [9, { v: 1, type: "stop" }]), at(10), rules)).toBeNull();
    expect(untilTold(undefined, at(0), rules)).toBeNull();
  });

  it("tell of every step but the end, of a turn said again too, and of nothing twice", () => {
    const summing = [start, step(60, "end-turn")];
    const steps = [
      undefined,
      talk(start),
      talk(...summing),
      talk(...summing, answer(70, "sayAgain")),
      talk(...summing, answer(70, "sayAgain"), step(80, "break")),
      talk(...summing, answer(70, "sayAgain"), step(80, "break"), step(90, "resume")),
    ].map(stepOf);
    for (const [index, one] of steps.entries()) {
      if (index > 0) expect(isTold(steps[index - 1] ?? null, one)).toBe(true);
      expect(isTold(one, one)).toBe(false);
    }
    expect(new Set(steps).size).toBe(steps.length);
    expect(isTold(steps[1] ?? null, stepOf(talk(start, [9, { v: 1, type: "stop" }])))).toBe(false);
    // Both phones may learn of an answer and the turn that follows in one and the same moment.
    expect(isTold(steps[1] ?? null, steps[3] ?? null)).toBe(true);
  });

  it("come exactly when the clock on the screen reaches nothing, whatever happened before", () => {
    const anyEvent = fc.record({
      event: anyOf(timer.entries.event.body),
      position: fc.constantFrom(1 as const, 2 as const),
      at: fc.integer({ min: begun, max: begun + 2_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.integer({ min: 0, max: 4000 }), (events, second) => {
        const start: TimedEvent = {
          event: { v: 1, type: "start", first: 1, phones: 1, topic: 0 },
          position: 1,
          at: begun,
        };
        const last = talksOf([start, ...events.toSorted((one, other) => one.at - other.at)], rules).at(-1);
        const now = Math.max(at(second), ...events.map((one) => one.at));
        const until = untilTold(last, now, rules);
        if (until === null || !running(last) || last.state.phase !== "speaking") return;
        expect(secondsLeft(last, now + until - 1, rules)).toBe(1);
        expect(secondsLeft(last, now + until, rules)).toBe(0);
      }),
    );
  });
});

describe("the first tap on a page", () => {
  it.each(["pointerup", "click", "keydown"])("wakes the sound by %s, anywhere, until it is no longer wanted", (tap) => {
    const page = new EventTarget();
    const wake = vi.fn();
    const over = wakeOnTap(page, wake);
    page.dispatchEvent(new Event(tap));
    expect(wake).toHaveBeenCalledTimes(1);
    over();
    page.dispatchEvent(new Event(tap));
    expect(wake).toHaveBeenCalledTimes(1);
  });
});
