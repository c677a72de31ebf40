import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type ToldEntry, toldItems } from "@/server/features/tools/policy.told";
import { anyOf } from "@/tests/factories/arbitrary";
import { entryOf, inReading, inTool, languages } from "@/tests/factories/tools";
import { Blocks, BlockViews } from "./block";
import { blockSchema, blocks } from "./registry";
import { isKnown, kindsWith, readBlock, type StoredBlock, storedBlockSchema } from "./stand-in";
import type { ToolEntry } from "./tool";
import { textFor } from "./words";

vi.setConfig({ testTimeout: 60_000 });

const title = { en: "Our old list", es: "Nuestra lista de antes" };
/** A definition that this release cannot read any more: a kind that is gone, a field too many, or one that is missing. */
const outdated = fc
  .tuple(anyOf(blockSchema), fc.constantFrom("kind", "more", "less"), fc.nat())
  .map(([block, how, which]): Record<string, unknown> => {
    const { id, ...rest } = JSON.parse(JSON.stringify(block)) as Record<string, unknown>;
    if (how === "kind") return { ...rest, id, kind: "compass" };
    if (how === "more") return { ...rest, id, sinceGone: true };
    const keys = Object.keys(rest);
    return { id, ...rest, [keys[which % keys.length] ?? "kind"]: undefined };
  })
  .filter((definition) => !blockSchema.safeParse(definition).success);
const settings = kindsWith("setting");
const kinds = Object.values(blocks)
  .flatMap(({ entries }) => Object.keys(entries))
  .concat("bearing")
  .filter((kind) => !settings.includes(kind));

const readAs = (definition: unknown): StoredBlock => {
  const read = readBlock(definition);
  if (!read) throw new Error("not read");
  return storedBlockSchema.parse(read);
};
const ofBoth = (block: string, kind: string): ToolEntry[] =>
  ([1, 2] as const).map((position) =>
    entryOf({
      block,
      kind,
      position,
      mine: position === 1,
      readers: "SHARED",
      body: { v: 9, said: [`Kept by ${position}`] },
    }),
  );
const told = (block: StoredBlock, entries: readonly ToolEntry[], readsSettings = true) =>
  toldItems(
    [{ assignmentId: "a", strategyKey: "north", title: "Homework", area: "trust", blocks: [block] }],
    entries.map((entry): ToldEntry => ({ ...entry, assignmentId: "a", occurrenceId: null })),
    { locale: "en", readsSettings },
  ).flatMap(({ lines }) => lines);

describe("a block whose definition this release does not know", () => {
  it("stands with its id, and everybody reads what was kept in it, without anything to fill in", () => {
    fc.assert(
      fc.property(outdated, fc.constantFrom(...kinds), fc.constantFrom(...languages), (definition, kind, locale) => {
        const block = readAs(definition);
        expect([block.kind, block.id]).toEqual(["unknown", definition.id]);
        const entries = ofBoth(block.id, kind);
        for (const markup of [
          inTool(<Blocks blocks={[block]} />, { entries }, locale),
          inTool(<Blocks blocks={[block]} />, { entries, writable: false }, locale),
          inReading(<BlockViews blocks={[block]} entries={entries} reader="therapist" />, locale),
        ]) {
          for (const words of ["Kept by 1", "Kept by 2"]) expect(markup).toContain(words);
          expect(markup).not.toMatch(/<(form|button|textarea|input|select)/);
        }
        expect(
          told(block, entries)
            .map(({ text }) => text)
            .sort(),
        ).toEqual(["Kept by 1", "Kept by 2"]);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps its title, in whichever language it is there", () => {
    const labelOf = (label: unknown) => {
      const block = readAs({ kind: "compass", id: "north", ...(label as object) });
      return isKnown(block) || block.label === null ? null : [textFor(block.label, "en"), textFor(block.label, "es")];
    };
    expect(labelOf({ label: title })).toEqual([title.en, title.es]);
    expect(labelOf({ title })).toEqual([title.en, title.es]);
    expect(labelOf({ label: { es: title.es } })).toEqual([title.es, title.es]);
    expect(labelOf({ label: "Plain" })).toEqual(["Plain", "Plain"]);
    for (const none of [{}, { label: 7 }, { label: { en: "" } }, { label: null }]) expect(labelOf(none)).toBeNull();
    const markup = inTool(<Blocks blocks={[readAs({ kind: "compass", id: "north", label: title })]} />, {
      entries: ofBoth("north", "bearing"),
    });
    expect(markup).toContain(title.en);
  });

  it("changes nothing for a definition that is known, and drops only what nothing can belong to", () => {
    fc.assert(
      fc.property(anyOf(blockSchema), (block) => {
        expect(readBlock(block)).toEqual(block);
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(fc.anything(), (whatever) => {
        const read = readBlock(whatever);
        if (read) storedBlockSchema.parse(read);
      }),
    );
    for (const none of [null, 7, "text", [], {}, { kind: "read" }, { id: "" }]) expect(readBlock(none)).toBeNull();
  });

  it("is not there while nobody wrote in it", () => {
    expect(inTool(<Blocks blocks={[readAs({ kind: "compass", id: "north", label: title })]} />)).not.toContain(
      title.en,
    );
  });

  it.each(settings)("leaves the other's words at rest for whoever had set a %s, and shows no setting", (kind) => {
    const block = readAs({ kind: "compass", id: "north" });
    const set = entryOf({ block: "north", kind, body: { v: 1, muted: true, words: "Set" } });
    const entries = [...ofBoth("north", "note"), set];
    const markup = inTool(<Blocks blocks={[block]} />, { entries });
    expect(markup).toContain("Kept by 1");
    expect(markup).not.toMatch(/Kept by 2|Set/);
    expect(told(block, entries).map(({ text }) => text)).toEqual(["Kept by 1"]);
    // A session that cannot read settings cannot know of one.
    expect(told(block, ofBoth("north", "note"), false).map(({ text }) => text)).toEqual(["Kept by 1"]);
  });
});

describe("notes that rest for whoever asked for it", () => {
  it("rest in an old shape too", () => {
    const note = { kind: "note" as const, id: "notes", label: title, starters: [] };
    const entries = ofBoth("notes", "note");
    const muted = entryOf({ block: "notes", kind: "mute", body: { v: 1, muted: true } });
    for (const writable of [true, false]) {
      const list = <Blocks blocks={[note]} />;
      expect(inTool(list, { entries, writable })).toContain("Kept by 2");
      const quiet = inTool(list, { entries: [...entries, muted], writable });
      expect(quiet).toContain("Kept by 1");
      expect(quiet).not.toContain("Kept by 2");
    }
  });
});
