import { describe, expect, it } from "vitest";
import { partnerSteps, stepAfter, stepBefore, stepOfField, stepsOf } from "./steps";

const partner = { kind: "partner" as const };
const staff = { kind: "staff" as const };

describe("the steps of joining", () => {
  it("lead forth to the end and back to the welcome, each once", () => {
    const walked = [];
    for (let step = partnerSteps[0] as ReturnType<typeof stepAfter>; step; step = stepAfter(step, partner))
      walked.push(step);
    expect(walked).toEqual(partnerSteps);
    expect(stepBefore("you", partner)).toBe("login");
    expect(stepBefore("login", partner)).toBe("welcome");
  });

  it("ask staff for a login and a name, and for nothing else", () => {
    expect(stepsOf(staff)).toEqual(["login", "you"]);
    expect(stepAfter("you", staff)).toBeNull();
  });

  it("know where a fault belongs that only the server saw", () => {
    expect(
      ["account.password", "email", "name", "partner.region", "partner.quietTo", "partner.policy"].map(stepOfField),
    ).toEqual(["login", "login", "you", "place", "hours", "agree"]);
  });
});
