import { describe, expect, it } from "vitest";
import { dueOn } from "./due";

describe("by when a promise is kept", () => {
  it("is today, tomorrow, the coming Sunday or a date", () => {
    expect(dueOn("today", "2026-11-24", "")).toBe("2026-11-24");
    expect(dueOn("tomorrow", "2026-11-30", "")).toBe("2026-12-01");
    expect(dueOn("date", "2026-11-24", "2026-12-24")).toBe("2026-12-24");
  });

  it.each([
    ["2026-11-23", "2026-11-29"],
    ["2026-11-27", "2026-11-29"],
    ["2026-11-28", "2026-11-29"],
    ["2026-11-29", "2026-11-29"],
    ["2026-12-29", "2027-01-03"],
  ])("on %s, this weekend ends on %s", (today, sunday) => expect(dueOn("weekend", today, "")).toBe(sunday));
});
