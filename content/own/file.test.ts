import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { strategies } from "@/content/strategies";
import { anyOf } from "@/tests/factories/arbitrary";
import { draftOf } from "./draft";
import { fileNameOf, largestFile, readStrategyFile, strategyFile } from "./file";
import { draftSchema } from "./lenient";
import type { OwnStrategy } from "./schema";

vi.setConfig({ testTimeout: 60_000 });

const draft = () => draftOf(strategies[1] as (typeof strategies)[number]);
const file = (change: (strategy: Record<string, unknown>) => unknown = (same) => same) =>
  JSON.stringify({ format: "reconnect-strategy", version: 1, strategy: change(structuredClone(draft()) as never) });
const faults = (text: string) => readStrategyFile(text).faults;
/** A file whose title in English is this. */
const titled = (title: string) =>
  file((strategy) => ({
    ...strategy,
    text: { ...(strategy.text as OwnStrategy["text"]), title: { en: title, es: "" } },
  }));

describe("a strategy's file", () => {
  it("gives back any draft that went into it, word for word", () => {
    fc.assert(
      fc.property(anyOf(draftSchema), (written) => {
        expect(readStrategyFile(strategyFile(written))).toEqual({ strategy: written, faults: null });
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it.each(strategies.map((strategy) => [strategy.key, strategy] as const))("carries %s", (_key, strategy) => {
    expect(readStrategyFile(strategyFile(draftOf(strategy))).strategy).toEqual(draftOf(strategy));
  });

  it("is read with a mark of its encoding before it, as some editors write one", () => {
    expect(readStrategyFile(`\ufeff${file()}`).faults).toBeNull();
  });

  it("is named after the strategy", () => {
    expect(fileNameOf("Días más tranquilos: ¿sí?")).toBe("dias-mas-tranquilos-si.json");
    expect(fileNameOf("…")).toBe("strategy.json");
    expect(fileNameOf("../../etc/passwd")).toBe("etc-passwd.json");
  });
});

describe("a foreign file", () => {
  it("of anything at all is refused without being run, and never throws", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(texts, (text) => readStrategyFile(text).strategy === null),
      { numRuns: 200 },
    );
  });

  it("with one thing replaced by anything is either held to the schema or refused", () => {
    const places = ["area", "minutes", "cadence", "mode", "text", "blocks"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }), (place, value) => {
        const read = readStrategyFile(file((strategy) => ({ ...strategy, [place]: value })));
        if (read.strategy) expect(draftSchema.safeParse(read.strategy).success).toBe(true);
        else expect(read.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("that is too large is not parsed", () => {
    expect(faults(" ".repeat(largestFile + 1))).toEqual([{ place: [], fault: "tooLarge" }]);
    expect(faults("ñ".repeat(largestFile / 2 + 1))).toEqual([{ place: [], fault: "tooLarge" }]);
  });

  it("that is nested too deep is not parsed; brackets in words do not count", () => {
    expect(faults("[".repeat(100_000))).toEqual([{ place: [], fault: "tooDeep" }]);
    expect(faults('{"a":'.repeat(13))).toEqual([{ place: [], fault: "tooDeep" }]);
    expect(faults(titled(`${"[".repeat(50)} \\" ${"{".repeat(50)}`))).toBeNull();
  });

  it("that is no JSON, or JSON of something else, says so", () => {
    for (const text of ["", "{", "undefined", "<script>alert(1)</script>", "{'a': 1}", "NaN"])
      expect(faults(text)).toEqual([{ place: [], fault: "notJson" }]);
    for (const text of ["null", "1", '"text"', "[]", "{}", '{"format":"other"}'])
      expect(faults(text)).toEqual([{ place: [], fault: "notAStrategy" }]);
  });

  it("cannot reach into objects by its names, at any depth", () => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    const inside = (name: string) =>
      `{"format":"reconnect-strategy","version":1,"strategy":{"text":{"${name}":{"polluted":1}}}}`;
    for (const name of ["__proto__", "constructor", "prototype", "\\u005f_proto__"])
      expect(faults(inside(name))?.[0]?.fault).toBe("forbiddenName");
    expect(faults('{"__proto__":{"format":"reconnect-strategy"}}')?.[0]?.fault).toBe("forbiddenName");
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("may hold no name that the schema lacks, and each is said by its place", () => {
    expect(faults(file((strategy) => ({ ...strategy, joint: false, onLoad: "x" })))).toEqual([
      { place: ["joint"], fault: "unknownName" },
      { place: ["onLoad"], fault: "unknownName" },
    ]);
    const withHtml = file((strategy) => ({
      ...strategy,
      blocks: [{ kind: "read", id: "a", body: [], html: "<img src=x onerror=alert(1)>" }],
    }));
    expect(faults(withHtml)).toEqual([{ place: ["blocks", 0, "html"], fault: "unknownName" }]);
  });

  it("may hold no block that does not exist, and no two of one name", () => {
    const blocks = (list: unknown[]) => faults(file((strategy) => ({ ...strategy, blocks: list })));
    expect(blocks([{ kind: "script", id: "a" }])).toEqual([{ place: ["blocks", 0, "kind"], fault: "unknownBlock" }]);
    const read = { kind: "read", id: "same", body: [] };
    expect(blocks([read, read])).toEqual([{ place: ["blocks"], fault: "namedTwice" }]);
  });

  it("may hold no giant list and no number out of its bounds", () => {
    const many = Array.from({ length: 3_000 }, () => ({ en: "a", es: "b" }));
    const text = (name: string, value: unknown) =>
      file((strategy) => ({ ...strategy, text: { ...(strategy.text as object), [name]: value } }));
    expect(faults(text("steps", many))).toEqual([{ place: ["text", "steps"], fault: "tooMany", wanted: "6" }]);
    expect(faults(file((strategy) => ({ ...strategy, blocks: many })))?.length).toBeLessThanOrEqual(40);
    for (const minutes of [0, -1, 241, 1.5, 1e300])
      expect(faults(file((strategy) => ({ ...strategy, minutes })))?.[0]).toMatchObject({ place: ["minutes"] });
    expect(faults(file().replace('"minutes":', '"minutes":1e999,"was":'))).not.toBeNull();
  });

  it.each(["javascript:alert(document.cookie)", "See http://example.org", "data:text/html;base64,PHN2Zz4="])(
    "may link to nothing but https: %s",
    (title) => expect(faults(titled(title))).toEqual([{ place: ["text", "title", "en"], fault: "httpsOnly" }]),
  );

  it("may hold no character that no text has", () => {
    for (const sign of ["\u0000", "\u0007", "\ud800", "\u202e", "\ufeff"])
      expect(faults(titled(`a${sign}b`))).toEqual([{ place: ["text", "title", "en"], fault: "unfitCharacters" }]);
    expect(faults(titled("👩‍❤️‍👨 Ñandú — “quoted”"))).toBeNull();
  });
});
