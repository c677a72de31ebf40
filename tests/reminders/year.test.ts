import { describe, expect, it } from "vitest";
import { downtimes, expected, life, quietFaults, replyFaults, simulate } from "./year";

const from = Date.parse("2026-01-05T00:00:00Z");
const to = Date.parse("2027-01-05T00:00:00Z");
const people = 6;
const plannedKinds = /^(HOMEWORK|WEEKLY)/;

describe("a simulated year", () => {
  it("brings people of many zones exactly what an independent model says, on time, once, through changes of clocks, moves, downtime and what they stopped", () => {
    const fates = new Set<string>();
    for (let index = 0; index < people; index++) {
      const one = life(index, from, to);
      const lines = simulate(one, from, to, downtimes(from));
      expect([index, lines.filter((row) => plannedKinds.test(row))]).toEqual([
        index,
        expected(one, from, to, downtimes(from)),
      ]);
      expect([index, replyFaults(one, lines, to), quietFaults(one, lines)]).toEqual([index, [], []]);
      expect(lines.length).toBeGreaterThan(20);
      for (const row of lines) fates.add(row.split(" ")[3] ?? "");
    }
    expect([...fates].sort()).toEqual(["PAUSED", "STALE", "UNSUBSCRIBED", "sent"]);
  }, 120_000);
});
