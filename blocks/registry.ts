import { z } from "zod";
import { checklist } from "./checklist/schema";
import { choice } from "./choice/schema";
import { deck } from "./deck/schema";
import { ledger } from "./ledger/schema";
import { note } from "./note/schema";
import { plan } from "./plan/schema";
import { prompt } from "./prompt/schema";
import { read } from "./read/schema";
import { repair } from "./repair/schema";
import { scale } from "./scale/schema";
import type { EntryRule } from "./spec";
import { statement } from "./statement/schema";
import { timer } from "./timer/schema";

/** Every kind of block. A new one is a folder of its own and a line here, in tools.tsx for what is seen of it, and in summaries.ts for what is told of it. */
export const blocks = { read, prompt, scale, choice, checklist, timer, statement, repair, ledger, deck, plan, note };

type Registered = typeof blocks;
export type BlockKind = keyof Registered;
export type BlockOf<Kind extends BlockKind> = z.infer<Registered[Kind]["definition"]>;
export type Block = { [Kind in BlockKind]: BlockOf<Kind> }[BlockKind];

/** One part of an exercise, as data from which its interactive tool is drawn. */
export const blockSchema = z.discriminatedUnion("kind", [
  read.definition,
  prompt.definition,
  scale.definition,
  choice.definition,
  checklist.definition,
  timer.definition,
  statement.definition,
  repair.definition,
  ledger.definition,
  deck.definition,
  plan.definition,
  note.definition,
]);

/** Whether using this block as designed puts something of one partner before the other. */
export function reachesPartner(block: Block): boolean {
  const spec = blocks[block.kind] as { reachesPartner(definition: Block): boolean };
  return spec.reachesPartner(block);
}

/** The kinds of entries that a block stores. */
export function kindsOf({ kind }: Block): string[] {
  return Object.keys(blocks[kind].entries);
}

/** The rule of one kind of entry of a block; undefined where the block stores no such thing. */
export function entryRule(block: Block, kind: string): EntryRule<Block> | undefined {
  const { entries } = blocks[block.kind] as { entries: Record<string, EntryRule<Block>> };
  return Object.hasOwn(entries, kind) ? entries[kind] : undefined;
}
