import type { Block } from "@/blocks/registry";
import type { EntryRule, Readers } from "@/blocks/spec";

/** The longest time for which a note may wait for its hour. */
const farthestDays = 60;
const hour = 3_600_000;

/**
 * What there is only one of: the window and slot, the slot alone, or nothing. What opens for both at once is always the
 * only one of its kind, so that two answers can meet.
 */
export function onceOf(rule: EntryRule<Block>, block: Block, ordinal: number, slot: string | null): string | null {
  const one = rule.one === "many" && rule.gate?.(block) === "MUTUAL" ? "occurrence" : rule.one;
  if (one === "many") return null;
  return one === "occurrence" ? `${ordinal}|${slot ?? ""}` : (slot ?? "");
}

/**
 * From when the partner may read a shared entry: after its hold, or at the hour its author chose. What is already on its way
 * keeps its hour. Null for what is not shared.
 */
export function sharedAtOf(
  { rule, block, readers }: { rule: EntryRule<Block>; block: Block; readers: Readers },
  { at, deliverAt, before }: { at: Date; deliverAt?: Date | undefined; before: Date | null },
): Date | null {
  if (readers !== "SHARED") return null;
  if (before) return before;
  const held = at.getTime() + (rule.holdHours?.(block) ?? 0) * hour;
  const chosen = rule.timed && deliverAt ? Math.min(deliverAt.getTime(), at.getTime() + farthestDays * 24 * hour) : 0;
  return new Date(Math.max(held, chosen));
}

/** Whether a tool may carry anything between the two at present. */
export function delivers(couple: {
  state: "ACTIVE" | "PAUSED" | "ENDED";
  bothJoined: boolean;
  partnerDelivery: boolean;
  mode: "JUST_YOU" | "EACH" | "TOGETHER";
}): boolean {
  return couple.state === "ACTIVE" && couple.bothJoined && couple.partnerDelivery && couple.mode !== "JUST_YOU";
}
