"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Block } from "@/blocks/registry";
import type { Tool } from "@/blocks/tool";
import { loadCards } from "@/content/decks/load";
import { forget, type Kept, keep, seenBy, waits } from "./memory";

const day = 86_400_000;

/** A tool whose entries live in this page alone. `startedAt`: the server's clock when the page was made, in milliseconds since 1970. */
export function useMemoryTool(blocks: readonly Block[], position: 1 | 2, startedAt: number) {
  const words = useTranslations("blocks.try");
  const locale = useLocale() === "es" ? "es" : "en";
  const timeZone = useTimeZone();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [passed, setPassed] = useState(0);
  const begun = useRef<number | null>(null);
  const drafts = useRef(new Map<string, unknown>());
  const latest = useRef(kept);

  const now = useMemo(
    () => () => {
      if (typeof window === "undefined") return startedAt;
      begun.current ??= performance.now();
      return Math.round(startedAt + performance.now() - begun.current + passed * day);
    },
    [startedAt, passed],
  );
  const step = { position, now: new Date(now()) };
  const become = (next: readonly Kept[]) => {
    latest.current = next;
    setKept(next);
  };
  const placeOf = (key: string) => `${position}:${key}`;
  const tool: Tool = {
    locale,
    partnerName: null,
    position,
    entries: seenBy(kept, blocks, step),
    ordinal: 0,
    seed: "try",
    today: new Intl.DateTimeFormat("en-CA", { timeZone }).format(step.now),
    timeZone,
    delivers: true,
    writable: true,
    now,
    async save(draft) {
      const at = { position, now: new Date(now()) };
      become(keep(latest.current, blocks, draft, at));
      const stored = seenBy(latest.current, blocks, at).find((entry) => entry.entryId === draft.entryId);
      if (!stored) throw new Error("An entry was kept and is not there");
      return stored;
    },
    async takeBack({ entryId }) {
      become(forget(latest.current, entryId, { position, now: new Date(now()) }));
    },
    failureWords: () => words("failed"),
    cards: loadCards,
    drafts: {
      load: async (key) => drafts.current.get(placeOf(key)),
      keep: async (key, value) => {
        drafts.current.set(placeOf(key), value);
        return true;
      },
      remove: (key) => {
        drafts.current.delete(placeOf(key));
      },
    },
  };
  return {
    tool,
    waiting: waits(kept, step.now),
    letADayPass: () => setPassed((days) => days + 1),
    dayPassed: passed > 0,
  };
}

/** The device's zone, once the page is in the browser. */
function useTimeZone(): string {
  const [timeZone, setTimeZone] = useState("UTC");
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return timeZone;
}
