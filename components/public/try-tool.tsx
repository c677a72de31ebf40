"use client";

import { FastForward } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Blocks } from "@/blocks/block";
import { type Block, reachesPartner } from "@/blocks/registry";
import { type Tool, ToolProvider } from "@/blocks/tool";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { loadCards } from "@/content/decks/load";
import { forget, type Kept, keep, seenBy, waits } from "./try/memory";

const day = 86_400_000;

type TryProps = {
  blocks: readonly Block[];
  /** The server's clock when the page was made, in milliseconds since 1970. */
  startedAt: number;
};

/** A strategy's tool for anybody: both partners are played by whoever tries it, and nothing leaves this page. */
export function TryTool({ blocks, startedAt }: TryProps) {
  const words = useTranslations("blocks.try");
  const [position, setPosition] = useState<1 | 2>(1);
  const { tool, waiting, letADayPass, dayPassed } = useMemoryTool(blocks, position, startedAt);
  const forTwo = blocks.some(reachesPartner);
  return (
    <div className="grid gap-8">
      {forTwo && (
        <div className="grid gap-3 rounded-l bg-sunken p-4 sm:p-5">
          <Segmented
            name="whose-phone"
            legend={words("whose")}
            value={String(position)}
            onValueChange={(value) => setPosition(value === "2" ? 2 : 1)}
            options={[
              { value: "1", label: words("you") },
              { value: "2", label: words("yourPartner") },
            ]}
          />
          <p className="text-15 text-ink-soft">{words("whoseText")}</p>
          {waiting && (
            <Button variant="ghost" size="large" className="justify-self-start" onClick={letADayPass}>
              <FastForward aria-hidden size={17} />
              {words("dayPass")}
            </Button>
          )}
          <p role="status" className={dayPassed ? "text-15 text-ink-soft" : "sr-only"}>
            {dayPassed ? words("dayPassed") : ""}
          </p>
        </div>
      )}
      <ToolProvider value={tool} key={position}>
        <Blocks blocks={blocks} />
      </ToolProvider>
    </div>
  );
}

/** A tool whose entries live in this page alone. */
function useMemoryTool(blocks: readonly Block[], position: 1 | 2, startedAt: number) {
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
