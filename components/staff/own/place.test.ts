import { describe, expect, it } from "vitest";
import { inserted, moved, valueAt, withValue } from "./place";

const root = { text: { steps: [{ en: "a" }, { en: "b" }] }, hold: 3 };

describe("a place in a draft", () => {
  it("is read and changed without touching what lies beside it", () => {
    const place = ["text", "steps", 1, "en"];
    const changed = withValue(root, place, "c");
    expect(valueAt(changed, place)).toBe("c");
    expect(valueAt(root, place)).toBe("b");
    expect(changed.text.steps[0]).toBe(root.text.steps[0]);
    expect(valueAt(root, ["text", "nothing", 0])).toBeUndefined();
  });

  it("is taken out by a value that is none", () => {
    expect(withValue(root, ["hold"], undefined)).not.toHaveProperty("hold");
    expect(withValue(root, [], "other")).toBe("other");
  });
});

describe("an order", () => {
  it("changes by one step or many, and stays where it would leave the list", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
    expect(inserted(["a", "c"], 1, "b")).toEqual(["a", "b", "c"]);
  });
});
