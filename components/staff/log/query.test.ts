import { describe, expect, it } from "vitest";
import { cursorIn, filtersIn, hrefOf } from "./query";

const personId = "0193a5a0-7000-7000-8000-000000000001";

describe("the address of a page of the log", () => {
  it("is read back as it was written", () => {
    const filters = { personId, category: "BREAK_GLASS" as const, from: "2026-11-01" };
    const after = `2026-11-24T10:00:00.123Z_${personId}`;
    const search = Object.fromEntries(new URL(hrefOf("/log", filters, after), "http://x").searchParams);
    expect([filtersIn(search), cursorIn(search)]).toEqual([filters, after]);
  });

  it("leaves out what makes no sense", () => {
    expect(
      filtersIn({ personId: "x", category: "", outcome: ["ALLOWED"], from: "yesterday", to: "2026-11-24" }),
    ).toEqual({
      to: "2026-11-24",
    });
    expect([cursorIn({}), cursorIn({ after: "never_here" })]).toEqual([undefined, undefined]);
  });
});
