import { describe, expect, it } from "vitest";
import { failureOf } from "./failure";

const answer = (command: string, response: string) => ({
  code: "EENVELOPE",
  command,
  response,
  responseCode: Number(response.slice(0, 3)),
});

describe("a mail that did not go", () => {
  it.each([
    ["RCPT TO", "550 5.1.1 no such user", "ADDRESS"],
    ["RCPT TO", "550 no", "ADDRESS"],
    ["RCPT TO", "554 5.7.1 relay access denied", "MESSAGE"],
    ["DATA", "554 5.6.0 not this one", "MESSAGE"],
    ["DATA", "550 5.2.1 mailbox closed", "ADDRESS"],
    ["RCPT TO", "451 4.3.0 busy", "LATER"],
    ["DATA", "452 4.2.2 full", "LATER"],
    ["RCPT TO", "421 going away", "SERVER"],
    ["AUTH PLAIN", "535 5.7.8 who are you", "SERVER"],
    ["MAIL FROM", "550 5.1.8 bad sender", "SERVER"],
    ["CONN", "554 no service", "SERVER"],
  ])("at %s with %s is the fault of: %s", (command, response, fault) => {
    expect(failureOf(answer(command, response))).toEqual({ fault, code: Number(response.slice(0, 3)) });
  });

  it("without an answer is the server's fault, and an address that cannot be written is the mail's", () => {
    expect(failureOf({ code: "ETIMEDOUT" })).toEqual({ fault: "SERVER" });
    expect(failureOf(new Error("broken"))).toEqual({ fault: "SERVER" });
    expect(failureOf({ code: "EENVELOPE" })).toEqual({ fault: "MESSAGE" });
  });
});
