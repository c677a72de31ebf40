import type { ToolCard } from "../cards";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";

/** What each way of playing a deck is given. */
export interface PlayProps {
  definition: BlockOf<"deck">;
  cards: readonly ToolCard[];
  /** The block's entries that whoever plays may read. */
  entries: readonly ToolEntry[];
}
