import { describe, expect, it } from "vitest";
import {
  firstWanted,
  isoWeek,
  lastWanted,
  mondayOfWeek,
  type PartnerState,
  type PlanSettings,
  planPartner,
} from "./policy.plan";
import { planStaff } from "./policy.plan-staff";

const everyDay = 127;
const weekdays = 31;
const settings = (changes: Partial<PlanSettings> = {}): PlanSettings => ({
  ...{ timeZone: "America/New_York", reminderHour: 9, quietFrom: null, quietTo: null, days: everyDay, stopped: [] },
  ...changes,
});
const long = new Date("2026-01-01T00:00:00Z");
const state = (changes: Partial<PartnerState> = {}): PartnerState => ({
  ...{ due: [], missed: [], pulse: [], replies: [], lastAnswerAt: null, lastMissedAt: null },
  ...changes,
});
const at = (text: string) => new Date(text);
const due = (opensOn: string, dueOn: string, since = long) => ({ opensOn, dueOn, since });
const plan = (one: PartnerState, now: string, changes: Partial<PlanSettings> = {}) =>
  planPartner(one, settings(changes), at(now)).map(
    ({ kind, subject, dueAt, reason }) => `${kind} ${subject} ${dueAt.toISOString().slice(0, 16)} ${reason ?? "owed"}`,
  );

describe("homework due", () => {
  const week = state({ due: [due("2026-11-23", "2026-11-29")] });

  it("is owed from its hour on that day on, whenever it is asked, and not a moment before", () => {
    expect(plan(week, "2026-11-29T13:59:59Z")).toEqual([]);
    for (const now of ["2026-11-29T14:00:00Z", "2026-11-30T04:59:00Z"])
      expect(plan(week, now)).toEqual(["HOMEWORK_DUE 2026-11-29 2026-11-29T14:00 owed"]);
  });

  it("comes on the last wanted day on which it can be done, under the key of its own date", () => {
    expect(plan(week, "2026-11-27T14:00:00Z", { days: weekdays })).toEqual([
      "HOMEWORK_DUE 2026-11-29 2026-11-27T14:00 owed",
    ]);
    const weekend = state({ due: [due("2026-11-28", "2026-11-29")] });
    expect(plan(weekend, "2026-11-30T20:00:00Z", { days: weekdays })).toEqual([]);
  });

  it("is skipped as too late after days without a worker, and still sent where it can still be done", () => {
    expect(plan(week, "2026-12-01T14:00:00Z")).toEqual(["HOMEWORK_DUE 2026-11-29 2026-11-29T14:00 STALE"]);
    expect(plan(week, "2026-11-29T23:00:00Z", { days: weekdays })).toEqual([
      "HOMEWORK_DUE 2026-11-29 2026-11-27T14:00 owed",
    ]);
  });

  it("is not owed for an hour that had passed when it was assigned", () => {
    const late = state({ due: [due("2026-11-24", "2026-11-24", at("2026-11-24T14:00:01Z"))] });
    expect(plan(late, "2026-11-24T18:00:00Z")).toEqual([]);
  });

  it("is left out while its kind rests, and when it is not wanted", () => {
    const stopped = (until: string | null) => ({ stopped: [{ kind: "HOMEWORK_DUE" as const, until }] });
    const now = "2026-11-29T14:00:00Z";
    expect(plan(week, now, stopped("2026-11-29"))).toEqual(["HOMEWORK_DUE 2026-11-29 2026-11-29T14:00 PAUSED"]);
    expect(plan(week, now, stopped("2026-11-28"))).toEqual(["HOMEWORK_DUE 2026-11-29 2026-11-29T14:00 owed"]);
    expect(plan(week, now, stopped(null))).toEqual(["HOMEWORK_DUE 2026-11-29 2026-11-29T14:00 UNSUBSCRIBED"]);
  });

  it("keeps its key over the date line: who travels is reminded in the new zone, of the same date", () => {
    const one = state({ due: [due("2026-11-24", "2026-11-24")] });
    expect(plan(one, "2026-11-23T19:00:00Z", { timeZone: "Pacific/Kiritimati" })).toEqual([
      "HOMEWORK_DUE 2026-11-24 2026-11-23T19:00 owed",
    ]);
    expect(plan(one, "2026-11-23T19:00:00Z", { timeZone: "Pacific/Honolulu" })).toEqual([]);
    expect(plan(one, "2026-11-24T19:00:00Z", { timeZone: "Pacific/Honolulu" })).toEqual([
      "HOMEWORK_DUE 2026-11-24 2026-11-24T19:00 owed",
    ]);
  });

  it("comes at the hour of the wall on both sides of a change of clocks, also where it is half an hour", () => {
    for (const [dueOn, instant] of [
      ["2026-03-07", "2026-03-07T14:00"],
      ["2026-03-08", "2026-03-08T13:00"],
      ["2026-11-01", "2026-11-01T14:00"],
    ] as const)
      expect(plan(state({ due: [due(dueOn, dueOn)] }), `${dueOn}T20:00:00Z`)).toEqual([
        `HOMEWORK_DUE ${dueOn} ${instant} owed`,
      ]);
    const lordHowe = { timeZone: "Australia/Lord_Howe" };
    for (const [dueOn, instant] of [
      ["2026-04-04", "2026-04-03T22:00"],
      ["2026-04-05", "2026-04-04T22:30"],
      ["2026-10-04", "2026-10-03T22:00"],
    ] as const)
      expect(plan(state({ due: [due(dueOn, dueOn)] }), `${dueOn}T05:00:00Z`, lordHowe)).toEqual([
        `HOMEWORK_DUE ${dueOn} ${instant} owed`,
      ]);
  });
});

