import { type Block, entryRule } from "@/blocks/registry";
import { isKnown, kindsWith, type StoredBlock, toRead } from "@/blocks/stand-in";
import { summaryOf } from "@/blocks/summaries";
import { oldLines, type SummaryLine } from "@/blocks/summary";
import { textFor } from "@/blocks/words";
import { decks } from "@/content/decks";
import type { Area } from "@/content/schema";
import type { StoredEntry, ToldItem } from "./schema";

/** A homework that was read together with entries of its tools. */
export interface ToldHomework {
  assignmentId: string;
  strategyKey: string;
  title: string;
  area: Area;
  blocks: StoredBlock[];
}

/** An entry, of which homework, and the window of the viewer's own in which it was made. */
export type ToldEntry = StoredEntry & { assignmentId: string; occurrenceId: string | null };

/** Whether the viewer may have set this block for themselves: rest from the other's notes, for one. */
const canBeSet = (block: StoredBlock) =>
  !isKnown(block) || kindsWith("setting").some((kind) => (entryRule(block, kind)?.readers(block).length ?? 0) > 0);

const cardsOf = (block: Block) => (key: string) =>
  block.kind === "deck" ? decks[block.deck].find((card) => card.key === key)?.text : undefined;

/** What belongs together: answers that opened to each other, what was said back to something, or an entry by itself. */
function groupOf(entry: ToldEntry, entries: ReadonlyMap<string, ToldEntry>): string {
  const answered = entry.slot === null ? undefined : entries.get(entry.slot);
  if (answered) return groupOf(answered, new Map());
  const { assignmentId, block, kind, slot, revealedAt } = entry;
  if (!revealedAt || slot === null) return entry.entryId;
  return [assignmentId, block, kind, slot, revealedAt.getTime()].join("|");
}

interface Reader {
  locale: "en" | "es";
  /** False for a partner whose session cannot read their own settings: then nothing is told that a setting may hold back. */
  readsSettings: boolean;
}

/**
 * What tools keep, in words and in order of time, the latest first. Only what was read is told: nothing is counted, and
 * nobody compared.
 */
export function toldItems(
  homework: readonly ToldHomework[],
  entries: readonly ToldEntry[],
  reader: Reader,
): ToldItem[] {
  const known = new Map(entries.map((entry) => [entry.entryId, entry]));
  const items = new Map<string, ToldItem>();
  const settings = kindsWith("setting");
  for (const { assignmentId, strategyKey, title, area, blocks: parts } of homework) {
    const same = new Set(homework.filter((one) => one.strategyKey === strategyKey).map((one) => one.assignmentId));
    // How somebody has set a tool holds for every homework of the strategy.
    const ours = entries.filter(
      (one) => one.assignmentId === assignmentId || (settings.includes(one.kind) && same.has(one.assignmentId)),
    );
    for (const block of parts)
      for (const line of linesOf(block, title, ours, reader)) {
        const entry = known.get(line.entryId);
        if (!entry) continue;
        const group = groupOf(entry, known);
        const { occurrenceId, entryId: itemId } = entry;
        const item = items.get(group) ?? { itemId, assignmentId, occurrenceId, title, area, at: line.at, lines: [] };
        const { position, label, text } = line;
        item.lines.push({ position, mine: entry.mine, readers: entry.readers, label, text });
        if (line.at > item.at) item.at = line.at;
        items.set(group, item);
      }
  }
  return [...items.values()].sort(
    (one, other) => other.at.getTime() - one.at.getTime() || one.itemId.localeCompare(other.itemId),
  );
}

/** Of a block without a name of its own the lines go by the title of the homework. */
function linesOf(
  block: StoredBlock,
  title: string,
  entries: readonly ToldEntry[],
  { locale, readsSettings }: Reader,
): SummaryLine[] {
  const own = entries.filter((entry) => entry.block === block.id && (entry.mine || readsSettings || !canBeSet(block)));
  if (!isKnown(block)) return oldLines(toRead(own), block.label ? textFor(block.label, locale) : title);
  return summaryOf(block, own, locale, cardsOf(block));
}
