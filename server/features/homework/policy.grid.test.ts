import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/server/clock";
import { type Grid, gridWindows, nextGrid, type StoredWindow, windowChanges } from "./policy.grid";

const weekly: Grid = { cadence: { every: "week", times: 1 }, gridOn: "2026-11-23", gridOrdinal: 0, endsOn: null };
const cadences = fc.record({
  every: fc.constantFrom("day" as const, "week" as const, "two-weeks" as const),
  times: fc.integer({ min: 1, max: 7 }),
});

/** The rows that a grid would have had by a day, with some of them answered. */
function rowsOf(grid: Grid, until: string, answered: (ordinal: number) => boolean): StoredWindow[] {
  return gridWindows(grid, until).map((one) => ({ ...one, id: `row-${one.ordinal}`, answered: answered(one.ordinal) }));
}

/** The rows after what was found has been done. */
function applied(rows: StoredWindow[], grid: Grid, today: string, until: string): StoredWindow[] {
  const { gone, moved, missing } = windowChanges(rows, grid, today, until);
  const due = new Map(moved.map((one) => [one.id, one.dueOn]));
  return [
    ...rows.filter((row) => !gone.includes(row.id)).map((row) => ({ ...row, dueOn: due.get(row.id) ?? row.dueOn })),
    ...missing.map((one) => ({ ...one, id: `new-${one.ordinal}`, answered: false })),
  ];
}

describe("a changed cadence", () => {
  it("begins the day after the window that is open, with ordinals that go on", () => {
    expect(nextGrid(weekly, "2026-12-02")).toEqual({ gridOn: "2026-12-07", gridOrdinal: 2 });
    expect(nextGrid({ ...weekly, cadence: { every: "week", times: 3 } }, "2026-12-06")).toEqual({
      gridOn: "2026-12-07",
      gridOrdinal: 6,
    });
  });

  it("begins with the assignment where that has not begun, and stays put where an earlier change has not begun", () => {
    expect(nextGrid(weekly, "2026-11-20")).toEqual({ gridOn: "2026-11-23", gridOrdinal: 0 });
    const changed = { ...weekly, ...nextGrid(weekly, "2026-12-02"), cadence: { every: "day" as const, times: 1 } };
    expect(nextGrid(changed, "2026-12-03")).toEqual({ gridOn: "2026-12-07", gridOrdinal: 2 });
  });

  it("leaves the open window as it is and replaces what comes after, whoever has answered", () => {
    fc.assert(
      fc.property(
        cadences,
        cadences,
        fc.integer({ min: 0, max: 60 }),
        fc.func(fc.boolean()),
        (one, two, days, said) => {
          const before: Grid = { ...weekly, cadence: one };
          const today = addDays(before.gridOn, days);
          const until = addDays(today, 56);
          const opened = (row: { opensOn: string }) => row.opensOn <= today;
          const rows = rowsOf(before, until, said).map((row) => ({ ...row, answered: row.answered && opened(row) }));
          const after: Grid = { ...before, ...nextGrid(before, today), cadence: two };
          const now = applied(rows, after, today, until);
          expect(now.filter(opened)).toEqual(rows.filter(opened));
          const coming = now.filter((row) => !opened(row)).sort((a, b) => a.ordinal - b.ordinal);
          expect(coming.map(({ ordinal, opensOn, dueOn }) => ({ ordinal, opensOn, dueOn }))).toEqual(
            gridWindows(after, until),
          );
          const lastOpen = rows.filter(opened).at(-1);
          if (lastOpen) expect(daysBetween(lastOpen.dueOn, after.gridOn)).toBe(1);
        },
      ),
    );
  });
});

describe("windows brought in line", () => {
  it("change nothing the second time, never what was answered or is over, and add nothing that is over", () => {
    const end = fc.option(fc.integer({ min: 0, max: 90 }), { nil: null });
    fc.assert(
      fc.property(
        cadences,
        fc.integer({ min: 0, max: 60 }),
        end,
        end,
        fc.func(fc.boolean()),
        (cadence, days, a, b, said) => {
          const start: Grid = { ...weekly, cadence, endsOn: a === null ? null : addDays(weekly.gridOn, a) };
          const today = addDays(start.gridOn, days);
          const until = addDays(today, 56);
          const rows = rowsOf(start, until, said);
          const edited: Grid = { ...start, endsOn: b === null ? null : addDays(today, b) };
          const { gone, moved, missing } = windowChanges(rows, edited, today, until);
          const untouched = rows.filter((row) => row.answered || row.dueOn < today).map((row) => row.id);
          expect([...gone, ...moved.map((one) => one.id)].filter((id) => untouched.includes(id))).toEqual([]);
          expect(missing.filter((one) => one.dueOn < today)).toEqual([]);
          const now = applied(rows, edited, today, until);
          expect(windowChanges(now, edited, today, until)).toEqual({ gone: [], moved: [], missing: [] });
          expect(new Set(now.map((row) => row.ordinal)).size).toBe(now.length);
        },
      ),
    );
  });

  it("shorten the open window to a nearer end, lengthen it to a later one, and drop what would open after", () => {
    const rows = rowsOf(weekly, "2026-12-20", () => false);
    const nearer = { ...weekly, endsOn: "2026-12-03" };
    const changes = windowChanges(rows, nearer, "2026-12-01", "2026-12-20");
    expect(changes).toEqual({
      gone: ["row-2", "row-3"],
      moved: [{ id: "row-1", dueOn: "2026-12-03" }],
      missing: [],
    });
    const shortened = applied(rows, nearer, "2026-12-01", "2026-12-20");
    expect(windowChanges(shortened, weekly, "2026-12-01", "2026-12-20")).toMatchObject({
      moved: [{ id: "row-1", dueOn: "2026-12-06" }],
      missing: [{ ordinal: 2 }, { ordinal: 3 }],
    });
  });

  it("keep the open window of an earlier cadence until the new one begins, and no longer than the end", () => {
    const fortnight: Grid = { ...weekly, cadence: { every: "two-weeks", times: 1 } };
    const rows = rowsOf(fortnight, "2026-12-30", () => false);
    const daily: Grid = { ...fortnight, ...nextGrid(fortnight, "2026-11-25"), cadence: { every: "day", times: 1 } };
    const { moved, gone } = windowChanges(rows, daily, "2026-11-25", "2026-12-30");
    expect({ moved, gone }).toEqual({ moved: [{ id: "row-1", dueOn: "2026-12-07" }], gone: ["row-2"] });
    const ended = windowChanges(rows, { ...daily, endsOn: "2026-11-30" }, "2026-11-25", "2026-12-30");
    expect(ended).toEqual({ moved: [{ id: "row-0", dueOn: "2026-11-30" }], gone: ["row-1", "row-2"], missing: [] });
  });
});
