"use client";

import clsx from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import type { z } from "zod";
import { Card } from "@/components/ui/card";
import { PartnerMark } from "@/components/ui/partner";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { Reader } from "../block-tool";
import { oldOnes } from "../body";
import { readable } from "../readable";
import { useReading } from "../reading";
import type { ToolEntry } from "../tool";

/** Whose an entry is, in words: "You", the partner's name, or for the therapist the author's. */
export function useWhose(reader: Reader): (entry: Pick<ToolEntry, "mine" | "position">) => string {
  const words = useTranslations("blocks.parts");
  const { names } = useReading();
  return ({ mine, position }) => {
    if (reader === "therapist") return names[position] ?? words("partnerNumber", { position });
    return mine ? words("you") : (names[position] ?? words("yourPartner"));
  };
}

/** Who wrote it, with their mark. */
export function Whose({ entry, reader }: { entry: Pick<ToolEntry, "mine" | "position">; reader: Reader }) {
  const whose = useWhose(reader);
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-16">
      <PartnerMark side={entry.position === 1 ? "one" : "two"} />
      {whose(entry)}
    </span>
  );
}

/** Day and hour of an instant in the couple's zone. */
export function useMoment(): (instant: Date) => string {
  const format = useFormatter();
  const { timeZone } = useReading();
  return (instant) =>
    format.dateTime(instant, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
    });
}

/** Who may read an entry, in the words of whoever looks at it. */
export function EntryReaders({ entry, reader }: { entry: ToolEntry; reader: Reader }) {
  const words = useTranslations("blocks.parts");
  const { names } = useReading();
  const whose = useWhose(reader);
  if (reader !== "therapist" && entry.mine) {
    const other = names[entry.position === 1 ? 2 : 1];
    return <VisibilityLabel visibility={entry.readers} partner={other ?? undefined} />;
  }
  if (reader !== "therapist") return null;
  const name = whose(entry);
  return (
    <VisibilityLabel visibility={entry.readers}>
      {words(entry.readers === "SHARED" ? "sharedForTherapist" : "forTherapist", { name })}
    </VisibilityLabel>
  );
}

type CardProps = { entry: ToolEntry; reader: Reader; children: ReactNode; actions?: ReactNode; className?: string };

/** One stored entry: whose it is, when, its words, who may read it, and what its author can still do. */
export function EntryCard({ entry, reader, children, actions, className }: CardProps) {
  const moment = useMoment();
  return (
    <Card className={clsx("grid gap-3 p-4.5 sm:p-5", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Whose entry={entry} reader={reader} />
        <time dateTime={entry.createdAt.toISOString()} className="text-15 text-ink-soft">
          {moment(entry.createdAt)}
        </time>
      </div>
      {children}
      <EntryReaders entry={entry} reader={reader} />
      {actions && <div className="flex flex-wrap gap-2 border-line border-t pt-3">{actions}</div>}
    </Card>
  );
}

/** What was stored in a shape that is no longer known: its words, one below the other. */
function OldBody({ body }: { body: unknown }) {
  const words = useTranslations("blocks.parts");
  const lines = readable(body);
  if (lines.length === 0) return <p className="text-16 text-ink-soft">{words("oldEmpty")}</p>;
  return (
    <div className="grid gap-1.5 text-17">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity and never change places
        <p key={index} className="whitespace-pre-line">
          {line}
        </p>
      ))}
    </div>
  );
}

/** Whether entries of another shape stand below a tool: then it is not true that there is nothing. */
const OldBelow = createContext(false);
export const useOldBelow = (): boolean => useContext(OldBelow);

/** Nothing stored yet, where words are only read. */
export function NothingYet() {
  const words = useTranslations("blocks.parts");
  const oldBelow = useOldBelow();
  if (oldBelow) return null;
  return <p className="text-16 text-ink-soft">{words("nothing")}</p>;
}

/** Entries whose shape is no longer known, each with its words. */
export function OldEntries({ entries, reader }: { entries: readonly ToolEntry[]; reader: Reader }) {
  return entries.map((entry) => (
    <EntryCard key={entry.entryId} entry={entry} reader={reader}>
      <OldBody body={entry.body} />
    </EntryCard>
  ));
}

type WithOldProps = {
  rules: Record<string, { body: z.ZodType }>;
  entries: readonly ToolEntry[];
  reader: Reader;
  children: ReactNode;
};

/** A tool, and below it whatever was stored in it in a shape that it no longer knows. No tool draws these by itself. */
export function WithOld({ rules, entries, reader, children }: WithOldProps) {
  const old = oldOnes(rules, entries);
  return (
    <OldBelow.Provider value={old.length > 0}>
      <div className="grid min-w-0 gap-4">
        {children}
        <OldEntries entries={old} reader={reader} />
      </div>
    </OldBelow.Provider>
  );
}
