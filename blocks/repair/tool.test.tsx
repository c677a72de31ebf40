import { describe, expect, it } from "vitest";
import { strategyByKey } from "@/content/strategies";
import { entryOf, inReading, inTool, moment } from "@/tests/factories/tools";
import type { Block, BlockOf } from "../registry";
import type { Tool, ToolEntry } from "../tool";
import { RepairForm } from "./form";
import { RepairView } from "./view";
import { WriteApology } from "./write";

const isRepair = (block: Block): block is BlockOf<"repair"> => block.kind === "repair";
const definition = strategyByKey("apologise-and-forgive")?.blocks.find(isRepair) as BlockOf<"repair">;
const words = { v: 1, did: "I shouted", effect: "You were afraid", amends: "I leave the room first" };
const theirs = { position: 2 as const, mine: false };
const apology = (given: Partial<ToolEntry> = {}, inTheRoom = false) =>
  entryOf({ block: "apology", kind: "apology", body: { ...words, inTheRoom }, readers: "THERAPIST", ...given });
const beside = (kind: string, slot: string, given: Partial<ToolEntry> = {}, body: unknown = { v: 1 }) =>
  entryOf({ block: "apology", kind, slot, body, readers: "SHARED", sharedAt: moment, ...given });
const form = (entries: ToolEntry[], given: Partial<Tool> = {}) =>
  inTool(<RepairForm definition={definition} />, { entries, ...given });

describe("repair", () => {
  it("is for the therapist first: nothing can be offered before a clinician has read it", () => {
    const seen = form([apology()]);
    expect(seen).toContain("Your therapist reads it first");
    expect(seen).toContain(">Change</button>");
    expect(seen).not.toMatch(/Offer it to|say it in the room<|Write another one/);
  });

  it("is then its author's to offer, or to say in the room", () => {
    const seen = form([apology({ clearedAt: moment })]);
    expect(seen).toContain("Offer it to Alex");
    expect(seen).toContain("I will say it in the room");
    const here = form([apology({ clearedAt: moment })], { delivers: false });
    expect(here).not.toContain("Offer it to");
    expect(here).toContain("I will say it in the room");
    expect(form([apology({}, true)])).toContain("Nothing is sent.");
  });

  it("tells its author nothing of whether it was opened", () => {
    const kept = apology({ readers: "SHARED", sharedAt: moment, clearedAt: moment });
    const opened = { ...kept, revealedAt: moment };
    const offer = beside("offer", kept.entryId);
    const consent = beside("consent", offer.entryId, theirs);
    const before = form([kept, offer]);
    const after = form([opened, offer, consent]);
    expect(before).toContain("There is nothing more for you to do.");
    expect(after.replace(/<[^>]+>/g, "")).toBe(before.replace(/<[^>]+>/g, "").replace("Take it back for good", ""));
  });

  it("shows the other only that there is something, until they want to hear it", () => {
    const offer = beside("offer", "the-apology", theirs);
    const seen = form([offer]);
    expect(seen).toContain("Alex would like to say something to you, when you want to hear it.");
    expect(seen).toContain("Read it");
    expect(seen).toContain("Not now");
    expect(seen).not.toMatch(/apolog|I shouted/i);
  });

  it("opens after consent, with three answers and no button for forgiving", () => {
    const kept = apology({ ...theirs, readers: "SHARED", sharedAt: moment, revealedAt: moment });
    const offer = beside("offer", kept.entryId, theirs);
    const seen = form([kept, offer, beside("consent", offer.entryId)]);
    expect(seen).toContain("I shouted");
    for (const answer of ["I heard it", "Not yet", "I need something else"]) expect(seen).toContain(answer);
    expect(seen).not.toMatch(/forgiv/i);
    expect(seen).toContain("You do not owe an answer.");
  });

  it("shows its author the answer that they may read", () => {
    const kept = apology({ readers: "SHARED", sharedAt: moment, revealedAt: moment });
    const offer = beside("offer", kept.entryId);
    const answer = beside("answer", kept.entryId, theirs, { v: 1, answer: "notYet", words: "It is too soon" });
    const seen = form([kept, offer, answer]);
    expect(seen).toContain("It is too soon");
    expect(seen).toContain("“Not yet” is a full answer");
  });

  it("tells the therapist how far each has come", () => {
    const view = (entries: ToolEntry[]) =>
      inReading(<RepairView definition={definition} entries={entries} reader="therapist" />);
    expect(view([apology()])).toContain("Waits for you to read it.");
    expect(view([apology({}, true)])).toContain("To be said in the room.");
    const offered = apology({ readers: "SHARED", sharedAt: moment, clearedAt: moment });
    expect(view([offered, beside("offer", offered.entryId)])).toContain("not opened");
    expect(view([{ ...offered, revealedAt: moment }])).toContain("Opened with consent");
  });
});

describe("the words of an apology as they are written", () => {
  const writing = (did: string, locale: "en" | "es" = "en") =>
    inTool(
      <WriteApology definition={definition} entry={apology({ body: { ...words, inTheRoom: false, did } })} />,
      {},
      locale,
    );
  const remark = (markup: string) =>
    markup.match(/<div role="status"><div.*?<p>(.*?)<\/p><p[^>]*>(.*?)<\/p>/)?.slice(1);

  it("meet a gentle word where they take something back, with the place where it stands", () => {
    expect(remark(writing("I shouted, but you started it."))).toEqual([
      definition.butFlag.en,
      "I shouted, but you started it.",
    ]);
    // Whoever writes in the other language than the page's meets it too.
    expect(remark(writing("Grité, pero tú empezaste."))?.[1]).toBe("Grité, pero tú empezaste.");
    expect(remark(writing("I shouted, but you started it.", "es"))?.[0]).toBe(definition.butFlag.es);
  });

  it("are barred by nothing: the way on stays open beside the remark", () => {
    const seen = writing("I shouted, but you started it.");
    const [button] = seen.match(/<button[^>]*type="submit"[^>]*>/) ?? [];
    expect(button).toBeDefined();
    expect(button).not.toMatch(/ disabled=""|aria-disabled="true"/);
    expect(seen).toContain("Give it to my therapist");
  });

  it("meet nothing where they take nothing back", () => {
    expect(remark(writing("I shouted as if you were a stranger."))).toBeUndefined();
  });
});
