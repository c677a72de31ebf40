import fc from "fast-check";
import type { ComponentType } from "react";
import { describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { strategies } from "@/content/strategies";
import { anyOf } from "@/tests/factories/arbitrary";
import { entryOf, inReading, inTool, languages } from "@/tests/factories/tools";
import type { BlockTool } from "./block-tool";
import { type Block, blocks } from "./registry";
import type { EntryRule } from "./spec";
import { summaryOf } from "./summaries";
import type { ToolEntry } from "./tool";
import { tools } from "./tools";

/** Every kind, once its definition's type no longer matters. */
const kinds = Object.entries(tools).map(([kind, tool]) => {
  const spec = blocks[kind as Block["kind"]] as unknown as {
    definition: z.ZodType<Block>;
    entries: Record<string, EntryRule<Block>>;
  };
  return { kind, spec, tool: tool as unknown as BlockTool<Block> };
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

function drawn(tool: BlockTool<Block>, definition: Block, entries: ToolEntry[], locale: "en" | "es"): string[] {
  const Form = tool.Form as ComponentType<{ definition: Block }>;
  return [
    inTool(<Form definition={definition} />, { entries }, locale),
    inTool(
      <tool.View definition={definition} entries={entries} reader="author" />,
      { entries, writable: false },
      locale,
    ),
    inReading(<tool.View definition={definition} entries={entries} reader="partner" />, locale),
    inReading(<tool.View definition={definition} entries={entries} reader="therapist" />, locale),
  ];
}

describe.each(kinds)("the tool of $kind", ({ tool, spec }) => {
  it("draws any valid definition in both languages, empty", () => {
    fc.assert(
      fc.property(anyOf(spec.definition), fc.constantFrom(...languages), (definition, locale) => {
        for (const markup of drawn(tool, definition, [], locale)) expect(markup).not.toContain("undefined");
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
            drawn(tool, definition, entries, locale);
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

  it("shows what was stored in a shape that is no longer known", () => {
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
          for (const markup of drawn(tool, definition, entries, locale).slice(1))
            expect(markup).toContain("An old sentence");
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
      const tool = tools[block.kind] as unknown as BlockTool<Block> | undefined;
      if (!tool) return;
      for (const markup of drawn(tool, block, [], locale)) expect(markup).not.toBe("");
    },
  );
});
