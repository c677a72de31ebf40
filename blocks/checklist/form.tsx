"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { bodyOf } from "../body";
import { Frame } from "../parts/frame";
import { SaveStatus } from "../parts/save-button";
import { useOwn } from "../parts/use-own";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { checklist } from "./schema";

/** Steps to tick while doing them; each tick is stored at once, and told to nobody. */
export function ChecklistForm({ definition }: { definition: BlockOf<"checklist"> }) {
  const words = useTranslations("blocks.checklist");
  const text = useText();
  const { done, tick, state } = useTicks(definition.id);
  return (
    <Frame title={text(definition.label)} text={words("hint")}>
      <ul className="grid rounded-l border border-line bg-surface px-4.5 py-1.5 shadow-card">
        {definition.items.map((item, index) => (
          <li key={item.en} className="border-line border-t first:border-t-0">
            <Checkbox
              className="py-3"
              label={<span className={done.includes(index) ? "text-ink-soft" : undefined}>{text(item)}</span>}
              checked={done.includes(index)}
              onChange={(event) => tick(index, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      <VisibilityLabel visibility="PRIVATE" />
      {state.kind === "failed" && <SaveStatus state={state} />}
    </Frame>
  );
}

/** The ticks as they stand on the screen. They are stored one state after the other, the newest wish last. */
function useTicks(block: string) {
  const own = useOwn(block, "ticks");
  const stored = own && bodyOf(checklist.entries.ticks.body, own.body)?.done;
  const [wish, setWish] = useState<number[] | null>(null);
  const { state, save } = useSave();
  const work = useRef({ entryId: "", version: 0, wanted: [] as number[], running: false });
  const done = wish ?? stored ?? [];

  const store = async () => {
    const { current } = work;
    if (current.running) return;
    current.running = true;
    for (let sent: number[] | null = null; sent !== current.wanted; ) {
      sent = current.wanted;
      const { entryId, version } = current;
      const entry = await save({
        entryId,
        version,
        block,
        kind: "ticks",
        readers: "PRIVATE",
        body: { v: 1, done: sent },
      });
      if (!entry) break; // what is ticked stays on the screen; the next tick tries again
      current.version = entry.version;
      if (sent === current.wanted) setWish(null);
    }
    current.running = false;
  };
  const tick = (index: number, checked: boolean) => {
    const { current } = work;
    if (!current.running) {
      current.entryId = own?.entryId ?? (current.entryId || newEntryId());
      current.version = own?.version ?? 0;
    }
    current.wanted = checked
      ? [...done, index].toSorted((one, other) => one - other)
      : done.filter((one) => one !== index);
    setWish(current.wanted);
    void store();
  };
  return { done, tick, state };
}
