import { describe, expect, it } from "vitest";
import { strategies } from "@/content/strategies";
import { entryOf, inReading, inTool, moment } from "@/tests/factories/tools";
import type { BlockOf } from "../registry";
import { PromptForm } from "./form";
import { promptSummary } from "./summary";
import { PromptView } from "./view";

type Definition = BlockOf<"prompt">;
const library = (id: string) => {
  const found = strategies.flatMap((strategy) => strategy.blocks).find((block) => block.id === id);
  return found as Definition;
};
const share = library("open-share");
const wall = library("win");
const mutual: Definition = { ...share, id: "mutual", reveal: "mutual", holdHours: undefined, caution: undefined };
const later = (hours: number) => new Date(moment.getTime() + hours * 3_600_000);
const written = (felt: string, more: Partial<Parameters<typeof entryOf>[0]> = {}, block = "open-share") =>
  entryOf({ block, kind: "answer", body: { v: 1, parts: { felt } }, ...more });

describe("a question in words", () => {
  it("asks who may read before there is anything to write into", () => {
    const markup = inTool(<PromptForm definition={share} />);
    expect(markup).toContain("Who may read this?");
    expect(markup).toContain("You, Alex and your therapist");
    expect(markup).not.toContain("<textarea");
    expect(markup).not.toContain('checked=""');
  });

  it("offers nothing that nobody would carry: no sharing while nothing may reach the partner", () => {
    const markup = inTool(<PromptForm definition={share} />, { delivers: false });
    expect(markup).toContain("You and your therapist");
    expect(markup).not.toContain("Alex");
  });

  it("says until when a held answer can be taken back, and offers neither once it has arrived", () => {
    const held = written("hopeful", { readers: "SHARED", sharedAt: later(24) });
    const markup = inTool(<PromptForm definition={share} />, { entries: [held] });
    expect(markup).toContain("Alex can read this from Wed, Nov 25, 7:00");
    expect(markup).toContain("Take it back");
    const after = inTool(<PromptForm definition={share} />, { entries: [held], now: () => later(24).getTime() });
    expect(after).toContain("hopeful");
    expect(after).not.toContain("Take it back");
    expect(after).not.toContain("can read this from");
  });

  it("shows what the partner shared without an end or a change", () => {
    const theirs = written("worried", { mine: false, position: 2, readers: "SHARED", sharedAt: moment });
    const markup = inTool(<PromptForm definition={share} />, { entries: [theirs] });
    expect(markup).toContain("worried");
    expect(markup).not.toContain("Take it back");
  });
});

describe("a wall of short answers", () => {
  const theirs = entryOf({
    block: "win",
    kind: "answer",
    body: { v: 1, parts: { words: "You made that call" }, tag: "my-partners" },
    mine: false,
    position: 2,
    readers: "SHARED",
    sharedAt: moment,
  });
  const said = entryOf({
    block: "win",
    kind: "response",
    slot: theirs.entryId,
    body: { v: 1, words: "Thank you" },
    readers: "SHARED",
  });

  it("lets the other say something back, once, and never says that nobody has", () => {
    expect(inTool(<PromptForm definition={wall} />, { entries: [theirs] })).toContain("Say something back");
    const answered = inTool(<PromptForm definition={wall} />, { entries: [theirs, said] });
    expect(answered).toContain("Thank you");
    expect(answered).not.toContain("Say something back");
    const own = { ...theirs, mine: true, position: 1 as const };
    expect(inTool(<PromptForm definition={wall} />, { entries: [own] })).not.toContain("Say something back");
  });

  it("gives the therapist answer and response with both names", () => {
    const markup = inReading(<PromptView definition={wall} entries={[theirs, said]} reader="therapist" />);
    for (const words of ["You made that call", "Thank you", "Alex", "Sam", "My partner’s"])
      expect(markup).toContain(words);
  });

  it("sums up with the tag, in the reader's language", () => {
    expect(
      promptSummary(wall, [theirs, said], "es").map(({ label, text, position }) => [label, text, position]),
    ).toEqual([
      ["Qué salió bien (De mi pareja)", "You made that call", 2],
      ["Qué salió bien (De mi pareja)", "Thank you", 1],
    ]);
  });
});

describe("a question that opens for both at once", () => {
  const own = written("mine", { readers: "SHARED", sharedAt: moment, slot: "0" }, "mutual");

  it("looks the same whatever the other did, until it opens", () => {
    const markup = inTool(<PromptForm definition={mutual} />, { entries: [own] });
    expect(markup).toContain("It opens if you both confirm");
    expect(markup).toContain("Take it back");
    expect(markup).not.toMatch(/waiting|not yet|has answered/i);
  });

  it("is frozen once it has opened", () => {
    const opened = { ...own, revealedAt: moment };
    const theirs = {
      ...opened,
      entryId: crypto.randomUUID(),
      mine: false,
      position: 2 as const,
      body: { v: 1, parts: { felt: "theirs" } },
    };
    const markup = inTool(<PromptForm definition={mutual} />, { entries: [opened, theirs] });
    expect(markup).toContain("mine");
    expect(markup).toContain("theirs");
    expect(markup).not.toContain("<button");
  });

  it("rests when it is passed, with a way back", () => {
    const pass = entryOf({ block: "mutual", kind: "pass", slot: "0", body: { v: 1 } });
    const markup = inTool(<PromptForm definition={mutual} />, { entries: [pass] });
    expect(markup).toContain("This one rests");
    expect(markup).toContain("Answer it after all");
    expect(markup).not.toContain("<textarea");
  });

  it("is there to think about while nothing may reach the partner", () => {
    const markup = inTool(<PromptForm definition={mutual} />, { delivers: false });
    expect(markup).toContain("think about");
    expect(markup).not.toMatch(/<textarea|<button/);
  });
});
