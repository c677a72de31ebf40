import { describe, expect, it } from "vitest";
import type { Block } from "@/blocks/registry";
import type { EntryDraft } from "@/blocks/tool";
import { strategies } from "@/content/strategies";
import { forget, type Kept, keep, NotKept, seenBy, waits } from "./memory";

const blocks: Block[] = strategies.flatMap((strategy) => strategy.blocks);
const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) + hours * 3_600_000);
const share: EntryDraft = {
  entryId: "a",
  version: 0,
  block: "open-share",
  kind: "answer",
  readers: "SHARED",
  body: { v: 1, parts: { felt: "hopeful" } },
};
const answer = (entryId: string): EntryDraft => ({
  entryId,
  version: 0,
  block: "deeper",
  kind: "answer",
  slot: "a-card",
  readers: "SHARED",
  body: { v: 1, words: "mine" },
});
const seen = (kept: Kept[], position: 1 | 2, hours: number) =>
  seenBy(kept, blocks, { position, now: at(hours) }).map((entry) => entry.entryId);

describe("the memory of the try-out", () => {
  it("holds a shared answer for its hours, seen by its author alone", () => {
    const kept = keep([], blocks, share, { position: 1, now: at(0) });
    expect(waits(kept, at(23))).toBe(true);
    expect(seen(kept, 1, 23)).toEqual(["a"]);
    expect(seen(kept, 2, 23)).toEqual([]);
    expect(seen(kept, 2, 24)).toEqual(["a"]);
    expect(waits(kept, at(24))).toBe(false);
  });

  it("never shows what was kept private or for the therapist to the other", () => {
    for (const readers of ["PRIVATE", "THERAPIST"] as const) {
      const kept = keep([], blocks, { ...share, readers }, { position: 1, now: at(0) });
      expect(seen(kept, 2, 100)).toEqual([]);
    }
  });

  it("opens two mutual answers at once, and freezes them", () => {
    const one = keep([], blocks, answer("one"), { position: 1, now: at(0) });
    expect(seen(one, 2, 1)).toEqual([]);
    const both = keep(one, blocks, answer("two"), { position: 2, now: at(1) });
    expect(seen(both, 1, 1)).toEqual(["one", "two"]);
    expect(seen(both, 2, 1)).toEqual(["one", "two"]);
    expect(() => forget(both, "one", { position: 1, now: at(2) })).toThrow(NotKept);
    expect(() => keep(both, blocks, { ...answer("one"), version: 1 }, { position: 1, now: at(2) })).toThrow(NotKept);
  });

  it("lets a passed question rest for both", () => {
    const pass = { ...answer("pass"), kind: "pass", readers: "PRIVATE" as const, body: { v: 1 } };
    const passed = keep([], blocks, pass, { position: 1, now: at(0) });
    const answered = keep(passed, blocks, answer("two"), { position: 2, now: at(1) });
    expect(seen(answered, 1, 100)).toEqual(["pass"]);
    expect(seen(answered, 2, 100)).toEqual(["two"]);
  });

  it("opens an offered apology when the other consents, and not before", () => {
    const apology = { did: "x", effect: "y", amends: "z", inTheRoom: false, v: 1 };
    const draft = { version: 0, block: "apology", readers: "SHARED" as const };
    const me = { position: 1 as const, now: at(0) };
    let kept = keep([], blocks, { ...draft, entryId: "words", kind: "apology", body: apology }, me);
    kept = keep(kept, blocks, { ...draft, entryId: "offer", kind: "offer", slot: "words", body: { v: 1 } }, me);
    expect(seen(kept, 2, 1)).toEqual(["offer"]);
    const consent = { ...draft, entryId: "yes", kind: "consent", slot: "offer", body: { v: 1 } };
    kept = keep(kept, blocks, consent, { position: 2, now: at(1) });
    expect(seen(kept, 2, 1)).toContain("words");
  });

  it("keeps no second one where there may be one, no foreign one and none of an old version", () => {
    const kept = keep([], blocks, answer("one"), { position: 1, now: at(0) });
    const me = { position: 1 as const, now: at(1) };
    expect(() => keep(kept, blocks, answer("other"), me)).toThrow(NotKept);
    expect(() => keep(kept, blocks, answer("one"), me)).toThrow(NotKept);
    expect(() => keep(kept, blocks, { ...answer("one"), version: 1 }, { ...me, position: 2 })).toThrow(NotKept);
    expect(() => forget(kept, "one", { ...me, position: 2 })).toThrow(NotKept);
    expect(keep(kept, blocks, { ...answer("one"), version: 1 }, me)[0]?.version).toBe(2);
    expect(forget(kept, "one", me)).toEqual([]);
  });
});
