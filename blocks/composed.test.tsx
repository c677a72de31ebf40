import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Kept, keep, seenBy } from "@/components/public/try/memory";
import { faultsOf, strategyOf } from "@/content/own/draft";
import { readStrategyFile, strategyFile } from "@/content/own/file";
import { type OwnStrategy, ownStrategySchema } from "@/content/own/schema";
import { anyOf } from "@/tests/factories/arbitrary";
import { inReading, inTool, languages, moment } from "@/tests/factories/tools";
import { Blocks, BlockViews } from "./block";
import { type Block, blocks, entryRule } from "./registry";
import { summaryOf } from "./summaries";
import type { ToolEntry } from "./tool";

vi.setConfig({ testTimeout: 120_000 });

/** A whole strategy as somebody might compose it, of any blocks; without those that the composer would not let through. */
const composed = anyOf(ownStrategySchema).filter((whole) => faultsOf(whole as OwnStrategy).length === 0);
const key = "01a20ed4-fe13-7447-8277-5ea0a47417a6";
const given = (whole: OwnStrategy) => strategyOf(key, JSON.parse(JSON.stringify(whole))).blocks;

/** Every kind of entry of a composed strategy, with a body that its rule lets through. */
const answered = composed.chain((whole) => {
  const list = given(whole as OwnStrategy);
  const kinds = list.flatMap((block) => Object.keys(blocks[block.kind].entries).map((kind) => ({ block, kind })));
  const bodies = kinds.map(({ block, kind }) => anyOf(ruleOf(block, kind).body));
  return fc.record({ list: fc.constant(list), kinds: fc.constant(kinds), bodies: fc.tuple(...bodies) });
});

function ruleOf(block: Block, kind: string) {
  const rule = entryRule(block, kind);
  if (!rule) throw new Error("no such entry");
  return rule;
}

/** What both partners stored: each body once by each, under the widest readers that its rule allows. */
function storedBy(list: readonly Block[], kinds: { block: Block; kind: string }[], bodies: unknown[]): Kept[] {
  let kept: Kept[] = [];
  for (const [index, { block, kind }] of kinds.entries()) {
    const readers = ruleOf(block, kind).readers(block).at(-1);
    if (!readers) continue; // this kind of answer is switched off in the definition
    for (const position of [1, 2] as const)
      kept = keep(
        kept,
        list,
        { entryId: crypto.randomUUID(), version: 0, block: block.id, kind, readers, body: bodies[index] },
        { position, now: moment },
      );
  }
  return kept;
}

const asJson = (kept: readonly Kept[]): Kept[] =>
  kept.map((one) => ({ ...one, body: JSON.parse(JSON.stringify(one.body)) }));

describe("any composed strategy", () => {
  it("is drawn whole for either partner in either language, open and closed", () => {
    fc.assert(
      fc.property(
        composed,
        fc.constantFrom(...languages),
        fc.constantFrom(1 as const, 2 as const),
        (whole, locale, position) => {
          const list = given(whole as OwnStrategy);
          const markup = inTool(<Blocks blocks={list} />, { position }, locale);
          expect(markup).not.toContain("undefined");
          expect(markup).not.toBe("");
          inTool(<Blocks blocks={list} />, { position, writable: false }, locale);
          inReading(<BlockViews blocks={list} entries={[]} reader="therapist" />, locale);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is the same after a file, storage and publishing", () => {
    fc.assert(
      fc.property(composed, (whole) => {
        const read = readStrategyFile(strategyFile(whole as OwnStrategy)).strategy;
        expect(read && given(read)).toEqual(given(whole as OwnStrategy));
      }),
      { numRuns: 50 },
    );
  });

  it("runs nothing that stands in its words: markup in them is drawn as words", () => {
    fc.assert(
      fc.property(composed, (whole) => {
        const hostile = JSON.parse(
          JSON.stringify(whole).replaceAll(
            /"(en|es)":"(?:[^"\\]|\\.)*"/g,
            (_, locale) => `"${locale}":"<img src=x> ${locale} ${hostileCount++}"`,
          ),
        ) as OwnStrategy;
        const markup = inTool(<Blocks blocks={given(hostile)} />);
        expect(markup).not.toContain("<img");
      }),
      { numRuns: 15 },
    );
  });
});

let hostileCount = 0;

describe("any answer to any composed strategy", () => {
  it("comes back from storage as it was given, is drawn for whoever may read it, and has its lines in the export", () => {
    fc.assert(
      fc.property(answered, fc.constantFrom(...languages), ({ list, kinds, bodies }, locale) => {
        const kept = storedBy(list, kinds, bodies);
        const stored = asJson(kept);
        expect(stored).toEqual(kept);
        const later = { position: 1 as const, now: new Date(moment.getTime() + 100 * 3_600_000) };
        const seen: ToolEntry[] = seenBy(stored, list, later);
        for (const entry of seen) {
          const block = list.find((one) => one.id === entry.block);
          if (!block) throw new Error("an entry of no block");
          expect(ruleOf(block, entry.kind).body.parse(entry.body)).toEqual(entry.body);
        }
        inTool(<Blocks blocks={list} />, { entries: seen }, locale);
        inReading(<BlockViews blocks={list} entries={seen} reader="therapist" />, locale);
        for (const block of list) {
          const lines = summaryOf(
            block,
            seen.filter((one) => one.block === block.id),
            locale,
          );
          for (const line of lines) expect([line.label.trim(), line.text.trim()]).not.toContain("");
        }
      }),
      { numRuns: 20 },
    );
  });
});
