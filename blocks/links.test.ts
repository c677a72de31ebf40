import { describe, expect, it } from "vitest";
import { linkPieces, linksAreSafe } from "./links";

describe("addresses in texts", () => {
  it.each([
    "https://example.org/a?b=c#d",
    "See https://example.org.",
    "(https://example.org/x)",
    "Note: this",
    "at 20:30",
    "and/or",
    "1:2 // 3",
  ])("may stand: %s", (text) => expect(linksAreSafe(text)).toBe(true));

  it.each([
    "http://example.org",
    "javascript:alert(1)",
    "JavaScript :alert(1)",
    "data:text/html,x",
    "ftp://example.org",
    "file:///etc/passwd",
    "https://user@evil.example",
    "https://localhost/x",
    "https://10.0.0.1/x",
    "HTTPS://",
    "tel:911",
  ])("are refused: %s", (text) => expect(linksAreSafe(text)).toBe(false));

  it("are looked for in a time that grows with the text and not with its square", () => {
    const started = performance.now();
    expect(linksAreSafe("x".repeat(500_000))).toBe(true);
    expect(linksAreSafe(`${"x".repeat(500_000)}://example.org`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("are links only where they are https, without the mark that ends the sentence", () => {
    expect(linkPieces("Read https://example.org/a. Not http://b.example nor javascript:alert(1)")).toEqual([
      { text: "Read ", href: null },
      { text: "https://example.org/a", href: "https://example.org/a" },
      { text: ". Not http://b.example nor javascript:alert(1)", href: null },
    ]);
    expect(linkPieces("No link")).toEqual([{ text: "No link", href: null }]);
    expect(linkPieces("")).toEqual([]);
  });
});
