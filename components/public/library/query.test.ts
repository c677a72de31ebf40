import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areas } from "@/components/ui/area";
import { strategies } from "@/content/strategies";
import { lengths, queryPath, readQuery, select } from "./query";

const queries = fc.record({ area: fc.constantFrom(null, ...areas), minutes: fc.constantFrom(null, ...lengths) });

describe("the open library", () => {
  it("shows everything when nothing is asked for, or something that it does not know", () => {
    const asked = readQuery({ area: "work", time: "7", other: ["x"] });
    expect(select(strategies, asked)).toEqual([...strategies]);
  });

  it("shows what fits the area and the time, in its own order, and nothing else", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const fits = ({ area, minutes }: (typeof strategies)[number]) =>
          (query.area === null || query.area === area) && (query.minutes === null || minutes <= query.minutes);
        const found = select(strategies, query);
        expect(found.every(fits)).toBe(true);
        expect(found).toHaveLength(strategies.filter(fits).length);
        expect(found).toEqual(strategies.filter((one) => found.includes(one)));
      }),
    );
  });

  it("has an address for each of its views, which leads back to it", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { searchParams } = new URL(queryPath("/strategies", query), "http://localhost");
        expect(readQuery(Object.fromEntries(searchParams))).toEqual(query);
      }),
    );
  });

  it("has something in each area, and something for ten minutes", () => {
    for (const area of areas) expect(select(strategies, { area, minutes: null }).length).toBeGreaterThan(0);
    expect(select(strategies, { area: null, minutes: 10 }).length).toBeGreaterThan(0);
  });
});
