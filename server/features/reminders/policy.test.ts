import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hourOf } from "@/server/clock";
import { dueReminderAt, isOptional, type MailTimes, outsideQuietHours, retryMinutes, stopReason } from "./policy";
import { partnerKind, reminderKind } from "./schema";

const times = (changes: Partial<MailTimes> = {}): MailTimes => ({
  timeZone: "America/New_York",
  reminderHour: 9,
  quietFrom: null,
  quietTo: null,
  ...changes,
});

describe("when mail is sent", () => {
  it("is the person's own hour, in zones where a wrong one could not look right", () => {
    expect(dueReminderAt("2026-11-23", times({ timeZone: "Asia/Kathmandu" })).toISOString()).toBe(
      "2026-11-23T03:15:00.000Z",
    );
    expect(dueReminderAt("2026-11-23", times({ timeZone: "America/St_Johns" })).toISOString()).toBe(
      "2026-11-23T12:30:00.000Z",
    );
  });

  it("moves forward over a spring gap and takes the first of an autumn overlap", () => {
    expect(dueReminderAt("2026-03-08", times({ reminderHour: 2 })).toISOString()).toBe("2026-03-08T07:00:00.000Z");
    expect(dueReminderAt("2026-11-01", times({ reminderHour: 1 })).toISOString()).toBe("2026-11-01T05:00:00.000Z");
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
  const owed = { stillOpen: true, ended: false, unsubscribed: false, lateHours: 0 };

  it("goes when what it speaks of is still open", () => {
    expect(stopReason("HOMEWORK_DUE", owed)).toBeNull();
  });

  it("stops when done, ended, unsubscribed or stale, with a reason that never tells who asked", () => {
    expect(stopReason("HOMEWORK_DUE", { ...owed, stillOpen: false })).toBe("DONE");
    expect(stopReason("HOMEWORK_DUE", { ...owed, ended: true })).toBe("ENDED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, unsubscribed: true, ended: true })).toBe("UNSUBSCRIBED");
    expect(stopReason("HOMEWORK_DUE", { ...owed, lateHours: 37 })).toBe("STALE");
  });

  it("goes late and in spite of an old opt-out when it is a notice that nobody may stop, as long as it is true", () => {
    const late = { ...owed, unsubscribed: true, lateHours: 100 };
    expect(stopReason("ACCESS_NOTICE", late)).toBeNull();
    expect(stopReason("HOMEWORK_NEW", late)).toBe("UNSUBSCRIBED");
    expect(stopReason("ACCESS_NOTICE", { ...late, stillOpen: false })).toBe("DONE");
    expect(stopReason("LICENCE_EXPIRING", { ...late, ended: true })).toBe("ENDED");
  });

  it("is tried again at growing distances, an hour at most", () => {
    expect([1, 2, 3, 12].map(retryMinutes)).toEqual([1, 2, 4, 60]);
  });
});

it("only what a partner decides about may be stopped; invitations and notices of a login, access or licence may not", () => {
  expect(reminderKind.options.filter(isOptional).toSorted()).toEqual(partnerKind.options.toSorted());
});
