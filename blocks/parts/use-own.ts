"use client";

import { entriesOf, type ToolEntry, useTool } from "../tool";

/** The user's own entry of a kind in the window that is open, where there is one per window. */
export function useOwn(block: string, kind: string): ToolEntry | undefined {
  const tool = useTool();
  return entriesOf(tool, block, kind).find((entry) => entry.mine && entry.ordinal === tool.ordinal);
}
