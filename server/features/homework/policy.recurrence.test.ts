import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, addYears, instantAtTime } from "@/server/clock";
import { rhythmDays } from "../appointments/policy";
import { type Grid, gridWindows, nextGrid } from "./policy.grid";

/** Windows and appointments against another's reading of RFC 5545, over ten years. */
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const rules = {
  day: "FREQ=DAILY",
  week: "FREQ=WEEKLY",
  "two-weeks": "FREQ=WEEKLY;INTERVAL=2",
} as const;

const weekdayOf = (day: string) => weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? "MO";

/** The days of a rule from a first one on, both ends inclusive. */
function reference(rule: string, from: string, until: string, weekStart: string): string[] {
  const byDay = rule.includes("WEEKLY") ? `;BYDAY=${weekdayOf(from)}` : "";
  const rruleString = `DTSTART;TZID=UTC:${from.replaceAll("-", "")}T000000\nRRULE:${rule}${byDay};WKST=${weekStart};UNTIL=${until.replaceAll("-", "")}T000000Z`;
  return new RRuleTemporal({ rruleString }).all().map((one) => one.toPlainDate().toString());
}

/** Every day of a year with a leap day in it, and of the year after. */
const starts = fc.integer({ min: 0, max: 730 }).map((days) => addDays("2027-07-01", days));
const every = fc.constantFrom("day" as const, "week" as const, "two-weeks" as const);
const weekStart = fc.constantFrom(...weekdays);

const opens = (grid: Grid, until: string) => [...new Set(gridWindows(grid, until).map((one) => one.opensOn))];
const gridFrom = (gridOn: string, one: keyof typeof rules, times = 1): Grid => ({
  cadence: { every: one, times },
  gridOn,
  gridOrdinal: 0,
  endsOn: null,
});

describe("ten years of windows", () => {
  it("open on the days of a reference rule, whatever day a week begins on", () => {
    fc.assert(
      fc.property(every, starts, weekStart, (one, start, first) => {
        const until = addYears(start, 10);
        expect(opens(gridFrom(start, one), until)).toEqual(reference(rules[one], start, until, first));
      }),
      { numRuns: 25 },
    );
  });

  it("begin on every weekday and on a leap day as the rule does, and cover each day once", () => {
    for (const start of [...Array.from({ length: 7 }, (_, days) => addDays("2026-11-23", days)), "2028-02-29"])
      for (const one of ["week", "two-weeks"] as const) {
        const until = addYears(start, 10);
        expect(opens(gridFrom(start, one, 3), until)).toEqual(reference(rules[one], start, until, "SU"));
        const windows = gridWindows(gridFrom(start, one), until);
        for (const [index, window] of windows.entries()) {
          const next = windows[index + 1];
          if (next) expect(addDays(window.dueOn, 1)).toBe(next.opensOn);
        }
      }
  });

  it("go on from a changed cadence as a rule that starts there", () => {
    fc.assert(
      fc.property(every, every, starts, fc.integer({ min: 0, max: 400 }), (one, two, start, days) => {
        const today = addDays(start, days);
        const before = gridFrom(start, one, 2);
        const { gridOn, gridOrdinal } = nextGrid(before, today);
        const until = addYears(gridOn, 10);
        const after = { ...before, ...nextGrid(before, today), cadence: { every: two, times: 2 } };
        expect(opens(after, until)).toEqual(reference(rules[two], gridOn, until, "MO"));
        // The change begins where the old rule would have had a day, and the ordinals go on from there.
        const old = reference(rules[one], start, gridOn, "MO");
        expect([old.at(-1), (old.length - 1) * 2]).toEqual([gridOn, gridOrdinal]);
      }),
      { numRuns: 15 },
    );
  });
});

describe("ten years of appointments", () => {
  it("fall on the days of a reference rule, and keep their hour on the wall through every change of clocks", () => {
    const zones = fc.constantFrom("America/New_York", "Europe/Madrid", "Asia/Kathmandu", "Pacific/Auckland");
    const weeks = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(weeks, starts, weekStart, zones, (count, startsOn, first, zone) => {
        const until = addYears(startsOn, 10);
        const days = rhythmDays({ startsOn, weeks: count }, startsOn, until);
        expect(days).toEqual(reference(`FREQ=WEEKLY;INTERVAL=${count}`, startsOn, until, first));
        const clock = startsOn.replaceAll("-", "");
        const rruleString = `DTSTART;TZID=${zone}:${clock}T163000\nRRULE:FREQ=WEEKLY;INTERVAL=${count};COUNT=${days.length}`;
        const instants = new RRuleTemporal({ rruleString }).all().map((one) => one.epochMilliseconds);
        expect(days.map((day) => instantAtTime(day, "16:30", zone).getTime())).toEqual(instants);
      }),
      { numRuns: 15 },
    );
  });

  it("are found from any day on", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        starts,
        fc.integer({ min: -60, max: 4000 }),
        (weeks, startsOn, days) => {
          const from = addDays(startsOn, days);
          const until = addYears(startsOn, 12);
          const all = rhythmDays({ startsOn, weeks }, startsOn, until);
          expect(rhythmDays({ startsOn, weeks }, from, until)).toEqual(all.filter((day) => day >= from));
        },
      ),
      { numRuns: 20 },
    );
  });
});
