import { bodyOf } from "../body";
import type { ToolEntry } from "../tool";
import { repair } from "./schema";

/** Where an apology of one's own stands. Whether the other has looked is no state: its author is not told. */
export type ApologyState = "draft" | "cleared" | "in-the-room" | "offered" | "answered";

/** An apology in today's shape, or null. */
export function apologyOf(entry: ToolEntry) {
  return bodyOf(repair.entries.apology.body, entry.body);
}

/** The entry of a kind that belongs to an apology. */
export function about(entries: readonly ToolEntry[], kind: "offer" | "answer", apologyId: string) {
  return entries.find((entry) => entry.kind === kind && entry.slot === apologyId);
}

/** The state of an apology among the entries that its author sees. */
export function stateOf(entries: readonly ToolEntry[], apology: ToolEntry): ApologyState {
  if (about(entries, "answer", apology.entryId)) return "answered";
  if (apology.readers === "SHARED" && about(entries, "offer", apology.entryId)) return "offered";
  if (apologyOf(apology)?.inTheRoom) return "in-the-room";
  return apology.clearedAt || apology.readers === "SHARED" ? "cleared" : "draft";
}
