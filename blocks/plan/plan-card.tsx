"use client";

import { CalendarPlus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Reader } from "../block-tool";
import { EntryCard } from "../parts/entry";
import { SaveStatus } from "../parts/save-button";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { planOf } from "./agreement";
import { useCalendarFile } from "./use-calendar-file";

type PlanCardProps = {
  definition: BlockOf<"plan">;
  entry: ToolEntry;
  reader: Reader;
  /** Between the plan and its actions. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** One plan: what was filled in, and when. Partners can put it into their calendar. */
export function PlanCard({ definition, entry, reader, children, actions }: PlanCardProps) {
  const words = useTranslations("blocks.plan");
  const text = useText();
  const at = useLocalMoment();
  const calendar = useCalendarFile();
  const plan = planOf(entry);
  if (!plan) return null;
  const { at: start, minutes } = plan;
  const known = new Map(definition.fields.map(({ key, label }) => [key, text(label)]));
  // A map, since a field's key may be any word, "constructor" too.
  const filled = new Map(Object.entries(plan.fields).filter(([, value]) => value !== ""));
  const inOrder = [...known.keys(), ...[...filled.keys()].filter((key) => !known.has(key))];
  return (
    <EntryCard
      entry={entry}
      reader={reader}
      actions={
        actions || (start && reader !== "therapist") ? (
          <>
            {start && reader !== "therapist" && (
              <Button
                variant="ghost"
                className="min-h-11"
                onClick={() => calendar.download({ uid: entry.entryId, at: start, minutes })}
              >
                <CalendarPlus aria-hidden size={17} />
                {words("calendar")}
              </Button>
            )}
            {actions}
          </>
        ) : undefined
      }
    >
      <dl className="grid gap-2.5">
        {start && (
          <div>
            <dt className="sr-only">{words("day")}</dt>
            <dd className="font-semibold text-17">
              {at(start)} · {words("minutes", { count: minutes })}
            </dd>
          </div>
        )}
        {inOrder.map((key) => {
          const value = filled.get(key);
          if (!value) return null;
          return (
            <div key={key}>
              <dt className="text-16 text-ink-soft">{known.get(key) ?? key}</dt>
              <dd className="whitespace-pre-line break-words text-17">{value}</dd>
            </div>
          );
        })}
      </dl>
      {children}
      {calendar.failed && <SaveStatus state={{ kind: "failed", words: words("calendarFailed") }} />}
    </EntryCard>
  );
}

/** A local date and time in words; it is the couple's own clock already. */
function useLocalMoment(): (at: string) => string {
  const format = useFormatter();
  return (at) =>
    format.dateTime(new Date(`${at.replace(/Z$/, "")}Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "numeric",
      minute: "2-digit",
      timeZone: "UTC",
    });
}
