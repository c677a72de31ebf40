"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { Block, BlockKind } from "@/blocks/registry";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { mostBlocks } from "@/content/own/schema";
import { blockFields } from "@/content/own/shape";
import { BlockIcon } from "./block-icon";
import { useOwnWords } from "./use-own-words";

const kinds = Object.keys(blockFields) as BlockKind[];

/** The twelve kinds to add one from. A new block begins with words to change where a tool is mostly words. */
export function AddBlock({ blocks, onAdd }: { blocks: readonly Block[]; onAdd: (block: Block) => void }) {
  const { words, kindName } = useOwnWords();
  const [open, setOpen] = useState(false);
  const add = async (kind: BlockKind) => {
    // The library's words come only when one is added.
    const { newBlock } = await import("./new-block");
    setOpen(false);
    onAdd(newBlock(kind, blocks));
  };
  if (blocks.length >= mostBlocks)
    return <p className="text-14 text-ink-soft">{words("blocks.full", { count: mostBlocks })}</p>;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="large"
      title={words("blocks.addTitle")}
      description={words("blocks.addText")}
      trigger={
        <Button variant="ghost" className="justify-self-start">
          <Plus aria-hidden size={17} />
          {words("blocks.add")}
        </Button>
      }
    >
      <ul className="grid gap-2 sm:grid-cols-2">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => void add(kind)} className={kindClass}>
              <span className="mt-0.5 shrink-0 text-primary">
                <BlockIcon kind={kind} size={20} />
              </span>
              <span>
                <span className="block font-semibold text-15">{kindName(kind)}</span>
                <span className="block text-13 text-ink-soft">{words(`kindText.${kind}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const kindClass =
  "flex h-full w-full gap-3 rounded-m border border-line bg-surface px-3.5 py-3 text-left transition-colors hover:border-primary hover:bg-primary-wash";
