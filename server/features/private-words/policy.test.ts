import { expect, it } from "vitest";
import { cautionsOf } from "./policy";

const safe = { proven: true, hasSafeContact: true, policy: "CONFIDENTIAL" } as const;

it("needs no caution where the sender is proven, can be reached safely, and confidence was agreed", () => {
  expect(cautionsOf(safe)).toEqual([]);
});

it("minds first who sent it, then how to answer, then what was agreed on telling the other", () => {
  expect(cautionsOf({ ...safe, proven: false })).toEqual(["unproven"]);
  expect(cautionsOf({ proven: false, hasSafeContact: false, policy: "NO_SECRETS" })).toEqual([
    "unproven",
    "noSafeContact",
    "mayComeUp",
  ]);
  expect(cautionsOf({ ...safe, policy: "THERAPIST_DECIDES" })).toEqual(["mayComeUp"]);
});
