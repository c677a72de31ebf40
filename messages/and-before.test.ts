import { describe, expect, it } from "vitest";
import { andBefore } from "./and-before";

describe("the Spanish word between two names", () => {
  it.each(["Ines", "Inés", "Iris", "Hilda", "ian"])("is e before %s", (name) => expect(andBefore(name)).toBe("e"));
  it.each(["Ana", "Yolanda", "Hiedra", "Omar", ""])("is y before %s", (name) => expect(andBefore(name)).toBe("y"));
});
