"use client";

import { CalendarPlus, HeartHandshake } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { DeckName, ToolCard } from "../cards";
import { useText } from "../parts/use-words";
import { useHandOver } from "../plan/inbox";
import type { ToolEntry } from "../tool";
import { CardFacts } from "./card-facts";
import { openedCards } from "./state";

type MatchesProps = { deck: DeckName; cards: readonly ToolCard[]; entries: readonly ToolEntry[] };

/** What both picked, the latest first; each can become a plan where there is one on the page. */
export function Matches({ deck, cards, entries }: MatchesProps) {
  const words = useTranslations("blocks.deck");
  const text = useText();
  const handOver = useHandOver();
  const matched = openedCards(entries, "yes")
    .map((key) => cards.find((card) => card.key === key))
    .filter((card) => card !== undefined);
  return (
    <section aria-live="polite" className="grid gap-3">
      <h3 className="font-semibold text-17">{words("matches")}</h3>
      {matched.length === 0 && <p className="text-16 text-ink-soft">{words("noMatches")}</p>}
      <ul className="grid gap-3 empty:hidden">
        {matched.map((card) => (
          <li key={card.key} className="grid gap-3 rounded-l border border-line bg-surface p-4.5 shadow-card">
            <p className="flex items-start gap-2.5 font-medium text-17">
              <HeartHandshake aria-hidden size={20} className="mt-0.5 shrink-0 text-primary" />
              {text(card.text)}
            </p>
            <CardFacts deck={deck} card={card} />
            {handOver && (
              <Button variant="ghost" className="min-h-11 justify-self-start" onClick={() => handOver(text(card.text))}>
                <CalendarPlus aria-hidden size={17} />
                {words("plan")}
                <span className="sr-only">: {text(card.text)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
