import { describe, expect, it } from "vitest";
import { calendarFile } from "./policy";
import type { FeedDates } from "./schema";

const words = { name: "My dates", appointment: "Appointment", window: "Something for you" };
const feedId = "7b1f0a7e-90c5-4c1c-8e7d-0f4a2f0a9b11";
const dates: FeedDates = {
  locale: "en",
  appointments: [{ id: "0190a7c4-0000-7000-8000-000000000001", at: Date.parse("2026-12-03T14:30:00Z"), minutes: 50 }],
  windows: [{ from: "2026-12-29", to: "2027-01-04" }],
};
const file = calendarFile(feedId, dates, words);
const lines = file.split("\r\n");
/** Content lines as a calendar program reads them: folded ones are one (RFC 5545, 3.1). */
const unfolded = file.replace(/\r\n[ \t]/g, "").split("\r\n");

describe("a calendar file", () => {
  it("has the form that calendar programs know, in short lines", () => {
    expect(unfolded[0]).toBe("BEGIN:VCALENDAR");
    expect(unfolded).toEqual(expect.arrayContaining(["VERSION:2.0", "PRODID:-//Reconnect//Calendar//EN"]));
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("shows appointments at their instants, and windows as whole days that leave the day free", () => {
    expect(unfolded).toEqual(expect.arrayContaining(["DTSTART:20261203T143000Z", "DURATION:PT50M"]));
    expect(unfolded).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20270105"]));
    expect(unfolded.filter((line) => line === "TRANSP:TRANSPARENT")).toHaveLength(1);
  });

  it("says nothing but dates and neutral titles, and tells no time of its own", () => {
    const said = unfolded.filter((line) =>
      /^(SUMMARY|DESCRIPTION|LOCATION|ORGANIZER|ATTENDEE|CREATED|LAST-MODIFIED)/.test(line),
    );
    expect(said).toEqual(["SUMMARY:Appointment", "SUMMARY:Something for you"]);
    expect(unfolded.filter((line) => line.startsWith("DTSTAMP"))).toEqual([
      "DTSTAMP:20261203T143000Z",
      "DTSTAMP:20261229T000000Z",
    ]);
    expect(file).not.toContain("0190a7c4");
    expect(calendarFile(feedId, dates, words)).toBe(file);
  });

  it("is a calendar without entries too", () => {
    const empty = calendarFile(feedId, { locale: "en", appointments: [], windows: [] }, words);
    expect(empty).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(empty).not.toContain("VEVENT");
  });
});
