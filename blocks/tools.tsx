import type { BlockTool } from "./block-tool";
import { ReadView } from "./read/view";
import type { BlockKind, BlockOf } from "./registry";

type Tools = { [Kind in BlockKind]: BlockTool<BlockOf<Kind>> };

/** What is seen of each kind of block. A new kind is a folder of its own and a line here (and in registry.ts). */
export const tools: Partial<Tools> = {
  read: { Form: ReadView, View: ReadView, summary: () => [] },
};
