import { describe, expect, it } from "vitest";
import { strategyByKey } from "@/content/strategies";
import { entryOf, inReading, inTool, moment } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import type { Tool, ToolEntry } from "../tool";
import { TimerForm } from "./form";
import type { TimerEvent } from "./schema";
import { timerSummary } from "./summary";
import { TimerView } from "./view";

const definition = strategyByKey("listen-actively")?.blocks[0] as BlockOf<"timer">;
const at = (second: number) => new Date(moment.getTime() + second * 1000);
const event = (second: number, position: 1 | 2, body: TimerEvent, ordinal = 0): ToolEntry =>
  entryOf({
    block: "turns",
    kind: "event",
    body,
    position,
    mine: position === 1,
    readers: "SHARED",
    createdAt: at(second),
    ordinal,
  });
const start = (phones: 1 | 2, first: 1 | 2 = 1): TimerEvent => ({ v: 1, type: "start", first, phones, topic: 1 });
const step = (type: "end-turn" | "break", turn = 0): TimerEvent => ({ v: 1, type, turn });
const got = (turn: number): TimerEvent => ({ v: 1, type: "answer", turn, answer: "gotIt" });
const heard = (ordinal: number) => [
  event(1, 1, start(1), ordinal),
  event(2, 1, step("end-turn"), ordinal),
  event(3, 1, got(0), ordinal),
  event(4, 1, step("end-turn", 1), ordinal),
  event(5, 1, got(1), ordinal),
  event(6, 1, { v: 1, type: "stop" }, ordinal),
];
const drawn = (entries: ToolEntry[], second: number, tool: Partial<Tool> = {}, locale: "en" | "es" = "en") =>
  inTool(<TimerForm definition={definition} />, { entries, now: () => at(second).getTime(), ...tool }, locale);

describe("the screen of a talk in turns", () => {
  it("offers light topics only, until two talks went both ways", () => {
    expect(drawn([], 0)).not.toContain("A topic of your own");
    expect(drawn(heard(0), 99, { ordinal: 1 })).not.toContain("A topic of your own");
    expect(drawn([...heard(0), ...heard(1)], 99, { ordinal: 2 })).toContain("A topic of your own");
  });

  it("shows the time that is left by the server's clock, in figures and in words", () => {
    const markup = drawn([event(0, 1, start(2))], 83);
    expect(markup).toContain("2<!-- -->:<!-- -->37".replaceAll("<!-- -->", ""));
    expect(markup).toContain("2 minutes and 37 seconds left");
    expect(markup).toContain('role="timer"');
  });

  it("gives the end of a turn to the speaker alone, and the break to both", () => {
    const other: Partial<Tool> = { position: 2, partnerName: "Sam" };
    const speaker = drawn([event(0, 1, start(2))], 10);
    const listener = drawn([event(0, 1, start(2))], 10, other);
    expect(speaker).toContain("I have said it");
    expect(listener).not.toContain("I have said it");
    expect(listener).toContain("Sam speaks");
    for (const markup of [speaker, listener]) expect(markup).toContain("Take 20");
  });

  it("gives the answers to the summary to the speaker alone", () => {
    const summing = [event(0, 1, start(2)), event(9, 1, step("end-turn"))];
    expect(drawn(summing, 10)).toContain("Got it");
    const listener = drawn(summing, 10, { position: 2, partnerName: "Sam" });
    expect(listener).toContain("You sum up");
    expect(listener).not.toContain("Got it");
  });

  it("leads both turns on one phone, whosever it is", () => {
    const second = [event(0, 1, start(1)), event(9, 1, step("end-turn")), event(10, 1, got(0))];
    const markup = drawn(second, 11);
    expect(markup).toContain("Alex speaks");
    expect(markup).toContain("I have said it");
    expect(markup).toContain("Hold the phone while you speak.");
  });

  it("announces only what happens now, never the seconds", () => {
    const status = (markup: string) => markup.match(/<p role="status" class="sr-only">(.*?)<\/p>/)?.[1];
    const entries = [event(0, 1, start(2))];
    expect(status(drawn(entries, 1))).toBe("You speak");
    expect(status(drawn(entries, 99))).toBe("You speak");
    expect(status(drawn([...entries, event(100, 1, step("end-turn"))], 101))).toBe("Alex sums up");
  });

  it("shows when a break is over, in the couple's zone", () => {
    const markup = drawn([event(0, 1, start(2)), event(60, 2, step("break"))], 70);
    expect(markup).toContain("7:21");
    expect(markup).toContain("We go on");
    expect(markup).not.toContain("Take 20");
  });

  it("lets each phone turn its signals on and off before a talk, in a turn, while summing up and in a break", () => {
    const speaking = [event(0, 1, start(2))];
    const stages = [
      [],
      speaking,
      [...speaking, event(9, 1, step("end-turn"))],
      [...speaking, event(9, 2, step("break"))],
    ];
    for (const entries of stages)
      for (const position of [1, 2] as const) {
        const markup = drawn(entries, 10, { position });
        expect(markup).toContain("A soft tone");
        expect(markup.match(/role="switch"/g)).toHaveLength(2);
      }
  });

  it("speaks Spanish", () => {
    expect(drawn([event(0, 1, start(2, 2))], 5, {}, "es")).toContain("Habla Alex");
  });
});

describe("what is left of a talk", () => {
  it("is its topic and how far it went", () => {
    const markup = inReading(<TimerView definition={definition} entries={heard(0)} reader="therapist" />);
    expect(markup).toContain("A place you would love to see one day");
    expect(markup).toContain("2 of 4 turns heard");
    expect(timerSummary(definition, heard(0), "es")[0]?.text).toBe("Un lugar que te encantaría conocer (2/4)");
  });
});
