import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, entryRule } from "@/blocks/registry";
import type { EntryRule } from "@/blocks/spec";
import { strategies } from "@/content/strategies";
import { delivers, onceOf, sharedAtOf } from "./policy";

const hour = 3_600_000;
const at = new Date("2026-11-24T12:00:00Z");

/** A kind of entry of the library, by the strategy's key and the block's id. */
function ruleOf(strategy: string, block: string, kind: string): { block: Block; rule: EntryRule<Block> } {
  const found = strategies.find(({ key }) => key === strategy)?.blocks.find(({ id }) => id === block);
  const rule = found && entryRule(found, kind);
  if (!found || !rule) throw new Error("the library lacks it");
  return { block: found, rule };
}
const question = ruleOf("be-curious", "question-of-the-day", "answer");
const promise = ruleOf("keep-small-promises", "promises", "promise");
const share = ruleOf("be-transparent", "open-share", "answer");
const note = ruleOf("small-gestures", "love-note", "note");
const pick = ruleOf("do-things-together", "match", "yes");

describe("what there is only one of", () => {
  it("is an answer to a card, so that two of them meet", () => {
    const once = onceOf(question.rule, question.block, 2, "a-card");
    expect(once).not.toBeNull();
    expect(onceOf(question.rule, question.block, 2, "a-card")).toBe(once);
    expect(onceOf(question.rule, question.block, 2, "other-card")).not.toBe(once);
  });

  it("is a pick of a card, whichever week it is made in", () => {
    expect(onceOf(pick.rule, pick.block, 0, "a-card")).toBe(onceOf(pick.rule, pick.block, 5, "a-card"));
  });

  it("is no promise: there may be many", () => {
    expect(onceOf(promise.rule, promise.block, 0, null)).toBeNull();
  });
});

describe("when a shared entry reaches the partner", () => {
  const when = (
    ruled: typeof promise,
    more: { deliverAt?: Date; before?: Date; readers?: "PRIVATE" | "SHARED" } = {},
  ) =>
    sharedAtOf(
      { ...ruled, readers: more.readers ?? "SHARED" },
      { at, deliverAt: more.deliverAt, before: more.before ?? null },
    );

  it("is at once, after its hold, or at the hour that its author chose", () => {
    expect(when(promise)).toEqual(at);
    expect(when(share)).toEqual(new Date(at.getTime() + 24 * hour));
    expect(when(note, { deliverAt: new Date(at.getTime() + 5 * hour) })).toEqual(new Date(at.getTime() + 5 * hour));
  });

  it("is never for what is not shared, and stays as it was for what is on its way", () => {
    expect(when(share, { readers: "PRIVATE" })).toBeNull();
    expect(when(share, { before: new Date(at.getTime() + hour) })).toEqual(new Date(at.getTime() + hour));
  });

  it("is never earlier than now or than the hold, whatever hour is asked for, and at most sixty days off", () => {
    fc.assert(
      fc.property(fc.constantFrom(promise, share, note), fc.date({ noInvalidDate: true }), (ruled, deliverAt) => {
        const wait = (when(ruled, { deliverAt })?.getTime() ?? Number.NaN) - at.getTime();
        expect(wait).toBeGreaterThanOrEqual(ruled === share ? 24 * hour : 0);
        expect(wait).toBeLessThanOrEqual(60 * 24 * hour);
        if (ruled !== note) expect(wait).toBe(ruled === share ? 24 * hour : 0);
      }),
    );
  });
});

describe("whether tools carry anything between the two", () => {
  const together = { state: "ACTIVE", bothJoined: true, partnerDelivery: true, mode: "EACH" } as const;

  it("is so while both are there, the couple goes on, and nobody has switched it off", () => {
    expect(delivers(together)).toBe(true);
    expect(delivers({ ...together, mode: "TOGETHER" })).toBe(true);
  });

  it.each([
    { state: "PAUSED" },
    { state: "ENDED" },
    { bothJoined: false },
    { partnerDelivery: false },
    { mode: "JUST_YOU" },
  ] as const)("is not so with %o", (change) => {
    expect(delivers({ ...together, ...change })).toBe(false);
  });
});
