import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readable } from "./readable";

describe("what is shown of a body of no known shape", () => {
  it("is its words and figures in their order, without the version", () => {
    expect(
      readable({ v: 0, said: " First ", list: ["second", { deep: "third" }], rating: 7, shared: true, no: null }),
    ).toEqual(["First", "second", "third", "7"]);
    expect(readable("Only words")).toEqual(["Only words"]);
    expect(readable(undefined)).toEqual([]);
    expect(readable({ v: 3 })).toEqual([]);
  });

  it("is never endless, whatever was stored", () => {
    expect(readable(Array.from({ length: 900 }, String))).toHaveLength(40);
    fc.assert(fc.property(fc.anything(), (body) => readable(body).every((line) => line.trim() !== "")));
  });
});
