import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { strategies } from "@/content/strategies";
import { anyOf } from "@/tests/factories/arbitrary";
import { entryOf, inReading, inTool, languages } from "@/tests/factories/tools";
import { Blocks, BlockViews } from "./block";
import { type Block, blocks } from "./registry";
import type { EntryRule } from "./spec";
import { summaryOf } from "./summaries";
import type { ToolEntry } from "./tool";
import { tools } from "./tools";

/** Every kind, once its definition's type no longer matters. */
const kinds = Object.keys(tools).map((kind) => {
  const spec = blocks[kind as Block["kind"]] as unknown as {
    definition: z.ZodType<Block>;
    entries: Record<string, EntryRule<Block>>;
  };
  return { kind, spec };
});
const few = { numRuns: 25 };
vi.setConfig({ testTimeout: 60_000 });

/** What a body comes to in storage. */
const stored = (body: unknown) => JSON.parse(JSON.stringify(body));

/** Both partners' entries of every kind of a block, with whatever bodies. */
function entriesWith(definition: Block, bodies: [kind: string, body: unknown][]): ToolEntry[] {
  return bodies.flatMap(([kind, body]) =>
    ([1, 2] as const).map((position) =>
      entryOf({ block: definition.id, kind, body, position, mine: position === 1, readers: "SHARED" }),
    ),
  );
}

/** The tool itself, the same once its window is over, and as the partner and the therapist read it. */
function drawn(definition: Block, entries: ToolEntry[], locale: "en" | "es"): string[] {
  const list = [definition];
  return [
    inTool(<Blocks blocks={list} />, { entries }, locale),
    inTool(<Blocks blocks={list} />, { entries, writable: false }, locale),
    inReading(<BlockViews blocks={list} entries={entries} reader="partner" />, locale),
    inReading(<BlockViews blocks={list} entries={entries} reader="therapist" />, locale),
  ];
}

describe.each(kinds)("the tool of $kind", ({ spec }) => {
  it("draws any valid definition in both languages, empty", () => {
    fc.assert(
      fc.property(anyOf(spec.definition), fc.constantFrom(...languages), (definition, locale) => {
        for (const markup of drawn(definition, [], locale)) expect(markup).not.toContain("undefined");
      }),
      few,
    );
  });

  it("carries any valid body through storage, its schema, what is seen and its summary", () => {
    for (const [kind, rule] of Object.entries(spec.entries)) {
      fc.assert(
        fc.property(
          anyOf(spec.definition),
          anyOf(rule.body),
          fc.constantFrom(...languages),
          (definition, body, locale) => {
            expect(rule.body.parse(stored(body))).toEqual(body);
            const entries = entriesWith(definition, [[kind, stored(body)]]);
            drawn(definition, entries, locale);
            for (const line of summaryOf(definition, entries, locale)) {
              expect(entries.map(({ entryId }) => entryId)).toContain(line.entryId);
              expect(line.label.trim()).not.toBe("");
              expect(line.text.trim()).not.toBe("");
            }
          },
        ),
        few,
      );
    }
  });

  it("shows what was stored in a shape that is no longer known, once each, wherever it is drawn", () => {
    const odd = fc.oneof(
      fc.constant({ v: 0, said: "An old sentence" }),
      fc.constant({ v: 99, parts: [{ deep: { deeper: "An old sentence" } }] }),
      fc.constant("An old sentence"),
      fc.anything().map((value) => stored({ v: 0, value: value ?? null, said: "An old sentence" })),
    );
    for (const kind of Object.keys(spec.entries)) {
      fc.assert(
        fc.property(anyOf(spec.definition), odd, fc.constantFrom(...languages), (definition, body, locale) => {
          const entries = entriesWith(definition, [[kind, body]]);
          for (const markup of drawn(definition, entries, locale)) {
            expect(markup.match(/An old sentence/g)).toHaveLength(entries.length);
            expect(markup).not.toMatch(/nothing here yet|todavía no hay nada/i);
          }
          summaryOf(definition, entries, locale);
        }),
        few,
      );
    }
  });
});

describe.each(languages)("the tools of the library in %s", (locale) => {
  it.each(strategies.flatMap((strategy) => strategy.blocks).map((block) => [block.id, block] as const))(
    "draw %s",
    (_id, block) => {
      for (const markup of drawn(block, [], locale)) expect(markup).not.toBe("");
    },
  );
});
