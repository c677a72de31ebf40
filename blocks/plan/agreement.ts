import { bodyOf } from "../body";
import type { ToolEntry } from "../tool";
import { plan } from "./schema";

/** A plan in today's shape, or null. */
export function planOf(entry: ToolEntry) {
  return bodyOf(plan.entries.plan.body, entry.body);
}

/** Whether the other is in, with what says so. A plan that changed since is asked for again. */
export function agreementTo(
  entries: readonly ToolEntry[],
  plan: ToolEntry,
): { entry: ToolEntry | null; holds: boolean } {
  const entry = entries.find(({ kind, slot }) => kind === "agree" && slot === plan.entryId) ?? null;
  return { entry, holds: entry !== null && entry.updatedAt >= plan.updatedAt };
}