describe("something missed", () => {
  const missed = [
    { dueOn: "2026-11-23", since: long },
    { dueOn: "2026-11-24", since: long },
  ];

  it("is said once, the morning after, and not again before something was answered", () => {
    expect(plan(state({ missed: missed.slice(0, 1) }), "2026-11-24T14:00:00Z")).toEqual([
      "HOMEWORK_MISSED 2026-11-23 2026-11-24T14:00 owed",
    ]);
    const nudged = state({ missed: missed.slice(1), lastMissedAt: at("2026-11-24T14:00:00Z") });
    expect(plan(nudged, "2026-11-25T14:00:00Z")).toEqual([]);
    const answered = { ...nudged, lastAnswerAt: at("2026-11-24T20:00:00Z") };
    expect(plan(answered, "2026-11-25T14:00:00Z")).toEqual(["HOMEWORK_MISSED 2026-11-24 2026-11-25T14:00 owed"]);
  });

  it("is not said when they have answered since", () => {
    const answered = state({ missed: missed.slice(0, 1), lastAnswerAt: at("2026-11-24T12:00:00Z") });
    expect(plan(answered, "2026-11-24T14:00:00Z")).toEqual([]);
  });

  it("is said of the first that is not too late after days without a worker, the others with their reason or not at all", () => {
    expect(plan(state({ missed }), "2026-11-26T14:00:00Z")).toEqual([
      "HOMEWORK_MISSED 2026-11-23 2026-11-24T14:00 STALE",
      "HOMEWORK_MISSED 2026-11-24 2026-11-25T14:00 owed",
    ]);
  });
});

describe("the week", () => {
  const pulse = [{ monday: "2026-11-23", since: long }];

  it("is asked about on its last wanted day, under its ISO week", () => {
    expect(plan(state({ pulse }), "2026-11-29T14:00:00Z")).toEqual(["WEEKLY_PULSE 2026-W48 2026-11-29T14:00 owed"]);
    expect(plan(state({ pulse }), "2026-11-27T14:00:00Z", { days: weekdays })).toEqual([
      "WEEKLY_PULSE 2026-W48 2026-11-27T14:00 owed",
    ]);
    expect(plan(state({ pulse }), "2026-11-30T14:00:00Z")).toEqual(["WEEKLY_PULSE 2026-W48 2026-11-29T14:00 STALE"]);
  });

  it("is named as ISO 8601 names it, there and back", () => {
    for (const [monday, week] of [
      ["2024-12-30", "2025-W01"],
      ["2026-12-28", "2026-W53"],
      ["2027-01-04", "2027-W01"],
    ] as const)
      expect([isoWeek(monday), mondayOfWeek(week)]).toEqual([week, monday]);
  });
});

