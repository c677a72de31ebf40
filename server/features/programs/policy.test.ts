import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/server/clock";
import {
  type Course,
  calendar,
  dueWeek,
  end,
  finish,
  insert,
  mayOpenByDate,
  nextWeek,
  open,
  openWeek,
  pause,
  regate,
  resume,
  setNext,
  skip,
  unskip,
  weekDays,
} from "./policy";

const start = "2026-11-24";
const courseOf = (gates: ("DATE" | "THERAPIST")[], nextOn = start): Course => ({
  state: "ACTIVE",
  nextOn,
  pausedOn: null,
  weeks: gates.map((opens, index) => ({ id: `w${index}`, opens, state: "WAITING", openedOn: null, endsOn: null })),
});
const states = (course: Course | null) => course?.weeks.map((week) => week.state).join(" ");
/** What the worker does on one day. */
const sweep = (course: Course, today: string): Course => {
  const due = dueWeek(course, today);
  return (due && open(course, due.id, today)) ?? finish(course, today);
};

describe("a course", () => {
  it("opens a week on its date, and the next a week later; a week that waits for the therapist stays shut", () => {
    let course = sweep(courseOf(["DATE", "DATE", "THERAPIST"]), start);
    expect([states(course), course.nextOn]).toEqual(["OPEN WAITING WAITING", "2026-12-01"]);
    expect(sweep(course, "2026-11-30")).toEqual(course);
    course = sweep(course, "2026-12-01");
    expect(states(course)).toBe("DONE OPEN WAITING");
    expect(states(sweep(course, "2027-03-01"))).toBe("DONE OPEN WAITING");
    expect(states(open(course, "w2", "2026-12-12"))).toBe("DONE DONE OPEN");
    expect(open(course, "w1", "2026-12-12")).toBeNull();
  });

  it("opens one stale week after a month without a worker, and the next a week after that", () => {
    const course = sweep(sweep(courseOf(["DATE", "DATE", "DATE"]), start), "2026-12-24");
    expect([states(course), course.nextOn]).toEqual(["DONE OPEN WAITING", "2026-12-31"]);
    expect(sweep(course, "2026-12-24")).toEqual(course);
  });

  it("moves every day ahead by the days that it rested, the open week's end too", () => {
    const running = sweep(courseOf(["DATE", "DATE"]), start);
    const paused = pause(running, "2026-11-26");
    expect(paused && pause(paused, "2026-11-28")).toEqual(paused);
    expect(paused && sweep(paused, "2026-12-05")).toEqual(paused);
    const resumed = paused && resume(paused, "2026-12-06");
    expect(resumed).toMatchObject({ state: "ACTIVE", pausedOn: null, nextOn: "2026-12-11" });
    expect(resumed && openWeek(resumed)?.endsOn).toBe("2026-12-10");
    expect(resumed && resume(resumed, "2026-12-09")).toEqual(resumed);
  });

  it("skips what waits, takes it back, and not once a later week has opened", () => {
    const course = sweep(courseOf(["DATE", "DATE", "DATE"]), start);
    const skipped = skip(course, "w1");
    expect(states(skipped)).toBe("OPEN SKIPPED WAITING");
    expect(skipped && unskip(skipped, "w1")).toEqual(course);
    const later = skipped && sweep(skipped, "2026-12-01");
    expect(states(later)).toBe("DONE SKIPPED OPEN");
    expect(later && unskip(later, "w1")).toBeNull();
    expect(skip(course, "w0")).toBeNull();
  });

  it("takes a week in where it is still ahead, once", () => {
    const course = sweep(courseOf(["DATE", "DATE"]), start);
    const added = insert(course, { id: "new", opens: "DATE" }, "w0");
    expect(added?.weeks.map((week) => week.id)).toEqual(["w0", "new", "w1"]);
    expect(added && insert(added, { id: "new", opens: "DATE" }, "w0")).toEqual(added);
    expect(insert(course, { id: "new", opens: "DATE" }, null)).toBeNull();
    expect(insert(course, { id: "new", opens: "DATE" }, "unknown")).toBeNull();
  });

  it("may be moved to another day, and given another gate", () => {
    const course = sweep(courseOf(["DATE", "DATE"]), start);
    expect(setNext(course, "2026-12-05", start)?.nextOn).toBe("2026-12-05");
    expect(setNext(course, "2026-11-30", start)).toBeNull();
    expect(setNext(course, "2026-11-20", start)).toBeNull();
    const gated = regate(course, "w1", "THERAPIST");
    expect(gated && dueWeek(gated, "2027-01-01")).toBeNull();
    expect(regate(course, "w0", "THERAPIST")).toBeNull();
  });

  it("is finished a week after its last week opened, and ended at once when it is ended", () => {
    const last = sweep(courseOf(["DATE"]), start);
    expect(sweep(last, "2026-11-30").state).toBe("ACTIVE");
    expect(sweep(last, "2026-12-01")).toMatchObject({
      state: "FINISHED",
      weeks: [{ state: "DONE", endsOn: "2026-11-30" }],
    });
    const ended = end(last, "2026-11-26");
    expect(ended).toMatchObject({ state: "ENDED", weeks: [{ state: "DONE", endsOn: "2026-11-25" }] });
    expect(end(ended, "2026-12-26")).toEqual(ended);
    expect([pause(ended, start), resume(ended, start), skip(ended, "w0")]).toEqual([null, null, null]);
  });

  it("foresees its days up to a week that waits for the therapist", () => {
    const days = calendar(courseOf(["DATE", "DATE", "THERAPIST", "DATE"], "2026-11-01"), start);
    expect([...days.values()]).toEqual([start, "2026-12-01", null, null]);
  });

  it("never begins an apology by date", () => {
    expect(mayOpenByDate([{ byWord: false }])).toBe(true);
    expect(mayOpenByDate([{ byWord: false }, { byWord: true }])).toBe(false);
  });
});

