"use client";

import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { timedEvents } from "./events";
import { heardTalks, talksOf } from "./fold";
import type { TimerEvent } from "./schema";

/** The talk of the window that is open, and the way to add to it. */
export function useTalk(definition: BlockOf<"timer">) {
  const tool = useTool();
  const { state, save } = useSave();
  const all = entriesOf(tool, definition.id, "event");
  const now = (entry: ToolEntry) => entry.ordinal === tool.ordinal;
  const talk = talksOf(timedEvents(all.filter(now)), definition).at(-1);
  const heard = heardTalks(talksOf(timedEvents(all), definition));
  const act = (event: TimerEvent) =>
    save({ entryId: newEntryId(), version: 0, block: definition.id, kind: "event", readers: "SHARED", body: event });
  return { talk, heard, act, state };
}
