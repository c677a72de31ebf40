"use client";

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { reading } from "../body";
import { EntryCard } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { checklist } from "./schema";

type Definition = BlockOf<"checklist">;

/** The steps; with their ticks for whoever ticked them. */
export function ChecklistView({ definition, entries, reader }: ViewProps<Definition>) {
  const text = useText();
  const ticked = reading(checklist.entries.ticks.body, entries, "ticks");
  return (
    <Frame title={text(definition.label)}>
      {ticked.length === 0 && (
        <ul className="grid list-disc gap-1.5 pl-5 text-16">
          {definition.items.map((item) => (
            <li key={item.en}>{text(item)}</li>
          ))}
        </ul>
      )}
      {ticked.map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <Ticks definition={definition} done={body.done} />
        </EntryCard>
      ))}
    </Frame>
  );
}

function Ticks({ definition, done }: { definition: Definition; done: number[] }) {
  const words = useTranslations("blocks.checklist");
  const text = useText();
  return (
    <ul className="grid gap-1.5 text-16">
      {definition.items.map((item, index) => {
        const ticked = done.includes(index);
        const Icon = ticked ? Check : Minus;
        return (
          <li key={item.en} className="flex gap-2.5">
            <Icon aria-hidden size={18} className={ticked ? "mt-0.5 text-positive" : "mt-0.5 text-ink-faint"} />
            <span>
              {text(item)}
              <span className="sr-only">, {words(ticked ? "ticked" : "notTicked")}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
