import { describe, expect, it } from "vitest";
import { coversFrom, histories, standing } from "./policy";

const row = (disclosureId: string, supersedesId: string | null = null, withdrawn = false) => ({
  disclosureId,
  supersedesId,
  withdrawn,
  disclosedOn: "2026-11-24",
});
const ids = (rows: { disclosureId: string }[]) => rows.map((one) => one.disclosureId);

describe("an accounting of disclosures", () => {
  it("covers six years", () => {
    expect(coversFrom("2026-11-24")).toBe("2020-11-24");
    expect(coversFrom("2028-02-29")).toBe("2022-02-28");
    expect(coversFrom("2030-02-28")).toBe("2024-02-28");
  });

  it("stands as last corrected, without what was withdrawn", () => {
    const rows = [row("a"), row("b"), row("b2", "b"), row("c"), row("c2", "c", true)];
    expect(ids(standing(rows))).toEqual(["a", "b2"]);
  });

  it("loses nothing of what was corrected", () => {
    const rows = [row("b3", "b2"), row("b2", "b"), row("a"), row("b")];
    expect(histories(rows).map(ids)).toEqual([["a"], ["b", "b2", "b3"]]);
  });
});
