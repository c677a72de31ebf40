import type { ComponentType } from "react";
import type { ToolEntry } from "./tool";

/** Through whose eyes entries are read: whoever wrote them, their partner, or a clinician of both. */
export type Reader = "author" | "partner" | "therapist";

export interface ViewProps<Definition> {
  definition: Definition;
  /** The block's entries that the reader may read, oldest first. */
  entries: ToolEntry[];
  reader: Reader;
}

/** What is seen of one kind of block. */
export interface BlockTool<Definition> {
  /** The tool itself, inside a ToolProvider. */
  Form: ComponentType<{ definition: Definition }>;
  /** The same to read only: a closed window, the therapist's page. Inside a ReadingProvider where there is no tool. */
  View: ComponentType<ViewProps<Definition>>;
  /** Whether whoever looks has asked not to meet what the other wrote here. */
  rests?: (entries: readonly ToolEntry[]) => boolean;
}
