import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("where to go after signing in", () => {
  it("keeps a path of this site with its query", () => {
    expect(safeNext("/practice/1/couples/2?show=unread")).toBe("/practice/1/couples/2?show=unread");
  });

  it.each([
    undefined,
    "",
    "home",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "/\t/elsewhere.example/",
    "/.//elsewhere.example/",
    "javascript:alert(1)",
  ])("goes home instead of %j", (value) => {
    expect(safeNext(value)).toBe("/home");
  });

  it("never leads back to the sign-in page", () => {
    expect(safeNext("/sign-in?next=/home")).toBe("/home");
  });
});
