import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-policy";

describe("a new password", () => {
  it.each([
    ["short", "passwordShort"],
    ["a".repeat(257), "tooLong"],
    ["1234567890", "passwordBreached"],
    ["QWERTYUIOP", "passwordBreached"],
    ["aaaaaaaaaaaaaa", "passwordGuessable"],
    ["Harborharbor1", "passwordGuessable"],
  ])("%s is refused: %s", (password, fault) => {
    expect(passwordFault(password, ["alex@harbor.example", "Harbor"])).toBe(fault);
  });

  it("made of the person's own address is refused, and good for someone else", () => {
    expect(passwordFault("wintergarten.lopez", ["wintergarten.lopez@test.example"])).toBe("passwordGuessable");
    expect(passwordFault("wintergarten.lopez", ["sam@test.example"])).toBeNull();
  });

  it("may be long, of few kinds of characters, and in any script", () => {
    const good = [
      "quiet harbour lantern mossy",
      "tortuga faro ventana lluvia",
      "дождь окно черепаха маяк",
      "a stone by the river and a lamp in the window, four chairs and nobody home",
    ];
    expect(good.filter((password) => passwordFault(password) !== null)).toEqual([]);
  });
});
