import { expect, it } from "vitest";
import { recordProof } from "../harness/proof";
import { downtimes, expected, life, quietFaults, replyFaults, simulate, zones } from "./year";

const from = Date.parse("2026-01-05T00:00:00Z");
const to = Date.parse("2027-01-05T00:00:00Z");
const people = 200;

it("brings two hundred people in thirty zones exactly what an independent model says, a whole year long", () => {
  let rows = 0;
  const wrong: number[] = [];
  for (let index = 0; index < people; index++) {
    const one = life(index, from, to);
    const lines = simulate(one, from, to, downtimes(from));
    const planned = lines.filter((row) => /^(HOMEWORK|WEEKLY)/.test(row));
    rows += lines.length;
    const same = JSON.stringify(planned) === JSON.stringify(expected(one, from, to, downtimes(from)));
    if (!same || replyFaults(one, lines, to).length > 0 || quietFaults(one, lines).length > 0) wrong.push(index);
  }
  recordProof({
    proof: "a simulated year of reminders is exactly what an independent model says",
    size: `${people} people in ${zones.length} zones, an hourly sweep, five downtimes, moves, stops and pauses`,
    measured: `${rows} rows, ${wrong.length} people with a row too many, too few or at another time`,
    bound: "none",
    holds: wrong.length === 0,
  });
  expect(wrong).toEqual([]);
});
