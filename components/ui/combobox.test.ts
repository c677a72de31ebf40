import { describe, expect, it } from "vitest";
import { findOptions } from "./combobox";

const zones = ["America/Argentina/Buenos_Aires", "America/New_York", "America/Bogotá", "Europe/York"].map((zone) => ({
  value: zone,
  label: zone.replaceAll("_", " "),
}));
const found = (typed: string) => findOptions(zones, typed).map((one) => one.value);

describe("finding one among hundreds", () => {
  it("takes any part of the name, in any case, with or without accents and slashes", () => {
    expect(found("york")).toEqual(["America/New_York", "Europe/York"]);
    expect(found("bogota")).toEqual(["America/Bogotá"]);
    expect(found("aires america")).toEqual(["America/Argentina/Buenos_Aires"]);
  });

  it("puts first whoever begins so", () => {
    expect(found("europe")[0]).toBe("Europe/York");
    expect(found("a")[0]).toBe("America/Argentina/Buenos_Aires");
  });

  it("finds nothing for nonsense, and everything for nothing", () => {
    expect([found("xx"), found(" ").length]).toEqual([[], 4]);
  });
});
