import { reading } from "../body";
import type { ToolEntry } from "../tool";
import type { TimedEvent } from "./fold";
import { timer } from "./schema";

/** The events among stored entries, by the server's clock; of the same instant, in an order that both phones share. */
export function timedEvents(entries: readonly ToolEntry[]): TimedEvent[] {
  return reading(timer.entries.event.body, entries, "event")
    .toSorted(
      (one, other) =>
        one.entry.createdAt.getTime() - other.entry.createdAt.getTime() ||
        (one.entry.entryId < other.entry.entryId ? -1 : 1),
    )
    .map(({ entry, body }) => ({ event: body, position: entry.position, at: entry.createdAt.getTime() }));
}
