import { createFormatter } from "next-intl";
import { describe, expect, it } from "vitest";
import { coupleName, namesInWords } from "./people";

const english = createFormatter({ locale: "en" });
const spanish = createFormatter({ locale: "es" });

describe("the names of a couple", () => {
  it("stand side by side, or alone where nobody else is there", () => {
    expect(coupleName(english, { one: "Mika", two: "Jo" })).toBe("Mika & Jo");
    expect(coupleName(english, { one: "Mika", two: "" })).toBe("Mika");
    expect(namesInWords(english, "Mika", null, "Jo")).toBe("Mika and Jo");
  });

  it.each([
    ["Ines", "Noor e Ines"],
    ["Hilda", "Noor e Hilda"],
    ["Yolanda", "Noor y Yolanda"],
  ])("have the Spanish word before %s that its sound asks for", (two, said) => {
    expect(coupleName(spanish, { one: "Noor", two })).toBe(said);
    expect(namesInWords(spanish, "Noor", two)).toBe(said);
  });
});
