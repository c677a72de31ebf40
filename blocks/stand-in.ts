import { z } from "zod";
import { type Block, blockSchema, blocks } from "./registry";
import type { EntryRule } from "./spec";
import type { ToolEntry } from "./tool";
import { localizedText, words } from "./words";

/**
 * What stands in for a block whose definition this release does not know, or no longer: its id, and its title where it has
 * one. Nothing can be added to it; what was stored in it stays readable.
 */
export const standInSchema = z.strictObject({
  kind: z.literal("unknown"),
  id: z.string().min(1),
  label: localizedText.nullable(),
});
export type StandIn = z.infer<typeof standInSchema>;

/** A block as it is read from storage. */
export const storedBlockSchema = z.union([blockSchema, standInSchema]);
export type StoredBlock = Block | StandIn;

export function isKnown(block: StoredBlock): block is Block {
  return block.kind !== "unknown";
}

const anyId = z.looseObject({ id: z.string().min(1) });
const anyTitle = z.looseObject({ label: z.unknown(), title: z.unknown() });
const byLanguage = z.looseObject({ en: words.optional().catch(undefined), es: words.optional().catch(undefined) });

/** The title of a definition of whatever shape; in one language for both where it is only there in one. */
function labelOf(definition: unknown): StandIn["label"] {
  const { label, title } = anyTitle.partial().safeParse(definition).data ?? {};
  for (const text of [label, title]) {
    const { en, es } = byLanguage.safeParse(typeof text === "string" ? { en: text } : text).data ?? {};
    const first = en ?? es;
    if (first !== undefined) return { en: first, es: es ?? first };
  }
  return null;
}

/** A stored definition: the block, or its stand-in; null for what has no id, to which nothing can belong. */
export function readBlock(definition: unknown): StoredBlock | null {
  const known = blockSchema.safeParse(definition);
  if (known.success) return known.data;
  const found = anyId.safeParse(definition);
  return found.success ? { kind: "unknown", id: found.data.id, label: labelOf(definition) } : null;
}

/** The kinds of entries, over all blocks, whose rule carries a mark. */
export function kindsWith(mark: "setting" | "ofBoth"): string[] {
  const rules = Object.values(blocks).flatMap(({ entries }) =>
    Object.entries(entries as Record<string, EntryRule<Block>>),
  );
  return [...new Set(rules.flatMap(([kind, rule]) => (rule[mark] ? [kind] : [])))];
}

const settings = new Set(kindsWith("setting"));

/**
 * The entries of a stand-in to read. How somebody had set the tool is not among them; and since such a setting may have asked
 * for rest from the other's words, these are left out for whoever had set anything.
 */
export function toRead<Entry extends Pick<ToolEntry, "kind" | "mine">>(entries: readonly Entry[]): Entry[] {
  const set = entries.some(({ kind, mine }) => mine && settings.has(kind));
  return entries.filter(({ kind, mine }) => !settings.has(kind) && (mine || !set));
}
