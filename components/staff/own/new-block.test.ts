import { describe, expect, it } from "vitest";
import type { BlockKind } from "@/blocks/registry";
import { draftOf } from "@/content/own/draft";
import { draftSchema } from "@/content/own/lenient";
import { blockFields } from "@/content/own/shape";
import { strategies } from "@/content/strategies";
import { freeName } from "./blank";
import { newBlock } from "./new-block";

const kinds = Object.keys(blockFields) as BlockKind[];
const draft = draftOf(strategies[0] as (typeof strategies)[number]);

describe("a new block", () => {
  it.each(kinds)("of kind %s can be stored as it begins, beside another of its kind", (kind) => {
    const first = newBlock(kind, []);
    const second = newBlock(kind, [first]);
    const blocks = [first, second];
    expect(draftSchema.safeParse({ ...draft, blocks }).error?.issues ?? []).toEqual([]);
    expect(blocks.map((block) => block.id)).toEqual([kind, `${kind}-2`]);
    expect(first.kind).toBe(kind);
  });

  it("is named as no other is", () => {
    expect(freeName("read", ["read", "read-2"])).toBe("read-3");
    expect(freeName("read", [])).toBe("read");
  });
});
