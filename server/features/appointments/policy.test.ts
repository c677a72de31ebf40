import { expect, it } from "vitest";
import { instantAtTime, wallTime } from "@/server/clock";
import { maySchedule, rhythmDays, stateOf } from "./policy";

it("a rhythm has its days from its first one on, whatever week one begins to count in", () => {
  const rhythm = { startsOn: "2026-11-25", weeks: 2 };
  expect(rhythmDays(rhythm, "2026-01-01", "2026-12-25")).toEqual(["2026-11-25", "2026-12-09", "2026-12-23"]);
  expect(rhythmDays(rhythm, "2026-12-09", "2026-12-25")).toEqual(["2026-12-09", "2026-12-23"]);
  expect(rhythmDays(rhythm, "2026-12-10", "2026-12-20")).toEqual([]);
});

it("a rhythm crosses a leap day on its weekday", () => {
  expect(rhythmDays({ startsOn: "2028-02-22", weeks: 1 }, "2028-02-22", "2028-03-08")).toEqual([
    "2028-02-22",
    "2028-02-29",
    "2028-03-07",
  ]);
});

it("an hour stays on the wall when clocks change, and one that a spring skips moves forward", () => {
  const zone = "America/New_York";
  expect(instantAtTime("2026-10-31", "10:30", zone).toISOString()).toBe("2026-10-31T14:30:00.000Z");
  expect(instantAtTime("2026-11-07", "10:30", zone).toISOString()).toBe("2026-11-07T15:30:00.000Z");
  expect(wallTime(instantAtTime("2026-03-08", "02:30", zone), zone)).toBe("03:30");
});

it("coordinators, owners and whoever treats the couple schedule; another therapist does not", () => {
  const who = (roles: string[], clinicianCouples: string[] = []) => maySchedule({ roles, clinicianCouples }, "one");
  expect([who(["COORDINATOR"]), who(["OWNER"]), who(["THERAPIST"], ["one"]), who(["THERAPIST"], ["two"])]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it("what was skipped stays skipped in time away", () => {
  expect([
    stateOf({ skippedAt: null, away: false }),
    stateOf({ skippedAt: null, away: true }),
    stateOf({ skippedAt: 1, away: true }),
  ]).toEqual(["PLANNED", "AWAY", "SKIPPED"]);
});
