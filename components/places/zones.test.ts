import { describe, expect, it } from "vitest";
import { settingsFields } from "@/server/features/practices/schema";
import { countryOptions, zoneOptions } from "./zones";

describe("the places that a practice may lie in", () => {
  it("are zones by the names of yesterday and of today, each of which the server takes", () => {
    const zones = zoneOptions("Asia/Katmandu").map((one) => one.value);
    expect(zones).toEqual(expect.arrayContaining(["America/New_York", "Asia/Kathmandu", "Asia/Katmandu", "UTC"]));
    expect(new Set(zones).size).toBe(zones.length);
    const faulty = zones.filter((zone) => !settingsFields.shape.timeZone.safeParse(zone).success);
    expect(faulty).toEqual([]);
  });

  it("are countries by name in the reader's language, each of which the server takes", () => {
    const spanish = countryOptions("es");
    expect(spanish).toContainEqual({ value: "US", label: "Estados Unidos" });
    expect(spanish.filter((one) => one.label === one.value)).toEqual([]);
    expect(spanish.filter((one) => !settingsFields.shape.country.safeParse(one.value).success)).toEqual([]);
  });
});
