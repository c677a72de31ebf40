import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hourOf } from "@/server/clock";
import { isGivenUp, type MailTimes, outsideQuietHours, plannedAt, retryMinutes, stopReason } from "./policy";
import { isOptional, stoppedAs } from "./policy.kinds";
import { partnerKind, reminderKind, staffKind } from "./schema";

const times = (changes: Partial<MailTimes> = {}): MailTimes => ({
  timeZone: "America/New_York",
  reminderHour: 9,
  quietFrom: null,
  quietTo: null,
  ...changes,
});

describe("when mail is sent", () => {
  it("is the person's own hour, in zones where a wrong one could not look right", () => {
    expect(plannedAt("2026-11-23", times({ timeZone: "Asia/Kathmandu" })).toISOString()).toBe(
      "2026-11-23T03:15:00.000Z",
    );
    expect(plannedAt("2026-11-23", times({ timeZone: "America/St_Johns" })).toISOString()).toBe(
      "2026-11-23T12:30:00.000Z",
    );
  });

  it("moves forward over a spring gap and takes the first of an autumn overlap", () => {
    expect(plannedAt("2026-03-08", times({ reminderHour: 2 })).toISOString()).toBe("2026-03-08T07:00:00.000Z");
    expect(plannedAt("2026-11-01", times({ reminderHour: 1 })).toISOString()).toBe("2026-11-01T05:00:00.000Z");
  });

  it("stays on its day when quiet hours would carry it into the next: it comes before them", () => {
    const late = times({ reminderHour: 23, quietFrom: 22, quietTo: 8 });
    expect(plannedAt("2026-11-23", late).toISOString()).toBe("2026-11-24T02:00:00.000Z");
    expect(plannedAt("2026-11-23", { ...late, reminderHour: 3 }).toISOString()).toBe("2026-11-23T13:00:00.000Z");
  });

  it("never falls into quiet hours, whatever they are", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const zone = fc.constantFrom(
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Africa/Casablanca",
    );
    const instant = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, zone, hour, hour, (at, timeZone, quietFrom, quietTo) => {
        const person = times({ timeZone, quietFrom, quietTo });
        const sent = outsideQuietHours(at, person);
        expect(sent.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(outsideQuietHours(sent, person)).toEqual(sent);
        if (sent > at) expect(hourOf(sent, timeZone)).toBe(quietTo);
      }),
    );
  });
});

describe("a reminder looked at again before it goes", () => {
  const owed = {
    ...{ stillOpen: true, over: false, ended: false, paused: false, unsubscribed: false, bounced: false },
    lateHours: 0,
  };

  it("goes when what it speaks of is still open", () => {
    expect(stopReason("HOMEWORK_DUE", owed)).toBeNull();
  });

  it("stops when done, ended, paused, unsubscribed, bounced or stale, with a reason that never tells who asked", () => {
    expect(stopReason("HOMEWORK_DUE", { ...owed, stillOpen: false })).toBe("DONE");
    expect(stopReason("HOMEWORK_DUE", { ...owed, ended: true })).toBe("ENDED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, paused: true })).toBe("PAUSED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, unsubscribed: true, ended: true })).toBe("UNSUBSCRIBED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, bounced: true })).toBe("BOUNCED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, over: true })).toBe("STALE");
    expect(stopReason("HOMEWORK_MISSED", { ...owed, lateHours: 49 })).toBe("STALE");
  });

  it("goes as late as it is of use: what can still be done is not too late after a long weekend", () => {
    expect(stopReason("HOMEWORK_DUE", { ...owed, lateHours: 70 })).toBeNull();
  });

  it("goes late and in spite of an old opt-out when it is a notice that nobody may stop, as long as it is true", () => {
    const late = { ...owed, unsubscribed: true, paused: true, lateHours: 100 };
    expect(stopReason("ACCESS_NOTICE", late)).toBeNull();
    expect(stopReason("HOMEWORK_NEW", late)).toBe("UNSUBSCRIBED");
    expect(stopReason("ACCESS_NOTICE", { ...late, stillOpen: false })).toBe("DONE");
    expect(stopReason("LICENCE_EXPIRING", { ...late, ended: true })).toBe("ENDED");
    expect(stopReason("ACCESS_NOTICE", { ...late, bounced: true })).toBe("BOUNCED");
  });

  it("is tried again at growing distances, an hour at most, and given up after three days", () => {
    expect([1, 2, 3, 12].map(retryMinutes)).toEqual([1, 2, 4, 60]);
    expect([isGivenUp(12, 71), isGivenUp(11, 100), isGivenUp(12, 72)]).toEqual([false, false, true]);
  });
});

it("only what a person decides about may be stopped; invitations and notices of a login, access or licence may not", () => {
  const chosen = [...partnerKind.options, ...staffKind.options, "HOMEWORK_NUDGE"];
  expect(reminderKind.options.filter(isOptional).toSorted()).toEqual(chosen.toSorted());
  expect(stoppedAs("HOMEWORK_NUDGE")).toBe("HOMEWORK_DUE");
});
