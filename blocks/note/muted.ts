import { bodyOf } from "../body";
import type { ToolEntry } from "../tool";
import { note } from "./schema";

/** Whether whoever looks has asked that the other's notes rest for them. */
export function isMuted(entries: readonly ToolEntry[]): boolean {
  return entries.some(
    ({ kind, mine, body }) => kind === "mute" && mine && bodyOf(note.entries.mute.body, body)?.muted === true,
  );
}
