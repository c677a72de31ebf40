import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invitationEnd, invitationState, mailboxOf, sameMailbox } from "./policy";

const at = new Date("2026-11-24T10:00:00Z");
const open = { expiresAt: invitationEnd(at), revokedAt: null, acceptedAt: null };

describe("an invitation", () => {
  it("is open for seven days and not an instant longer", () => {
    const end = new Date("2026-12-01T10:00:00Z");
    expect(invitationEnd(at)).toEqual(end);
    expect(invitationState(open, new Date(end.getTime() - 1))).toBe("open");
    expect(invitationState(open, end)).toBe("expired");
  });

  it("stays revoked and stays accepted, also past its end", () => {
    const late = new Date("2027-06-01T00:00:00Z");
    expect(invitationState({ ...open, revokedAt: at }, at)).toBe("revoked");
    expect(invitationState({ ...open, revokedAt: at }, late)).toBe("revoked");
    expect(invitationState({ ...open, acceptedAt: at }, late)).toBe("accepted");
  });
});

describe("two addresses", () => {
  it.each([
    ["Alex@Example.org", "alex@example.org "],
    ["alex+us@example.org", "alex@example.org"],
    ["a.lex@gmail.com", "alex@googlemail.com"],
  ])("lead to one mailbox: %s and %s", (one, other) => expect(sameMailbox(one, other)).toBe(true));

  it.each([
    ["alex@example.org", "sam@example.org"],
    ["alex@example.org", "alex@example.com"],
    ["a.lex@example.org", "alex@example.org"],
  ])("lead to two: %s and %s", (one, other) => expect(sameMailbox(one, other)).toBe(false));

  it("compare the same however they are written", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(mailboxOf(mailboxOf(address))).toBe(mailboxOf(address));
        expect(sameMailbox(address.toUpperCase(), ` ${address}`)).toBe(true);
      }),
    );
  });
});
