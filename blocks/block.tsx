"use client";

import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import type { BlockTool, Reader } from "./block-tool";
import { WithOld } from "./parts/entry";
import { Frame } from "./parts/frame";
import { useText } from "./parts/use-words";
import { type Block, blocks as kinds } from "./registry";
import { isKnown, type StandIn, type StoredBlock, toRead } from "./stand-in";
import { entriesOf, type ToolEntry, useTool } from "./tool";
import { tools } from "./tools";

/** What is seen of a block. The list ties each kind to its own definition, which the compiler loses over a union. */
function toolOf(block: Block) {
  return tools[block.kind] as unknown as Omit<BlockTool<Block>, "Form"> & {
    Form: ComponentType<{ definition: Block }>;
  };
}

/** The tools of an exercise one below the other, inside a ToolProvider; to be read only once the window is over. */
export function Blocks({ blocks }: { blocks: readonly StoredBlock[] }) {
  const tool = useTool();
  return (
    <div className="grid gap-12">
      {blocks.map((block) => (
        <Drawn key={block.id} block={block} entries={entriesOf(tool, block.id)} reader="author" form={tool.writable} />
      ))}
    </div>
  );
}

type ViewsProps = { blocks: readonly StoredBlock[]; entries: readonly ToolEntry[]; reader: Reader };

/** The same to read only, inside a ReadingProvider. */
export function BlockViews({ blocks, entries, reader }: ViewsProps) {
  return (
    <div className="grid gap-10">
      {blocks.map((block) => {
        const own = entries.filter((entry) => entry.block === block.id);
        return <Drawn key={block.id} block={block} entries={own} reader={reader} />;
      })}
    </div>
  );
}

type DrawnProps = { block: StoredBlock; entries: ToolEntry[]; reader: Reader; form?: boolean };

/** One block: its tool, or what stands in for it; and below it what was stored in a shape that is no longer known. */
function Drawn({ block, entries, reader, form }: DrawnProps): ReactNode {
  if (!isKnown(block)) return <NoLongerKnown block={block} entries={toRead(entries)} reader={reader} />;
  const { Form, View, rests } = toolOf(block);
  const met = rests?.(entries) ? entries.filter(({ mine }) => mine) : entries;
  const { entries: rules } = kinds[block.kind];
  return (
    <WithOld rules={rules} entries={met} reader={reader}>
      {form ? <Form definition={block} /> : <View definition={block} entries={entries} reader={reader} />}
    </WithOld>
  );
}

/** A block that this release cannot draw: its title, and the words that are in it. Without any of them it is not there. */
function NoLongerKnown({ block, entries, reader }: { block: StandIn; entries: ToolEntry[]; reader: Reader }) {
  const words = useTranslations("blocks.parts");
  const text = useText();
  if (entries.length === 0) return null;
  return (
    <Frame title={block.label ? text(block.label) : words("oldTool")} text={words("oldToolText")}>
      <WithOld rules={{}} entries={entries} reader={reader}>
        {null}
      </WithOld>
    </Frame>
  );
}
