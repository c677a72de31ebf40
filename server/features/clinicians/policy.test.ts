import { describe, expect, it } from "vitest";
import { dayEnd, dayStart, emergencyEnd, endOf, lastDay, mayEnd, phaseOf, readsForGood } from "./policy";

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const at = day("2026-11-24");

describe("a stretch of access", () => {
  it("begins and ends at its instants, and one called off before it began never was", () => {
    expect(phaseOf({ startsAt: at, endsAt: null }, at)).toBe("now");
    expect(phaseOf({ startsAt: day("2026-11-25"), endsAt: null }, at)).toBe("planned");
    expect(phaseOf({ startsAt: day("2026-11-20"), endsAt: at }, at)).toBe("past");
    expect(phaseOf({ startsAt: day("2026-11-25"), endsAt: day("2026-11-25") }, at)).toBe("never");
    expect(endOf({ startsAt: day("2026-11-20"), endsAt: null }, at)).toEqual(at);
    expect(endOf({ startsAt: day("2026-11-25"), endsAt: null }, at)).toEqual(day("2026-11-25"));
  });

  it("keeps to whole days of the practice, in zones where a wrong one could not look right, through a change of clocks", () => {
    expect(dayStart("2026-11-24", "Asia/Kathmandu").toISOString()).toBe("2026-11-23T18:15:00.000Z");
    expect(dayEnd("2026-11-01", "America/St_Johns").toISOString()).toBe("2026-11-02T03:30:00.000Z");
    expect(dayStart("2026-11-01", "America/St_Johns").toISOString()).toBe("2026-11-01T02:30:00.000Z");
    for (const zone of ["Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"]) {
      expect(lastDay(dayEnd("2026-11-24", zone), zone)).toBe("2026-11-24");
    }
    expect(lastDay(at, "UTC")).toBe("2026-11-24");
  });
});

describe("who may end it", () => {
  const row = { role: "SUPERVISOR" as const, self: false, emergency: false };
  const nobody = { manages: false, owner: false };

  it("is whoever manages the couple, and everyone for themself; the primary one is handed over instead", () => {
    expect(mayEnd(row, { ...nobody, manages: true })).toBe(true);
    expect(mayEnd(row, nobody)).toBe(false);
    expect(mayEnd({ ...row, self: true }, nobody)).toBe(true);
    expect(mayEnd({ ...row, role: "PRIMARY", self: true }, { manages: true, owner: true })).toBe(false);
  });

  it("is an owner only where it is emergency access", () => {
    expect(mayEnd(row, { ...nobody, owner: true })).toBe(false);
    expect(mayEnd({ ...row, emergency: true }, { ...nobody, owner: true })).toBe(true);
  });
});

it("sees who reads for good already", () => {
  const place = { personId: "a", role: "SUPERVISOR" as const, startsAt: day("2026-11-01"), endsAt: null };
  expect(readsForGood([place], "a", at)).toBe(true);
  expect(readsForGood([place], "b", at)).toBe(false);
  expect(readsForGood([{ ...place, role: "COVERING", endsAt: day("2026-12-01") }], "a", at)).toBe(false);
  expect(readsForGood([{ ...place, endsAt: day("2026-11-10") }], "a", at)).toBe(false);
});

it("opens emergency access for whole days, and never longer than fourteen times twenty-four hours", () => {
  const zone = "America/St_Johns";
  expect(emergencyEnd(at, 1, zone)).toEqual(dayEnd("2026-11-24", zone));
  expect(emergencyEnd(at, 3, zone)).toEqual(dayEnd("2026-11-26", zone));
  // Fourteen days with an hour more: the clocks go back.
  const midnight = dayStart("2026-10-25", zone);
  expect(emergencyEnd(midnight, 14, zone).getTime() - midnight.getTime()).toBe(14 * 86_400_000);
});
