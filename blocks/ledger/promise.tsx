"use client";

import { Check, CircleSlash2, HandHeart } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Reader } from "../block-tool";
import { bodyOf } from "../body";
import { EntryCard } from "../parts/entry";
import { useDay } from "../parts/use-day";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { ledger } from "./schema";

/** A stored promise in today's shape, or null. */
export function promiseOf(entry: ToolEntry) {
  return bodyOf(ledger.entries.promise.body, entry.body);
}

const icons = { kept: Check, renegotiated: HandHeart, missed: CircleSlash2 };

type PromiseProps = {
  definition: BlockOf<"ledger">;
  entry: ToolEntry;
  reader: Reader;
  /** What stands below its words. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** One promise: its words, by when, and how it is where its maker has said so. */
export function PromiseCard({ definition, entry, reader, children, actions }: PromiseProps) {
  const words = useTranslations("blocks.ledger");
  const text = useText();
  const day = useDay();
  const promise = promiseOf(entry);
  if (!promise) return null;
  const Icon = promise.state === "open" ? null : icons[promise.state];
  return (
    <EntryCard entry={entry} reader={reader} actions={actions}>
      <div className="grid gap-1">
        <p className="whitespace-pre-line break-words text-17">{promise.what}</p>
        <p className="text-16 text-ink-soft">{words("by", { day: day(promise.by) })}</p>
        {Icon && promise.state !== "open" && (
          <p className="flex items-center gap-2 font-semibold text-16">
            <Icon aria-hidden size={18} strokeWidth={2.2} className="shrink-0 text-positive" />
            {text(definition.states[promise.state])}
          </p>
        )}
      </div>
      {children}
    </EntryCard>
  );
}

/** How long a promise that was marked stays in sight. */
const inSight = 3 * 86_400_000;

/** What is in sight and what is folded away: a promise that was marked stays for some days, then it is history. */
export function near(entries: readonly ToolEntry[], now: number): { shown: ToolEntry[]; earlier: ToolEntry[] } {
  const { open, past } = sorted(entries);
  const isNear = (entry: ToolEntry) => now - entry.updatedAt.getTime() < inSight;
  return { shown: [...open, ...past.filter(isNear)], earlier: past.filter((entry) => !isNear(entry)) };
}

/** The promises in today's shape in two parts: those without an outcome by their day, then the others, newest first. */
export function sorted(entries: readonly ToolEntry[]): { open: ToolEntry[]; past: ToolEntry[] } {
  const promises = entries.filter((entry) => entry.kind === "promise" && promiseOf(entry));
  const isOpen = (entry: ToolEntry) => promiseOf(entry)?.state === "open";
  const by = (entry: ToolEntry) => promiseOf(entry)?.by ?? "";
  return {
    open: promises.filter(isOpen).sort((one, other) => by(one).localeCompare(by(other))),
    past: promises.filter((entry) => !isOpen(entry)).sort((one, other) => by(other).localeCompare(by(one))),
  };
}

/** Who has said that they noticed a promise. */
export function noticeOf(entries: readonly ToolEntry[], promise: ToolEntry): ToolEntry | undefined {
  return entries.find(({ kind, slot }) => kind === "noticed" && slot === promise.entryId);
}
