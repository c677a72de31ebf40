import { describe, expect, it } from "vitest";
import { handoverFault, type RoleFacts, rolesChange, rolesFault } from "./policy";

const facts = (changes: Partial<RoleFacts> = {}): RoleFacts => ({
  before: ["OWNER", "THERAPIST"],
  after: ["THERAPIST"],
  ownerIds: ["me", "other"],
  personId: "me",
  isPartner: false,
  couples: 0,
  ...changes,
});

describe("roles", () => {
  it("may change while the practice keeps an owner", () => {
    expect(rolesFault(facts())).toBeNull();
    expect(rolesFault(facts({ ownerIds: ["me"] }))).toBe("LAST_OWNER");
    expect(rolesFault(facts({ ownerIds: ["me"], after: [] }))).toBe("LAST_OWNER");
    expect(rolesFault(facts({ ownerIds: ["me"], after: ["OWNER"] }))).toBeNull();
  });

  it("of a therapist end only when somebody else has their couples", () => {
    expect(rolesFault(facts({ after: ["OWNER"], couples: 2 }))).toBe("TREATS_COUPLES");
    expect(rolesFault(facts({ after: ["OWNER"] }))).toBeNull();
    expect(rolesFault(facts({ couples: 2 }))).toBeNull();
  });

  it("never meet a partner of the same practice", () => {
    expect(rolesFault(facts({ isPartner: true }))).toBe("IS_PARTNER");
    expect(rolesFault(facts({ isPartner: true, after: [] }))).toBeNull();
  });

  it("begin and end one by one", () => {
    expect(rolesChange(["OWNER", "COORDINATOR"], ["OWNER", "THERAPIST"])).toEqual({
      given: ["THERAPIST"],
      taken: ["COORDINATOR"],
    });
  });
});

describe("taking over", () => {
  const to = (coupleId: string, personId: string | null) => ({ coupleId, personId });

  it("is decided for each couple, once, with a therapist of the practice or nobody", () => {
    expect(handoverFault(["a", "b"], ["t"], [to("b", null), to("a", "t")])).toBeNull();
    expect(handoverFault([], ["t"], [])).toBeNull();
    expect(handoverFault(["a", "b"], ["t"], [to("a", "t")])).toBe("INVALID");
    expect(handoverFault(["a"], ["t"], [to("a", "t"), to("a", null)])).toBe("INVALID");
    expect(handoverFault(["a"], ["t"], [to("a", "t"), to("b", "t")])).toBe("NOT_FOUND");
    expect(handoverFault(["a"], ["t"], [to("a", "stranger")])).toBe("NOT_FOUND");
  });
});
