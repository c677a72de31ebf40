import { expect, it } from "vitest";
import { countries } from "@/content/countries";
import { crisisLinesOf } from "./crisis-lines";

it("gives the emergency number of a country first, in a form that a phone dials", () => {
  const known = countries.map(crisisLinesOf).filter((lines) => lines.length > 0);
  expect(known.length).toBeGreaterThan(40);
  for (const lines of known) {
    expect(lines[0]?.key).toBe("emergency");
    for (const { href } of lines) expect(href).toMatch(/^tel:\+?\d+$/);
  }
});

it("never shows one country's number in another", () => {
  expect(crisisLinesOf("US").map((one) => one.number)).toEqual(["911", "988", "1-800-799-7233"]);
  expect(crisisLinesOf("GB")[0]?.number).toBe("999");
  expect(crisisLinesOf("AT")).toEqual([{ key: "emergency", number: "112", href: "tel:112" }]);
  expect(crisisLinesOf("JP")).toEqual([]);
});
