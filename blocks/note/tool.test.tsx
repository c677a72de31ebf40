import { describe, expect, it } from "vitest";
import { entryOf, inTool, moment } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import type { Tool, ToolEntry } from "../tool";
import { NoteForm } from "./form";
import { noteSummary } from "./summary";
import { faultsOf } from "./write";

const both = (text: string) => ({ en: text, es: text });
const definition: BlockOf<"note"> = {
  kind: "note",
  id: "love-note",
  label: both("Leave a note"),
  starters: [both("Thank you for"), both("I saw how you")],
};
const theirs = { position: 2 as const, mine: false };
const note = (words: string, given: Partial<ToolEntry> = {}) =>
  entryOf({ block: "love-note", kind: "note", body: { v: 1, words }, readers: "SHARED", sharedAt: moment, ...given });
const mute = (given: Partial<ToolEntry> = {}) =>
  entryOf({ block: "love-note", kind: "mute", body: { v: 1, muted: true }, ...given });
const form = (entries: ToolEntry[], given: Partial<Tool> = {}) =>
  inTool(<NoteForm definition={definition} />, { entries, ...given });
const later = new Date(moment.getTime() + 3_600_000);

describe("notes", () => {
  it("can be taken back until they arrive, and not after", () => {
    const waiting = form([note("You make me laugh", { sharedAt: later })]);
    expect(waiting).toContain("Arrives");
    expect(waiting).toContain("Take it back");
    const gone = form([note("You make me laugh")]);
    expect(gone).toContain("You make me laugh");
    expect(gone).not.toMatch(/Arrives|Take it back|read on|seen/);
  });

  it("look the same to their author whether they were muted or not", () => {
    // What the other mutes is theirs alone and never among the entries; were it there, nothing would show it.
    const own = note("You make me laugh");
    expect(form([own, mute(theirs)])).toBe(form([own]));
  });

  it("rest for whoever muted them, without a word to anybody", () => {
    expect(form([note("From Alex", theirs)])).toContain("From Alex");
    const quiet = form([note("From Alex", theirs), mute()]);
    expect(quiet).not.toContain("From Alex");
    expect(quiet).toContain("Nobody is told.");
  });

  it("leave muting out of every summary", () => {
    expect(noteSummary(definition, [note("Hello"), mute()], "en").map(({ text }) => text)).toEqual(["Hello"]);
  });

  it("cannot be left while nothing reaches the other, and say no reason", () => {
    const resting = form([], { delivers: false });
    expect(resting).toContain("Notes rest for now.");
    expect(resting).not.toContain("<textarea");
  });

  it("ask for words and for an hour that is still to come", () => {
    const begun = { entryId: "id", words: " ", when: null, day: "", time: "" };
    const zone = "America/New_York";
    expect(faultsOf(begun, moment.getTime(), zone)).toEqual({ words: "writeSomething", when: "chooseWhen" });
    const timed = { ...begun, words: "Hello", when: "time" as const, day: "2026-11-24", time: "06:59" };
    expect(faultsOf(timed, moment.getTime(), zone)).toEqual({ at: "future" });
    expect(faultsOf({ ...timed, time: "07:01" }, moment.getTime(), zone)).toEqual({});
  });
});
