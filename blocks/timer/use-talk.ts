"use client";

import { useState } from "react";
import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import { entriesOf, type ToolEntry, useTool } from "../tool";
import { allTalks, timedEvents } from "./events";
import { heardTalks, type TimedEvent, talksOf } from "./fold";
import type { TimerEvent } from "./schema";

/**
 * The talk of the window that is open, and the way to add to it. While nothing may reach the partner it lives on this page
 * alone: a talk on one phone works all the same.
 */
export function useTalk(definition: BlockOf<"timer">) {
  const tool = useTool();
  const { state, save } = useSave();
  const [here, setHere] = useState<TimedEvent[]>([]);
  const all = entriesOf(tool, definition.id, "event");
  const now = (entry: ToolEntry) => entry.ordinal === tool.ordinal;
  const stored = timedEvents(all.filter(now));
  const talk = talksOf(tool.delivers ? stored : here, definition).at(-1);
  const heard = heardTalks(allTalks(all, definition));
  const act = async (event: TimerEvent) => {
    if (!tool.delivers) return setHere((events) => [...events, { event, position: tool.position, at: tool.now() }]);
    await save({
      entryId: newEntryId(),
      version: 0,
      block: definition.id,
      kind: "event",
      readers: "SHARED",
      body: event,
    });
  };
  return { talk, heard, act, state };
}
