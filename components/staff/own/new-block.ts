import type { Block, BlockKind } from "@/blocks/registry";
import { blockFields } from "@/content/own/shape";
import { strategies } from "@/content/strategies";
import { blankOf, freeName } from "./blank";

/** Kinds whose own words are most of the tool: a new one begins with those of the library. */
const fromLibrary = new Set<BlockKind>(["statement", "repair", "timer", "ledger", "note", "deck"]);

/** A new block of a kind, with a name that no other block of the strategy has. */
export function newBlock(kind: BlockKind, blocks: readonly Block[]): Block {
  const known = strategies.flatMap((strategy) => strategy.blocks).find((block) => block.kind === kind);
  const id = freeName(
    kind,
    blocks.map((block) => block.id),
  );
  const start = fromLibrary.has(kind) && known ? structuredClone(known) : (blankOf(blockFields[kind]) as Block);
  const usual = kind === "prompt" ? { reveal: "at-once", reach: "author" } : {};
  return { ...start, ...usual, id } as Block;
}
