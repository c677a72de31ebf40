import { describe, expect, it } from "vitest";
import { entryOf, inReading, inTool, moment } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { faultsOf, nothingYet } from "./compose";
import { LedgerForm } from "./form";
import { ledgerSummary } from "./summary";
import { trendOf } from "./trend";
import { LedgerView } from "./view";

const both = (en: string, es: string) => ({ en, es });
const definition: BlockOf<"ledger"> = {
  kind: "ledger",
  id: "promises",
  promise: both("I promise to", "Prometo"),
  byWhen: both("By when", "Para cuándo"),
  states: {
    kept: both("Kept", "Cumplida"),
    renegotiated: both("Changed in good time", "Cambiada a tiempo"),
    missed: both("Missed", "No se cumplió"),
  },
  noticed: both("I noticed", "Lo noté"),
};
type State = "open" | "kept" | "renegotiated" | "missed";
const promise = (what: string, by: string, state: State, given: Partial<ToolEntry> = {}) =>
  entryOf({ block: "promises", kind: "promise", body: { v: 1, what, by, state }, readers: "SHARED", ...given });
const theirs = { position: 2 as const, mine: false };
const form = (entries: ToolEntry[], locale: "en" | "es" = "en") =>
  inTool(<LedgerForm definition={definition} />, { entries }, locale);

describe("the promise ledger", () => {
  it("lets its maker alone say how a promise went", () => {
    const own = form([promise("call you at noon", "2026-11-25", "open")]);
    for (const label of ["Kept", "Changed in good time", "Missed"]) expect(own).toContain(`>${label}</button>`);
    const other = form([promise("call you at noon", "2026-11-25", "open", theirs)]);
    expect(other).toContain("call you at noon");
    expect(other).toContain("I noticed");
    for (const label of ["Kept", "Changed in good time", "Missed"]) expect(other).not.toContain(`>${label}</button>`);
  });

  it("tells the maker that it was noticed, and lets whoever noticed take that back", () => {
    const mine = promise("call you", "2026-11-25", "open");
    const notice = { block: "promises", kind: "noticed", body: { v: 1 }, readers: "SHARED" as const };
    expect(form([mine, entryOf({ ...notice, ...theirs, slot: mine.entryId })])).toContain("Alex noticed.");
    const their = promise("call you", "2026-11-25", "open", theirs);
    const seen = form([their, entryOf({ ...notice, slot: their.entryId })]);
    expect(seen).toContain("You noticed.");
    expect(seen).toContain("Take it back");
    expect(seen).not.toContain("I noticed");
  });

  it("calls a change in good time care, and says nothing of promises whose day has passed", () => {
    expect(form([promise("cook", "2026-11-25", "renegotiated")])).toContain("a way to care");
    const soon = form([promise("cook", "2026-11-25", "open", theirs)]).replace("Wednesday, November 25", "");
    const late = form([promise("cook", "2026-11-02", "open", theirs)]).replace("Monday, November 2", "");
    const plain = (markup: string) => markup.replace(/«[^»]*»|_[rR]_[^"]*/g, "").replace(/<[^>]+>/g, " ");
    expect(plain(late)).toBe(plain(soon));
  });

  it("folds away what was marked some days ago", () => {
    const old = promise("cook", "2026-11-02", "kept", { updatedAt: new Date("2026-11-03T08:00:00Z") });
    expect(form([old])).toContain("<details");
    expect(form([promise("cook", "2026-11-24", "kept")])).not.toContain("<details");
  });

  it("counts for nobody but the therapist", () => {
    const entries = [
      promise("one", "2026-11-16", "kept"),
      promise("two", "2026-11-18", "kept"),
      promise("three", "2026-11-20", "missed"),
    ];
    const view = (reader: "author" | "partner" | "therapist") =>
      inReading(<LedgerView definition={definition} entries={entries} reader={reader} />);
    expect(view("therapist")).toContain("Kept: 2 · Missed: 1");
    for (const seen of [form(entries), view("author"), view("partner")]) {
      expect(seen).not.toMatch(/Kept: 2|Missed: 1|Week of/);
    }
  });

  it("shows the therapist each partner by themselves", () => {
    const entries = [promise("one", "2026-11-16", "kept"), promise("two", "2026-11-18", "missed", theirs)];
    const seen = inReading(<LedgerView definition={definition} entries={entries} reader="therapist" />);
    expect(seen.indexOf("Promises of Sam")).toBeLessThan(seen.indexOf("Kept: 1"));
    expect(seen.indexOf("Kept: 1")).toBeLessThan(seen.indexOf("Promises of Alex"));
    expect(seen.indexOf("Promises of Alex")).toBeLessThan(seen.indexOf("Missed: 1"));
  });

  it("gathers a week from Monday to Sunday, for one partner", () => {
    const entries = [
      promise("monday", "2026-11-16", "kept"),
      promise("sunday", "2026-11-22", "open"),
      promise("next monday", "2026-11-23", "renegotiated"),
      promise("the other's", "2026-11-17", "missed", theirs),
    ];
    expect(trendOf(entries, 1)).toEqual([
      { week: "2026-11-16", kept: 1, renegotiated: 0, missed: 0, open: 1 },
      { week: "2026-11-23", kept: 0, renegotiated: 1, missed: 0, open: 0 },
    ]);
  });

  it("says in the brief what was promised, for when and how it went", () => {
    const made = promise("llamar", "2026-11-25", "kept");
    const { entryId } = made;
    const text = "llamar (25 de noviembre de 2026, Cumplida)";
    expect(ledgerSummary(definition, [made], "es")).toEqual([
      { label: "Prometo", text, position: 1, at: moment, entryId },
    ]);
  });

  it("asks for what is missing, beside its place", () => {
    const today = "2026-11-24";
    expect(faultsOf(nothingYet(), today)).toEqual({ readers: "chooseReaders" });
    const begun = { ...nothingYet(), readers: "SHARED" as const };
    expect(faultsOf(begun, today)).toEqual({ what: "writeSomething", due: "required" });
    const dated = { ...begun, what: "cook", due: "date" as const };
    expect(faultsOf(dated, today)).toEqual({ date: "required" });
    expect(faultsOf({ ...dated, date: "2026-11-23" }, today)).toEqual({ date: "fromTodayOn" });
    expect(faultsOf({ ...dated, date: today }, today)).toEqual({});
  });
});
