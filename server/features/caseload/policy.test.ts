import { describe, expect, it } from "vitest";
import { apartOf, areas, type CoupleFacts, fallOf, needOf, reasonsOf, trendOf, usualSilence } from "./policy";

const flat = () =>
  Object.fromEntries(areas.map((area) => [area, { one: [6, 6, 6, 6], two: [6, 6, 6, 6] }])) as CoupleFacts["pulse"];
const partner = (position: 1 | 2, name: string, joined = true) => ({
  personId: crypto.randomUUID(),
  name,
  position,
  joined,
});
const calm = (changes: Partial<CoupleFacts> = {}): CoupleFacts => ({
  today: "2026-11-23",
  partners: [partner(1, "Alex"), partner(2, "Sam")],
  toOpenAlone: false,
  unread: 0,
  answeredOn: ["2026-11-08", "2026-11-15", "2026-11-22"],
  homeworkEnds: [null],
  homeworkSince: "2026-10-01",
  pulse: flat(),
  elsewhere: [],
  programWaitsSince: null,
  restedUntil: null,
  ...changes,
});

describe("why a couple needs its therapist", () => {
  it("is nothing when all is well", () => {
    expect(reasonsOf(calm())).toEqual([]);
  });

  it("names the person whose pulse fell, never the couple's mean", () => {
    const pulse = { ...flat(), trust: { one: [7, 7, 7, 4], two: [6, 6, 6, 6] } };
    expect(reasonsOf(calm({ pulse }))).toContainEqual({
      kind: "pulse-fell",
      tone: "warm",
      name: "Alex",
      area: "trust",
      by: 3,
    });
  });

  it("tells a widening difference, not an old one", () => {
    const widening = { ...flat(), trust: { one: [6, 6, 6, 6, 5, 4], two: [6, 6, 6, 7, 7, 8] } };
    const old = { ...flat(), trust: { one: [3, 3, 3, 3, 3, 3], two: [8, 8, 8, 8, 8, 8] } };
    expect(reasonsOf(calm({ pulse: widening })).map((reason) => reason.kind)).toContain("apart");
    expect(reasonsOf(calm({ pulse: old })).map((reason) => reason.kind)).not.toContain("apart");
  });

  it("measures silence against the couple's own rhythm", () => {
    const slow = ["2026-09-15", "2026-09-29", "2026-10-13", "2026-10-27"];
    const quick = ["2026-10-25", "2026-10-26", "2026-10-27"];
    expect(usualSilence(slow)).toBe(28);
    expect(reasonsOf(calm({ answeredOn: slow }))).toEqual([]);
    expect(reasonsOf(calm({ answeredOn: quick }))).toEqual([{ kind: "silent", tone: "warm", days: 27 }]);
  });

  it("counts no silence from days on which homework rested", () => {
    const quick = { answeredOn: ["2026-10-25", "2026-10-26", "2026-10-27"] };
    expect(reasonsOf(calm({ ...quick, restedUntil: "2026-11-20" }))).toEqual([]);
    expect(reasonsOf(calm({ ...quick, restedUntil: "2026-11-28" }))).toEqual([]);
    expect(reasonsOf(calm({ ...quick, restedUntil: "2026-11-10" }))).toEqual([
      { kind: "silent", tone: "warm", days: 13 },
    ]);
  });

  it("does not call a couple silent that has no homework", () => {
    expect(reasonsOf(calm({ homeworkSince: null, homeworkEnds: [] })).map((reason) => reason.kind)).toEqual([
      "no-homework",
    ]);
  });

  it("counts what is unread and lets it raise the couple", () => {
    expect(needOf(reasonsOf(calm({ unread: 2 })))).toBeGreaterThan(needOf(reasonsOf(calm({ unread: 1 }))));
    expect(reasonsOf(calm({ unread: 2 }))[0]).toEqual({ kind: "unread", tone: "attention", count: 2 });
  });

  it("names a partner who lives where the licence does not reach, until the reason is recorded", () => {
    const partners = [partner(1, "Ola"), partner(2, "Emre")];
    const elsewhere = [partners[1]?.personId ?? ""];
    expect(reasonsOf(calm({ partners, elsewhere }))).toEqual([{ kind: "elsewhere", tone: "warm", name: "Emre" }]);
  });

  it("puts what is to be opened alone before everything else, and says neither what it is nor whose", () => {
    const reasons = reasonsOf(calm({ toOpenAlone: true, unread: 9 }));
    expect(reasons[0]).toEqual({ kind: "open-alone", tone: "attention" });
    expect(needOf(reasons.slice(0, 1))).toBeGreaterThan(needOf(reasonsOf(calm({ unread: 9, homeworkEnds: [] }))));
  });

  it("says since when a program waits for the therapist's word, in the place of the homework that is missing for it", () => {
    const kinds = (changes: Partial<CoupleFacts>) => reasonsOf(calm(changes));
    const over = { homeworkEnds: [], homeworkSince: null };
    expect(kinds({ ...over, programWaitsSince: "2026-11-20" })).toEqual([
      { kind: "program-waits", tone: "warm", days: 3 },
    ]);
    expect(kinds({ ...over, programWaitsSince: "2026-11-23" })).toEqual([
      { kind: "program-waits", tone: "warm", days: 0 },
    ]);
    expect(kinds({ programWaitsSince: "2026-11-24" })).toEqual([]);
    expect(kinds({ ...over, programWaitsSince: "2026-11-24" }).map((one) => one.kind)).toEqual(["no-homework"]);
  });

  it("says when homework runs out within a week, and who has not joined", () => {
    expect(reasonsOf(calm({ homeworkEnds: ["2026-11-27"] }))).toEqual([
      { kind: "homework-ends", tone: "quiet", days: 4 },
    ]);
    const waiting = [partner(1, "Kit"), partner(2, "Dana", false)];
    expect(reasonsOf(calm({ partners: waiting }))).toEqual([{ kind: "not-joined", tone: "quiet", name: "Dana" }]);
  });
});

describe("reading a pulse", () => {
  it("skips weeks without a rating", () => {
    expect(fallOf([7, null, 7, null, 4])).toBe(3);
    expect(trendOf([null, 4, null, 6, 7])).toBe("rising");
    expect(trendOf([null, 4])).toBe("unknown");
  });

  it("has no distance unless both rated", () => {
    expect(apartOf([6, 7], [null, null])).toBeNull();
    expect(apartOf([6, 7], [3, null])).toBe(4);
  });
});
