"use client";

import { createContext, useContext } from "react";
import type { CardLoader } from "./cards";
import type { Readers } from "./spec";

/** One stored entry as whoever looks at it may see it. What they may not read is not in the list at all. */
export interface ToolEntry {
  entryId: string;
  /** The id of its block in the strategy. */
  block: string;
  kind: string;
  /** A card's key or the id of the entry that it answers; null where its kind has no slot. */
  slot: string | null;
  /** The window in which it was written, counted from 0; below 0 when the same strategy was given before. */
  ordinal: number;
  /** 1 or 2: which of the couple wrote it. */
  position: 1 | 2;
  mine: boolean;
  readers: Readers;
  /** From when the partner may read it, gates apart; in the future while it is held or waits for its hour. */
  sharedAt: Date | null;
  /** When its gate opened. Words behind an open MUTUAL gate are frozen. */
  revealedAt: Date | null;
  /** When a clinician said that it may be offered (repair). */
  clearedAt: Date | null;
  /** As its kind's schema says; of an older version, whatever was stored then. */
  body: unknown;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** What a tool asks to be stored. Without `entry` it is new; its id is made by the tool so that a second try stores nothing twice. */
export interface EntryDraft {
  entryId: string;
  /** The version that this changes; 0 for a new one. */
  version: number;
  block: string;
  kind: string;
  slot?: string;
  readers: Readers;
  /** When a timed entry is to arrive. */
  deliverAt?: Date;
  body: unknown;
}

/** Everything around a tool: who uses it, what is stored, and the ways to change that. */
export interface Tool {
  locale: "en" | "es";
  /** The couple's names; null where nobody is there (the try-out, or a partner who has not joined). */
  partnerName: string | null;
  position: 1 | 2;
  /** Entries of the whole homework that the viewer may read, oldest first. */
  entries: ToolEntry[];
  /** The window that is open now, counted from 0. */
  ordinal: number;
  /** The same for both partners: what is drawn from a deck follows from it and the window. */
  seed: string;
  /** The couple's civil date, YYYY-MM-DD, and their zone. */
  today: string;
  timeZone: string;
  /** Whether anything may reach the partner at present. Where not, tools work for their user alone and say nothing of it. */
  delivers: boolean;
  /** False when the window is over or the homework ended: everything can be read, nothing changed. */
  writable: boolean;
  /** The server's clock, in milliseconds since 1970. */
  now(): number;
  /** Stores, and shows what was stored. Rejects with an error that `failureWords` puts into words; nothing typed is lost. */
  save(draft: EntryDraft): Promise<ToolEntry>;
  /** Takes an own entry back for good, while nobody but its author has read it by design. */
  takeBack(entry: ToolEntry): Promise<void>;
  failureWords(error: unknown): string;
  /** What is typed and not sent, sealed on this device. `key` is unique within the homework. */
  drafts: {
    load(key: string): Promise<unknown>;
    keep(key: string, value: unknown): Promise<boolean>;
    remove(key: string): void;
  };
  /** Where the cards of decks come from. */
  cards?: CardLoader;
}

const ToolContext = createContext<Tool | null>(null);

export const ToolProvider = ToolContext.Provider;

/** What surrounds the tool that is drawn. */
export function useTool(): Tool {
  const tool = useContext(ToolContext);
  if (!tool) throw new Error("A block is drawn outside of a tool");
  return tool;
}

/** The same where there may be none: words that are only read, on the therapist's side. */
export function useToolIfAny(): Tool | null {
  return useContext(ToolContext);
}

/** The entries of one block, those of one kind, and of one's own or the partner's. */
export function entriesOf(tool: Pick<Tool, "entries">, block: string, kind?: string): ToolEntry[] {
  return tool.entries.filter((entry) => entry.block === block && (kind === undefined || entry.kind === kind));
}
