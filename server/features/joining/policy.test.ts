import { describe, expect, it } from "vitest";
import { contactOf } from "./policy";

const proven = (contactEmail: string) => ({ contactEmail, pendingEmail: null });
const pending = (pendingEmail: string) => ({ contactEmail: null, pendingEmail });

describe("the address of somebody who joins", () => {
  it("is proven by the link that was mailed to it, however it is written", () => {
    const invited = { email: "Sam@example.org", cameBy: "mail" as const };
    expect(contactOf("sam@example.org", invited)).toEqual(proven("sam@example.org"));
  });

  it("waits to be confirmed when it is another than the invited one", () => {
    expect(contactOf("safe@example.org", { email: "sam@example.org", cameBy: "mail" })).toEqual(
      pending("safe@example.org"),
    );
  });

  it("waits to be confirmed when the person came by the code in the room, invited by mail or not", () => {
    expect(contactOf("sam@example.org", { email: null, cameBy: "seat" })).toEqual(pending("sam@example.org"));
    expect(contactOf("sam@example.org", { email: "sam@example.org", cameBy: "seat" })).toEqual(
      pending("sam@example.org"),
    );
  });
});
