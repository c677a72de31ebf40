import { type Block, entryRule } from "@/blocks/registry";
import type { Gate } from "@/blocks/spec";
import type { EntryDraft, ToolEntry } from "@/blocks/tool";

/** One entry of the try-out, as nobody in particular sees it. */
export type Kept = Omit<ToolEntry, "mine">;

/** What happens around a step: who does it, and the try-out's own clock. */
export interface Step {
  position: 1 | 2;
  now: Date;
}

/** Nothing was kept: the entry is gone, frozen, of another version, or there may be only one. */
export class NotKept extends Error {}

const hour = 3_600_000;
const anotherOf = (position: 1 | 2) => (position === 1 ? 2 : 1);

function ruleOf(blocks: readonly Block[], { block: id, kind }: Pick<Kept, "block" | "kind">) {
  const block = blocks.find((one) => one.id === id);
  const rule = block && entryRule(block, kind);
  if (!block || !rule) throw new NotKept("no such entry");
  return { rule, gate: rule.gate?.(block) ?? null, hold: (rule.holdHours?.(block) ?? 0) * hour };
}

const sameSlot = (one: Kept, other: Pick<Kept, "block" | "slot">) =>
  one.block === other.block && one.slot === other.slot;

/** Both have confirmed on the same thing and neither has let it rest. */
function meets(kept: readonly Kept[], entry: Kept): Kept | undefined {
  const there = kept.filter((one) => sameSlot(one, entry));
  if (there.some((one) => one.kind === "pass")) return undefined;
  return there.find((one) => one.kind === entry.kind && one.position === anotherOf(entry.position) && !one.revealedAt);
}

/** Keeps an entry as the server would: its hour, its gate, and both revealed at once where they meet. @throws NotKept */
export function keep(kept: readonly Kept[], blocks: readonly Block[], draft: EntryDraft, step: Step): Kept[] {
  const { rule, gate, hold } = ruleOf(blocks, draft);
  const { position, now } = step;
  const before = kept.find((one) => one.entryId === draft.entryId);
  if (
    before ? before.version !== draft.version || before.revealedAt || before.position !== position : draft.version !== 0
  )
    throw new NotKept("another version, or frozen");
  const slot = draft.slot ?? null;
  const twin = (one: Kept) => one.kind === draft.kind && one.position === position && sameSlot(one, { ...draft, slot });
  if (!before && rule.one !== "many" && kept.some(twin)) throw new NotKept("there is one already");
  const entry: Kept = {
    entryId: draft.entryId,
    block: draft.block,
    kind: draft.kind,
    slot,
    ordinal: 0,
    position,
    readers: draft.readers,
    sharedAt: draft.readers === "SHARED" ? (draft.deliverAt ?? new Date(now.getTime() + hold)) : null,
    revealedAt: null,
    clearedAt: gate === "CONSENT" ? now : null,
    body: rule.body.parse(draft.body),
    version: draft.version + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  const other = gate === "MUTUAL" ? meets(kept, entry) : undefined;
  const opened = (one: Kept) => ({ ...one, revealedAt: now });
  const rest = kept.filter((one) => one !== before).map((one) => (one === other ? opened(one) : one));
  return openConsented([...rest, other ? opened(entry) : entry], entry, now);
}

/** A consent opens the words that were offered: it answers the offer, or those words themselves. */
function openConsented(kept: Kept[], consent: Kept, now: Date): Kept[] {
  if (consent.kind !== "consent") return kept;
  const offered = kept.find((one) => one.entryId === consent.slot);
  const opens = new Set([consent.slot, offered?.slot]);
  return kept.map((one) => (opens.has(one.entryId) ? { ...one, revealedAt: one.revealedAt ?? now } : one));
}

/** Forgets an own entry that is not revealed yet, with everything that answers it. @throws NotKept */
export function forget(kept: readonly Kept[], entryId: string, { position }: Step): Kept[] {
  const entry = kept.find((one) => one.entryId === entryId);
  if (!entry || entry.position !== position || entry.revealedAt) throw new NotKept("gone or frozen");
  return kept.filter((one) => one.entryId !== entryId && one.slot !== entryId);
}

function open(entry: Kept, gate: Gate | null, now: Date): boolean {
  if (entry.readers !== "SHARED" || !entry.sharedAt || entry.sharedAt > now) return false;
  return gate === null || entry.revealedAt !== null;
}

/** What one of the two would see at that moment, oldest first. */
export function seenBy(kept: readonly Kept[], blocks: readonly Block[], { position, now }: Step): ToolEntry[] {
  return kept
    .filter((entry) => entry.position === position || open(entry, ruleOf(blocks, entry).gate, now))
    .map((entry) => ({ ...entry, mine: entry.position === position }))
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** Whether something waits for its hour at that moment. */
export function waits(kept: readonly Kept[], now: Date): boolean {
  return kept.some((entry) => entry.sharedAt !== null && entry.sharedAt > now);
}
