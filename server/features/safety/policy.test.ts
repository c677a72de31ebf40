import { describe, expect, it } from "vitest";
import { strategies } from "@/content/strategies";
import { jointFault, maySetLookAgain, needsJointRecord } from "./policy";

const today = "2026-11-24";

describe("joint work", () => {
  it("needs a record for whatever is done together, and for what reaches the other", () => {
    expect(needsJointRecord({ joint: false }, "TOGETHER")).toBe(true);
    expect(needsJointRecord({ joint: true }, "EACH")).toBe(true);
  });

  it("needs none for one partner, nor for what each does without reaching the other", () => {
    expect(needsJointRecord({ joint: false }, "EACH")).toBe(false);
    for (const strategy of strategies) expect(needsJointRecord(strategy, "JUST_YOU")).toBe(false);
  });

  it("is possible up to and on the day to look again, not after it", () => {
    expect(jointFault({ standing: "JOINT", lookAgainOn: today }, today)).toBeNull();
    expect(jointFault({ standing: "JOINT", lookAgainOn: "2026-11-23" }, today)).toBe("jointLookAgain");
  });

  it("is not possible without a record, nor where the latest one says so", () => {
    expect(jointFault(null, today)).toBe("needsJointRecord");
    expect(jointFault({ standing: "INDIVIDUAL_ONLY", lookAgainOn: "2027-01-01" }, today)).toBe("jointNotNow");
    expect(jointFault({ standing: "NOT_YET", lookAgainOn: "2027-01-01" }, today)).toBe("jointNotNow");
  });
});

describe("the day to look again", () => {
  it("lies after today and within a year", () => {
    expect(["2026-11-24", "2026-11-25", "2027-11-24", "2027-11-25"].map((day) => maySetLookAgain(day, today))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
