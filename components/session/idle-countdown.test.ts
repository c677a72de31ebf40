import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { idleCountdown, idleSchedule, type Warning } from "./idle-countdown";

const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting() {
  const told: (Warning | "end" | null)[] = [];
  const countdown = idleCountdown({
    onWarning: (warning) => told.push(warning),
    onEnd: () => told.push("end"),
  });
  return { countdown, told };
}

describe("the schedule of a session's end", () => {
  it("follows the time that the server has left, for staff, partners and a page that was opened late", () => {
    const day = 12 * hour;
    expect([15, 30, 3].map((minutes) => idleSchedule({ idle: minutes * minute, absolute: day }))).toEqual([
      { warnIn: 13 * minute, endIn: 15 * minute, warning: "quiet" },
      { warnIn: 28 * minute, endIn: 30 * minute, warning: "quiet" },
      { warnIn: minute, endIn: 3 * minute, warning: "quiet" },
    ]);
    expect(idleSchedule({ idle: minute, absolute: day })).toMatchObject({ warnIn: 0, endIn: minute });
  });

  it("ends with the longest time, which nobody can prolong, whatever is left idle", () => {
    expect(idleSchedule({ idle: 15 * minute, absolute: 5 * minute })).toEqual({
      warnIn: 3 * minute,
      endIn: 5 * minute,
      warning: "last",
    });
    expect(idleSchedule({ idle: -1, absolute: hour })).toMatchObject({ endIn: 0 });
  });
});

describe("the countdown", () => {
  it("warns two minutes before the end, and ends", () => {
    const { countdown, told } = counting();
    countdown.set({ idle: 15 * minute, absolute: 12 * hour });
    vi.advanceTimersByTime(13 * minute - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(["quiet"]);
    vi.advanceTimersByTime(2 * minute);
    expect(told).toEqual(["quiet", "end"]);
  });

  it("takes the warning back when a gesture was told, in this tab or another, and begins anew", () => {
    const { countdown, told } = counting();
    countdown.set({ idle: minute, absolute: 12 * hour });
    countdown.set({ idle: 15 * minute, absolute: 12 * hour });
    expect(told).toEqual(["quiet", null]);
    vi.advanceTimersByTime(14 * minute);
    expect(told).toEqual(["quiet", null, "quiet"]);
  });

  it("warns once of the longest time, though gestures go on, and ends all the same", () => {
    const { countdown, told } = counting();
    countdown.set({ idle: 90_000, absolute: 90_000 });
    countdown.set({ idle: 80_000, absolute: 80_000 });
    expect(told).toEqual(["last"]);
    countdown.putAway();
    countdown.set({ idle: 70_000, absolute: 70_000 });
    expect(told).toEqual(["last", null]);
    vi.advanceTimersByTime(70_000);
    expect(told).toEqual(["last", null, "end"]);
  });

  it("is silent once it was stopped", () => {
    const { countdown, told } = counting();
    countdown.set({ idle: 15 * minute, absolute: 12 * hour });
    countdown.stop();
    vi.advanceTimersByTime(hour);
    expect(told).toEqual([]);
  });
});
