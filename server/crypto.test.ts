import { describe, expect, it } from "vitest";
import { newKey, openBytes, sealBytes } from "./crypto";

const place = { table: "entry", column: "body", practiceId: "p", rowId: "r" };
const key = newKey();
const words = Buffer.from("What I could not say aloud");

describe("sealed words", () => {
  it("open with their key at their place", () => {
    expect(openBytes(key, sealBytes(key, words, place), place)).toEqual(words);
  });

  it("look different each time", () => {
    expect(sealBytes(key, words, place)).not.toEqual(sealBytes(key, words, place));
  });

  it("do not open with another key, in another row, column, table or practice, or with a bit changed", () => {
    const sealed = sealBytes(key, words, place);
    expect(() => openBytes(newKey(), sealed, place)).toThrow();
    for (const change of [{ table: "reply" }, { column: "note" }, { practiceId: "q" }, { rowId: "s" }]) {
      expect(() => openBytes(key, sealed, { ...place, ...change })).toThrow();
    }
    const flipped = Uint8Array.from(sealed);
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    expect(() => openBytes(key, flipped, place)).toThrow();
  });
});
