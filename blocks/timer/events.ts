import { reading } from "../body";
import type { ToolEntry } from "../tool";
import { type Rules, type Talk, type TimedEvent, talksOf } from "./fold";
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

/** All talks of a homework. Each window has its own: one that was left open in the last does not go on in the next. */
export function allTalks(entries: readonly ToolEntry[], rules: Rules): Talk[] {
  const windows = [...new Set(entries.map((entry) => entry.ordinal))].toSorted((one, other) => one - other);
  return windows.flatMap((ordinal) => talksOf(timedEvents(entries.filter((one) => one.ordinal === ordinal)), rules));
}