type Step = {
  what: "sweep" | "pause" | "resume" | "skip" | "unskip" | "insert" | "open" | "regate" | "setNext";
  days: number;
  pick: number;
};
const steps = fc.array(
  fc.record({
    what: fc.constantFrom<Step["what"]>(
      "sweep",
      "sweep",
      "pause",
      "resume",
      "skip",
      "unskip",
      "insert",
      "open",
      "regate",
      "setNext",
    ),
    days: fc.integer({ min: 0, max: 20 }),
    pick: fc.nat({ max: 20 }),
  }),
  { maxLength: 60 },
);
const gates = fc.array(fc.constantFrom<"DATE" | "THERAPIST">("DATE", "DATE", "THERAPIST"), {
  minLength: 1,
  maxLength: 10,
});

function apply(course: Course, { what, pick }: Step, today: string): Course {
  const week = course.weeks[pick % course.weeks.length];
  if (!week) return course;
  const next = {
    sweep: () => sweep(course, today),
    pause: () => pause(course, today),
    resume: () => resume(course, today),
    skip: () => skip(course, week.id),
    unskip: () => unskip(course, week.id),
    insert: () => insert(course, { id: `new${course.weeks.length}`, opens: pick % 3 ? "DATE" : "THERAPIST" }, week.id),
    open: () => open(course, nextWeek(course)?.id ?? "none", today),
    setNext: () => setNext(course, addDays(today, pick - 5), today),
    regate: () => regate(course, week.id, pick % 2 ? "DATE" : "THERAPIST"),
  }[what]();
  return next ?? course;
}

describe("whatever is done to a course, in whatever order", () => {
  const holds = (check: (before: Course, after: Course, step: Step, today: string) => void) =>
    fc.assert(
      fc.property(gates, steps, (given, taken) => {
        let course = courseOf(given);
        let today = start;
        for (const step of taken) {
          today = addDays(today, step.days);
          const after = apply(course, step, today);
          check(course, after, step, today);
          course = after;
        }
      }),
      { numRuns: 300 },
    );

  it("each week opens once at most, in order, and only one is open", () => {
    holds((before, after) => {
      for (const was of before.weeks) {
        const is = after.weeks.find((week) => week.id === was.id);
        if (was.openedOn) expect(is?.openedOn).toBe(was.openedOn);
        if (was.state === "DONE") expect(is).toEqual(was);
        if (was.state === "OPEN") expect(["OPEN", "DONE"]).toContain(is?.state);
      }
      expect(after.weeks.filter((week) => week.state === "OPEN").length).toBeLessThanOrEqual(1);
      const opened = after.weeks.flatMap((week) => (week.openedOn ? [week.openedOn] : []));
      expect(opened).toEqual([...opened].sort());
    });
  });

  it("a date opens one week at a time, never within a week of the one before", () => {
    holds((before, after, step, today) => {
      if (step.what !== "sweep") return;
      const opened = after.weeks.filter((week) => week.state === "OPEN" && openWeek(before)?.id !== week.id);
      expect(opened.length).toBeLessThanOrEqual(1);
      for (const week of opened) {
        expect([week.opens, week.openedOn]).toEqual(["DATE", today]);
        const last = openWeek(before)?.openedOn;
        if (last) expect(daysBetween(last, today)).toBeGreaterThanOrEqual(weekDays);
      }
      expect(sweep(after, today)).toEqual(after);
    });
  });

  it("no day ahead lies in the past once it goes on, and nothing moves while it rests", () => {
    holds((before, after, step, today) => {
      if (step.what === "resume" && before.state === "PAUSED") {
        expect(after.nextOn >= today).toBe(true);
        for (const day of calendar(after, today).values()) if (day) expect(day >= today).toBe(true);
        const [was, is] = [openWeek(before), openWeek(after)];
        if (was?.endsOn && before.pausedOn && is?.endsOn && was.endsOn >= before.pausedOn) {
          expect(is.endsOn >= today).toBe(true);
        }
      }
      if (before.state === "PAUSED" && step.what !== "resume") {
        expect([after.state, after.nextOn]).toEqual([before.state, before.nextOn]);
        expect(openWeek(after)).toEqual(openWeek(before));
      }
    });
  });
});
