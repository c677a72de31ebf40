import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendar";

const plan = {
  uid: "7c0d6b6e-7c0a-4b12-9f6d-2a4e1d3b5c7f",
  title: "Time set aside",
  at: "2026-11-27T19:30",
  minutes: 90,
  timeZone: "America/St_Johns",
};
const line = (file: string, name: string) => file.split("\r\n").find((one) => one.startsWith(name));

describe("a plan for a calendar", () => {
  it("starts at the couple's own hour, whatever the device thinks the zone is", async () => {
    const file = await calendarFile(plan);
    expect(line(file, "DTSTART")).toBe("DTSTART:20261127T230000Z");
    expect(line(file, "DURATION")).toBe("DURATION:PT90M");
  });

  it("follows the change of clocks", async () => {
    const summer = await calendarFile({ ...plan, at: "2026-07-03T19:30" });
    expect(line(summer, "DTSTART")).toBe("DTSTART:20260703T220000Z");
    const gap = await calendarFile({ ...plan, at: "2026-03-29T02:30", timeZone: "Europe/Madrid" });
    expect(line(gap, "DTSTART")).toBe("DTSTART:20260329T013000Z");
  });

  it("says nothing but that time is set aside", async () => {
    const file = await calendarFile(plan);
    expect(line(file, "SUMMARY")).toBe("SUMMARY:Time set aside");
    for (const name of ["DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER", "URL"])
      expect(line(file, name)).toBeUndefined();
    expect(line(file, "CLASS")).toBe("CLASS:PRIVATE");
    expect(file).not.toMatch(/therap|couple|homework|ics/i);
  });
});
