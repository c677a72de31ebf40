import { describe, expect, it } from "vitest";
import { openWays } from "./ways";

const none = { pin: false, passkey: false, password: false, code: false, recovery: false };

describe("the ways to unlock", () => {
  it("offers what the server says and nothing else, the quickest first", () => {
    expect(openWays({ ...none, recovery: true, password: true, pin: true })).toEqual(["pin", "password", "recovery"]);
    expect(openWays(none)).toEqual([]);
  });

  it("keeps to those that count as a second step where one is asked for", () => {
    const all = { pin: true, passkey: true, password: true, code: true, recovery: true };
    expect(openWays(all, ["passkey", "code"])).toEqual(["passkey", "code"]);
  });
});
