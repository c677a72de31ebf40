import { describe, expect, it } from "vitest";
import { entryOf, inReading, inTool, moment } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import type { Tool, ToolEntry } from "../tool";
import { PlanForm } from "./form";
import { planSummary } from "./summary";
import { PlanView } from "./view";

const both = (text: string) => ({ en: text, es: text });
const definition: BlockOf<"plan"> = {
  kind: "plan",
  id: "our-date",
  label: both("Our plan"),
  fields: [
    { key: "what", label: both("What") },
    { key: "constructor", label: both("Who builds it") },
  ],
  afterwards: both("How did it feel?"),
  reach: "partner",
};
const theirs = { position: 2 as const, mine: false };
const plan = (given: Partial<ToolEntry> = {}, at: string | null = "2026-12-03T19:30") =>
  entryOf({
    block: "our-date",
    kind: "plan",
    body: { v: 1, fields: { what: "A walk" }, at, minutes: 90 },
    readers: "SHARED",
    sharedAt: moment,
    ...given,
  });
const agree = (slot: string, given: Partial<ToolEntry> = {}) =>
  entryOf({ block: "our-date", kind: "agree", slot, body: { v: 1 }, readers: "SHARED", ...given });
const form = (entries: ToolEntry[], given: Partial<Tool> = {}) =>
  inTool(<PlanForm definition={definition} />, { entries, ...given });

describe("the planner", () => {
  it("shows what is planned and when, by the couple's own clock whatever the zone of the page", () => {
    const seen = form([plan()]);
    expect(seen).toContain("A walk");
    expect(seen).toMatch(/Thursday, December 3 at 7:30.PM/);
    expect(seen).toContain("Add to my calendar");
    expect(form([plan({}, null)])).not.toContain("Add to my calendar");
  });

  it("lets the other say that they are in, and take it back", () => {
    const their = plan(theirs);
    expect(form([their])).toContain("I am in");
    const said = form([their, agree(their.entryId)]);
    expect(said).toContain("You are in.");
    expect(said).toContain("Take it back");
    const own = plan();
    expect(form([own, agree(own.entryId, theirs)])).toContain("Alex is in.");
    expect(form([own])).not.toMatch(/is in|not in|waiting/);
  });

  it("asks again once the plan has changed", () => {
    const changed = plan({ ...theirs, version: 2, updatedAt: new Date(moment.getTime() + 1000) });
    expect(form([changed, agree(changed.entryId)])).toContain("I am in");
  });

  it("offers no agreeing where nothing reaches the other", () => {
    expect(form([plan(theirs)], { delivers: false })).not.toContain("I am in");
  });

  it("says the same in the brief as on the page", () => {
    const [line] = planSummary(definition, [plan()], "en");
    expect(line?.text).toMatch(/^December 3, 2026 at 7:30.PM\nWhat: A walk$/);
    const view = inReading(<PlanView definition={definition} entries={[plan()]} reader="therapist" />);
    expect(view).toContain("A walk");
    expect(view).not.toContain("Add to my calendar");
  });
});
