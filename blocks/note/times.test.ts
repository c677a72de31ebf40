import { describe, expect, it } from "vitest";
import { arrivalOf, arrivalsAt } from "./times";

const zone = "Pacific/Auckland";
/** 24 November, 18:00 in Auckland: still the day before in the Americas. */
const afternoon = Date.parse("2026-11-24T05:00:00Z");

describe("when a note arrives", () => {
  it("comes tonight or tomorrow morning by the couple's own clock", async () => {
    expect((await arrivalOf("tonight", afternoon, zone, "")).toISOString()).toBe("2026-11-24T07:00:00.000Z");
    expect((await arrivalOf("tomorrow", afternoon, zone, "")).toISOString()).toBe("2026-11-24T19:00:00.000Z");
  });

  it("comes at a time of one's own", async () => {
    const picked = await arrivalOf("time", afternoon, zone, "2026-12-01T07:15");
    expect(picked.toISOString()).toBe("2026-11-30T18:15:00.000Z");
  });

  it("offers tonight until shortly before", () => {
    expect(arrivalsAt(afternoon, zone)).toEqual(["tonight", "tomorrow", "time"]);
    expect(arrivalsAt(Date.parse("2026-11-24T06:49:00Z"), zone)).toContain("tonight");
    expect(arrivalsAt(Date.parse("2026-11-24T06:50:00Z"), zone)).toEqual(["tomorrow", "time"]);
  });

  it("is in the morning on the day on which the clocks change", async () => {
    const eve = Date.parse("2026-03-28T12:00:00Z");
    expect((await arrivalOf("tomorrow", eve, "Europe/Madrid", "")).toISOString()).toBe("2026-03-29T06:00:00.000Z");
  });
});
