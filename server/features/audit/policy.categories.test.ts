import { describe, expect, it } from "vitest";
import { appRouter } from "@/server/trpc/root";
import { categoryOf, classedAs } from "./policy.categories";

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  kind: (procedure as unknown as { _def: { type: "query" | "mutation" } })._def.type,
}));

describe("the category of an audit row", () => {
  it("is given for every procedure: a new router has its line in policy.categories.ts", () => {
    expect(procedures.filter(({ path, kind }) => !classedAs(path, kind)).map(({ path }) => path)).toEqual([]);
  });

  it("tells reading from changing for clinicians, and for partners neither", () => {
    expect(classedAs("couples.page", "query")).toBe("CLINICAL_READ");
    expect(classedAs("homework.assign", "mutation")).toBe("CLINICAL_WRITE");
    for (const [path, kind] of [
      ["homework.today", "query"],
      ["checkIns.submit", "mutation"],
      ["pulse.save", "mutation"],
    ] as const)
      expect(classedAs(path, kind)).toBe("OWN_SIDE");
  });

  it("counts what nobody has classed as clinical", () => {
    expect(classedAs("unheard.of", "query")).toBeUndefined();
    expect(categoryOf("unheard.of", "mutation", { coupleId: "c", treats: false })).toBe("CLINICAL_WRITE");
  });

  it("says administration of a caseload without couples", () => {
    expect(categoryOf("caseload.page", "query", { treats: false })).toBe("ADMINISTRATION");
    expect(categoryOf("caseload.page", "query", { treats: true })).toBe("CLINICAL_READ");
  });
});