describe("a reply", () => {
  const replies = [{ id: "r", at: at("2026-11-24T10:00:00Z") }];

  it("waits for the next planned reminder and goes with it", () => {
    expect(plan(state({ replies }), "2026-11-24T14:00:00Z")).toEqual([]);
    expect(plan(state({ replies, due: [due("2026-11-25", "2026-11-25")] }), "2026-11-25T14:00:00Z")).toEqual([
      "HOMEWORK_DUE 2026-11-25 2026-11-25T14:00 owed",
      "REPLY r 2026-11-25T14:00 owed",
    ]);
  });

  it("goes with the weekly one where nothing else is planned, even if that one is not wanted", () => {
    const stopped = [{ kind: "WEEKLY_PULSE" as const, until: null }];
    expect(plan(state({ replies }), "2026-11-29T14:00:00Z", { stopped })).toEqual(["REPLY r 2026-11-29T14:00 owed"]);
  });
});

describe("wanted days", () => {
  it("are found backwards within a window and forwards past days that are taken out", () => {
    expect(lastWanted("2026-11-28", "2026-11-29", weekdays)).toBeNull();
    expect(lastWanted("2026-11-23", "2026-11-29", 1)).toBe("2026-11-23");
    expect(firstWanted("2026-11-28", weekdays)).toBe("2026-11-30");
    expect(firstWanted("2026-11-28", weekdays, (date) => date < "2026-12-02")).toBe("2026-12-02");
  });
});

describe("staff", () => {
  const none = { digest: [], silences: [], invitations: [], words: [], away: [] };
  const owed = (one: Parameters<typeof planStaff>[0], now: string, changes: Partial<PlanSettings> = {}) =>
    planStaff(one, settings(changes), at(now)).map(
      ({ kind, subject, dueAt, reason }) =>
        `${kind} ${subject} ${dueAt.toISOString().slice(0, 16)} ${reason ?? "owed"}`,
    );

  it("get the week at a glance on its first wanted day, the first day back after days away, and none in a week away", () => {
    const digest = ["2026-11-23"];
    expect(owed({ ...none, digest }, "2026-11-23T14:00:00Z")).toEqual(["WEEKLY_DIGEST 2026-W48 2026-11-23T14:00 owed"]);
    const away = [{ from: "2026-11-20", to: "2026-11-24" }];
    expect(owed({ ...none, digest, away }, "2026-11-25T14:00:00Z")).toEqual([
      "WEEKLY_DIGEST 2026-W48 2026-11-25T14:00 owed",
    ]);
    expect(owed({ ...none, digest, away: [{ from: "2026-11-20", to: "2026-11-29" }] }, "2026-11-30T14:00:00Z")).toEqual(
      [],
    );
  });

  it("are told of a silence two days after the one reminder, and of an invitation when it ran out, at a planned hour", () => {
    const silences = [{ personId: "p", dueOn: "2026-11-20", missedAt: at("2026-11-21T14:00:00Z") }];
    const invitations = [{ id: "i", generation: 1, expiredAt: at("2026-11-23T15:00:00Z") }];
    expect(owed({ ...none, silences }, "2026-11-23T13:59:00Z")).toEqual([]);
    expect(owed({ ...none, silences, invitations }, "2026-11-24T14:00:00Z")).toEqual([
      "SILENCE_NOTICE p:2026-11-20 2026-11-23T14:00 owed",
      "INVITATION_OPEN i:1 2026-11-24T14:00 owed",
    ]);
    expect(owed({ ...none, silences }, "2026-12-02T14:00:00Z")).toEqual([
      "SILENCE_NOTICE p:2026-11-20 2026-11-23T14:00 STALE",
    ]);
  });
});
