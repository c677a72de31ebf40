import { describe, expect, it } from "vitest";
import { practice } from "@/content/plans";
import {
  bannerOf,
  type Entitled,
  mayAddTherapist,
  mayAssign,
  mayEnrol,
  paymentStep,
  standingOf,
  trialStep,
  troubleOf,
} from "./policy";
import type { Standing } from "./schema";

const day = 86_400_000;
const start = new Date("2026-03-01T10:00:00Z");
const later = (days: number) => new Date(start.getTime() + days * day);
const trial: Entitled = { plan: "PRACTICE", reason: "TRIAL", startsAt: start, endsAt: later(practice.trialDays) };
const paid: Entitled = { plan: "PRACTICE", reason: "SUBSCRIPTION", startsAt: later(10), endsAt: null };
const standing = (entitlements: Entitled[], at: Date, failingSince: Date | null = null) =>
  standingOf({ takesMoney: true, entitlements, failingSince }, at);

describe("what a practice has", () => {
  it("is everything where nobody pays", () => {
    const facts = { takesMoney: false, entitlements: [], failingSince: start };
    expect(standingOf(facts, later(400))).toMatchObject({ plan: "PRACTICE", reason: "SELF_HOSTED", trouble: null });
  });

  it("is Practice for thirty days from its founding, to the second, and Solo after", () => {
    const end = later(practice.trialDays);
    expect(standing([trial], new Date(end.getTime() - 1_000))).toMatchObject({ reason: "TRIAL", until: end });
    expect(standing([trial], end)).toMatchObject({ plan: "SOLO", reason: "NONE", until: null });
  });

  it("is what is paid before the trial, what was given before either, and Solo when a subscription has ended", () => {
    const given: Entitled = { plan: "PRACTICE", reason: "GIVEN", startsAt: start, endsAt: null };
    expect(standing([trial, paid], later(11)).reason).toBe("SUBSCRIPTION");
    expect(standing([trial, paid, given], later(11)).reason).toBe("GIVEN");
    expect(standing([trial, { ...paid, endsAt: later(60) }], later(60)).plan).toBe("SOLO");
  });

  it("goes on for fourteen days from the first payment that failed, then new work waits", () => {
    const failed = later(40);
    expect(standing([trial, paid], later(53.9), failed).trouble).toEqual({
      state: "GRACE",
      since: failed,
      until: later(54),
    });
    expect(standing([trial, paid], later(54), failed)).toMatchObject({
      plan: "PRACTICE",
      trouble: { state: "OVERDUE" },
    });
  });

  it("owes no payment where something else holds", () => {
    const given: Entitled = { plan: "PRACTICE", reason: "GIVEN", startsAt: start, endsAt: null };
    expect(standing([paid, given], later(90), later(40)).trouble).toBeNull();
    expect(standing([{ ...paid, endsAt: later(50) }], later(90), later(40))).toMatchObject({
      plan: "SOLO",
      trouble: null,
    });
    expect(standing([trial, paid], later(26), later(11))).toMatchObject({ reason: "TRIAL", trouble: null });
  });
});

describe("what new work a plan takes", () => {
  const solo: Standing = { plan: "SOLO", reason: "NONE", until: null, trouble: null };
  const full: Standing = { plan: "PRACTICE", reason: "SUBSCRIPTION", until: null, trouble: null };
  const overdue: Standing = { ...full, trouble: troubleOf(start, later(14)) };
  const grace: Standing = { ...full, trouble: troubleOf(start, later(13)) };
  const couples = ["a", "b", "c", "d", "e"];

  it("on Solo: three running couples and one therapist", () => {
    expect(couples.map((one) => mayAssign(solo, one, couples))).toEqual([true, true, true, false, false]);
    expect([2, 3, 9].map((running) => mayEnrol(solo, running))).toEqual([true, false, false]);
    expect([0, 1, 4].map((there) => mayAddTherapist(solo, there))).toEqual([true, false, false]);
  });

  it("on Practice: without limit, in grace too", () => {
    for (const one of [full, grace])
      expect([mayAssign(one, "e", couples), mayEnrol(one, 900), mayAddTherapist(one, 90)]).toEqual([true, true, true]);
  });

  it("none with any couple once grace is over", () => {
    expect(couples.some((one) => mayAssign(overdue, one, couples))).toBe(false);
    expect(mayEnrol(overdue, 0)).toBe(false);
  });
});

describe("what is told", () => {
  it("seven, three and one days before the end of a trial", () => {
    const end = later(30);
    const days = [22.9, 23, 26.9, 27, 28.9, 29, 29.9, 30, 31];
    expect(days.map((at) => trialStep(end, later(at)))).toEqual([null, 7, 7, 3, 3, 1, 1, null, null]);
  });

  it("on days 0, 3, 7 and 13 after a payment that failed, and nothing once grace is over", () => {
    const days = [0, 2.9, 3, 6.9, 7, 12.9, 13, 13.9, 14, 40];
    expect(days.map((at) => paymentStep(start, later(at)))).toEqual([0, 0, 3, 3, 7, 7, 13, 13, null, null]);
  });

  it("above every page: a payment before anything else, the trial to owners in its last week only", () => {
    const at = later(25);
    const told = (entitlements: Entitled[], more: { owner?: boolean; running?: number; failing?: Date } = {}) =>
      bannerOf(
        {
          standing: standing(entitlements, at, more.failing ?? null),
          ...{ running: more.running ?? 1, owner: more.owner ?? true, behind: false },
        },
        at,
      )?.kind ?? null;
    expect(told([trial])).toBe("TRIAL_ENDING");
    expect(told([trial], { owner: false })).toBeNull();
    expect(told([{ ...trial, endsAt: later(40) }])).toBeNull();
    expect(told([paid], { failing: later(20) })).toBe("PAYMENT_GRACE");
    expect(told([{ ...paid, startsAt: start }], { failing: later(1), owner: false })).toBe("PAYMENT_OVERDUE");
    expect(told([], { running: 4, owner: false })).toBe("SOLO_FULL");
    expect(told([], { running: 3 })).toBeNull();
    expect(told([{ ...paid, endsAt: later(30) }])).toBe("ENDING");
  });
});
