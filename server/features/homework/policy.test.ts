import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/server/clock";
import { isEditable, isOpen, knownToBoth, partOfDay, windowsOf } from "./policy";

const cadences = fc.record({
  every: fc.constantFrom("day" as const, "week" as const, "two-weeks" as const),
  times: fc.integer({ min: 1, max: 7 }),
});
const day = fc.integer({ min: 0, max: 3650 }).map((offset) => addDays("2024-01-01", offset));

describe("the windows of an assignment", () => {
  it("are seven days each when weekly, the first opening on the day it starts", () => {
    expect(windowsOf({ every: "week", times: 1 }, "2026-11-23", null, "2026-12-06")).toEqual([
      { ordinal: 0, opensOn: "2026-11-23", dueOn: "2026-11-29" },
      { ordinal: 1, opensOn: "2026-11-30", dueOn: "2026-12-06" },
    ]);
  });

  it("are several rows with one window when asked n times a week", () => {
    const windows = windowsOf({ every: "week", times: 3 }, "2026-11-23", null, "2026-11-24");
    expect(windows.map((one) => one.ordinal)).toEqual([0, 1, 2]);
    expect(new Set(windows.map((one) => one.opensOn))).toEqual(new Set(["2026-11-23"]));
  });

  it("cross a leap day and a year's end without losing a day", () => {
    const windows = windowsOf({ every: "day", times: 1 }, "2028-02-27", null, "2028-03-02");
    expect(windows.map((one) => one.opensOn)).toEqual([
      "2028-02-27",
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
      "2028-03-02",
    ]);
  });

  it("are cut short by the end date", () => {
    expect(windowsOf({ every: "two-weeks", times: 1 }, "2026-11-23", "2026-11-30", "2027-01-01")).toEqual([
      { ordinal: 0, opensOn: "2026-11-23", dueOn: "2026-11-30" },
    ]);
  });

  it("never gap, never overlap and keep their ordinals when looked at later", () => {
    fc.assert(
      fc.property(
        cadences,
        day,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (cadence, start, span, more) => {
          const early = windowsOf(cadence, start, null, addDays(start, span));
          const late = windowsOf(cadence, start, null, addDays(start, span + more));
          expect(late.slice(0, early.length)).toEqual(early);
          expect(late.map((one) => one.ordinal)).toEqual(late.map((_, index) => index));
          for (const [index, one] of late.entries()) {
            const next = late[index + cadence.times];
            if (next) expect(daysBetween(one.dueOn, next.opensOn)).toBe(1);
          }
        },
      ),
    );
  });
});

describe("an answer", () => {
  const window = { opensOn: "2026-11-20", dueOn: "2026-11-26" };

  it("may be given from the day its window opens to the day it is due", () => {
    expect(["2026-11-19", "2026-11-20", "2026-11-26", "2026-11-27"].map((today) => isOpen(window, today))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("may be changed while its window is open, and the day after it was given", () => {
    expect(isEditable(window, "2026-11-26", "2026-11-27")).toBe(true);
    expect(isEditable(window, "2026-11-26", "2026-11-28")).toBe(false);
    expect(isEditable(window, "2026-11-20", "2026-11-25")).toBe(true);
  });
});

it("lets the therapist decide who knows only of what one does alone", () => {
  expect([knownToBoth("JUST_YOU", false), knownToBoth("JUST_YOU", true), knownToBoth("EACH", false)]).toEqual([
    false,
    true,
    true,
  ]);
});

it("greets by the local hour", () => {
  expect([3, 4, 11, 12, 17, 18, 23].map(partOfDay)).toEqual([
    "evening",
    "morning",
    "morning",
    "afternoon",
    "afternoon",
    "evening",
    "evening",
  ]);
});
