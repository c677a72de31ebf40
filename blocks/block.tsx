"use client";

import type { ComponentType } from "react";
import type { Reader, ViewProps } from "./block-tool";
import type { Block } from "./registry";
import { entriesOf, type ToolEntry, useTool } from "./tool";
import { tools } from "./tools";

/** What is seen of a block. The list ties each kind to its own definition, which the compiler loses over a union. */
function toolOf(block: Block) {
  return tools[block.kind] as
    | { Form: ComponentType<{ definition: Block }>; View: ComponentType<ViewProps<Block>> }
    | undefined;
}

/** The tools of an exercise one below the other, inside a ToolProvider; to be read only once the window is over. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const tool = useTool();
  return (
    <div className="grid gap-12">
      {blocks.map((block) => {
        const seen = toolOf(block);
        if (!seen) return null;
        if (tool.writable) return <seen.Form key={block.id} definition={block} />;
        return <seen.View key={block.id} definition={block} entries={entriesOf(tool, block.id)} reader="author" />;
      })}
    </div>
  );
}

type ViewsProps = { blocks: readonly Block[]; entries: readonly ToolEntry[]; reader: Reader };

/** The same to read only, inside a ReadingProvider. */
export function BlockViews({ blocks, entries, reader }: ViewsProps) {
  return (
    <div className="grid gap-10">
      {blocks.map((block) => {
        const seen = toolOf(block);
        const own = entries.filter((entry) => entry.block === block.id);
        return seen && <seen.View key={block.id} definition={block} entries={own} reader={reader} />;
      })}
    </div>
  );
}
