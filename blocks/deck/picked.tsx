"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Reader } from "../block-tool";
import { bodyOf } from "../body";
import type { ToolCard } from "../cards";
import { EntryCard } from "../parts/entry";
import { useText } from "../parts/use-words";
import type { ToolEntry } from "../tool";
import { deck } from "./schema";

type PickedProps = { entry: ToolEntry; cards: readonly ToolCard[]; reader: Reader; children?: ReactNode };

/** What somebody picked: a card, or words of their own. */
export function Picked({ entry, cards, reader, children }: PickedProps) {
  const words = useTranslations("blocks.deck");
  const text = useText();
  const picked = bodyOf(deck.entries.pick.body, entry.body);
  if (!picked) return null;
  const card = cards.find(({ key }) => key === picked.card);
  return (
    <EntryCard entry={entry} reader={reader} actions={children}>
      <p className="flex items-start gap-2.5 whitespace-pre-line break-words text-17">
        <Sparkles aria-hidden size={18} className="mt-1 shrink-0 text-primary" />
        {picked.words || (card ? text(card.text) : words("cardGone"))}
      </p>
    </EntryCard>
  );
}
