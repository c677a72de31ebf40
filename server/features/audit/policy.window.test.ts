import { describe, expect, it } from "vitest";
import { windowOf } from "./policy.window";

describe("the window of civil dates", () => {
  it("holds both days whole, in the viewer's zone", () => {
    expect(windowOf({ from: "2026-03-08", to: "2026-03-08" }, "America/New_York")).toEqual({
      from: new Date("2026-03-08T05:00:00Z"),
      to: new Date("2026-03-09T04:00:00Z"), // the clocks went forward in between
    });
    expect(windowOf({ from: "2026-11-24" }, "Asia/Kathmandu").from).toEqual(new Date("2026-11-23T18:15:00Z"));
  });

  it("is open where no date is given", () => {
    expect(windowOf({}, "UTC")).toEqual({ from: null, to: null });
  });
});
