import { describe, expect, it } from "vitest";
import { coverChange, nextUncovered } from "./policy";

const away = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });

describe("time away", () => {
  it("asks again from two weeks before until its last day, of the first one, counting couples", () => {
    const first = away("2026-12-15", "2026-12-20");
    const rows = [away("2026-12-22", "2026-12-23"), first, first];
    expect(nextUncovered(rows, "2026-11-30")).toBeNull();
    expect(nextUncovered(rows, "2026-12-01")).toEqual({ ...first, begun: false, couples: 2 });
    expect(nextUncovered(rows, "2026-12-20")).toEqual({ ...first, begun: true, couples: 2 });
    expect(nextUncovered(rows, "2026-12-21")?.couples).toBe(1);
    expect(nextUncovered([], "2026-12-16")).toBeNull();
  });
});

describe("a plan saved again", () => {
  const stored = [
    { coupleId: "a", personId: "x" },
    { coupleId: "b", personId: "x" },
  ];

  it("leaves cover alone that stays the same, and changes the rest", () => {
    const wanted = [
      { coupleId: "a", personId: "x" },
      { coupleId: "b", personId: "y" },
      { coupleId: "c", personId: null },
    ];
    expect(coverChange(stored, wanted, true)).toEqual({
      ended: [{ coupleId: "b", personId: "x" }],
      begun: [{ coupleId: "b", personId: "y" }],
    });
  });

  it("begins all cover anew when the days move", () => {
    const change = coverChange(stored, [{ coupleId: "a", personId: "x" }], false);
    expect(change).toEqual({ ended: stored, begun: [{ coupleId: "a", personId: "x" }] });
  });
});
