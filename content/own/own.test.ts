import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strategies } from "@/content/strategies";
import { anyOf } from "@/tests/factories/arbitrary";
import { draftOf, faultsOf, filled, isJoint, strategyOf, textsOf, untranslated } from "./draft";
import { draftSchema } from "./lenient";
import type { OwnStrategy } from "./schema";
import { ownStrategySchema } from "./schema";
import { blockFields, rowKeys, strategyFields } from "./shape";

const id = "01a20ed4-fe13-7447-8277-5ea0a47417a6";
const first = () => draftOf(strategies[0] as (typeof strategies)[number]);

describe("what a definition asks for", () => {
  it("is read from the schemas: bounds, lists, choices, fixed rows", () => {
    const { fields } = strategyFields;
    expect(fields.minutes).toEqual({ type: "number", min: 1, max: 240 });
    expect(fields.area).toMatchObject({ type: "choice", values: ["trust", "communication", "intimacy", "connection"] });
    expect(fields.text).toMatchObject({
      fields: { steps: { type: "list", item: { type: "text" }, min: 3, max: 6 }, tiny: { optional: ["title"] } },
    });
    expect(Object.keys(blockFields)).toHaveLength(12);
    const { parts } = blockFields.statement.fields;
    expect(parts && rowKeys(parts)).toEqual(["feel", "when", "because", "like"]);
    expect(blockFields.prompt.optional).toEqual(["caution", "tags", "holdHours", "respond"]);
    expect(blockFields.timer.fields.turnMinutes).toEqual({ type: "number", min: 1, max: 15 });
  });
});

describe.each(strategies.map((strategy) => [strategy.key, strategy] as const))("a copy of %s", (key, strategy) => {
  it("is a draft that lacks nothing, and becomes the same strategy again", () => {
    const draft = draftOf(strategy);
    expect(draftSchema.parse(draft)).toEqual(draft);
    expect(faultsOf(draft)).toEqual([]);
    expect(untranslated(draft)).toEqual({ en: 0, es: 0 });
    expect(strategyOf(key, draft)).toEqual(strategy);
    expect(isJoint(draft)).toBe(strategy.joint);
  });
});

describe("any whole definition", () => {
  it("becomes a strategy that partners can be given, and a draft again", () => {
    fc.assert(
      fc.property(anyOf(ownStrategySchema), (whole) => {
        if (faultsOf(whole as OwnStrategy).length > 0) return; // what no schema says: two of one name, addresses
        const strategy = strategyOf(id, whole as OwnStrategy);
        expect(strategyOf(id, draftOf(strategy))).toEqual(strategy);
        expect(strategy.joint).toBe(isJoint(whole as OwnStrategy));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe("any draft", () => {
  it("is filled from the other language without changing what was written, and says what is still missing", () => {
    fc.assert(
      fc.property(anyOf(draftSchema), (draft) => {
        const missing = untranslated(draft);
        const texts = textsOf(draft);
        expect(missing.en + missing.es).toBeLessThanOrEqual(texts.length);
        const whole = filled(draft);
        expect(untranslated(whole)).toEqual({ en: 0, es: 0 });
        // Lines that say the same can be shown; they only cannot be told apart.
        if (faultsOf(draft).every(({ fault }) => fault === "saidTwice"))
          expect(() => strategyOf(id, draft)).not.toThrow();
        else expect(() => strategyOf(id, draft)).toThrow();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe("a draft", () => {
  it("counts the texts that a language lacks, and lends them the other one's words", () => {
    const draft = first();
    draft.text.title.es = "  ";
    draft.text.steps[1] = { en: "", es: "Un paso." };
    expect(untranslated(draft)).toEqual({ en: 1, es: 1 });
    const { text } = strategyOf(id, draft);
    expect(text.es.title).toBe(text.en.title);
    expect(text.en.steps[1]).toBe("Un paso.");
  });

  it("says where words are missing in both languages, and what a list still needs", () => {
    const draft = first();
    draft.text.why = { en: "", es: " " };
    draft.text.steps = draft.text.steps.slice(0, 2);
    draft.blocks = [];
    expect(faultsOf(draft)).toEqual([
      { place: ["text", "why", "en"], fault: "needsWords" },
      { place: ["text", "why", "es"], fault: "needsWords" },
      { place: ["text", "steps"], fault: "tooFew", wanted: "3" },
      { place: ["blocks"], fault: "tooFew", wanted: "1" },
    ]);
  });

  it("may not say one thing twice in a list", () => {
    const draft = first();
    draft.text.steps[2] = { en: "Other words", es: `${draft.text.steps[0]?.es} ` };
    expect(faultsOf(draft)).toEqual([{ place: ["text", "steps", 2], fault: "saidTwice" }]);
  });

  it("leaves out what may be left out and says nothing", () => {
    const draft = first();
    draft.text.tiny.title = { en: "", es: "" };
    expect(strategyOf(id, draft).text.en.tiny).not.toHaveProperty("title");
  });

  it("needs the record of joint work when it is done together or reaches the other, whatever else it says", () => {
    const read = { kind: "read" as const, id: "words", body: [{ en: "Read", es: "Lee" }] };
    expect(isJoint({ mode: "EACH", blocks: [read] })).toBe(false);
    expect(isJoint({ mode: "TOGETHER", blocks: [read] })).toBe(true);
    expect(isJoint({ mode: "EACH", blocks: [{ ...first().blocks[0] } as OwnStrategy["blocks"][number]] })).toBe(true);
    expect(draftSchema.safeParse({ ...first(), joint: false }).success).toBe(false);
  });
});
