"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { DeckName, ToolCard } from "../cards";
import { useLevelWords } from "./use-level-words";

/** What a card says of itself: how deep it goes or how much it asks, time, money, and for whom it works. */
export function CardFacts({ deck, card }: { deck: DeckName; card: ToolCard }) {
  const words = useTranslations("blocks.deck");
  const levelWords = useLevelWords(deck);
  const facts = [
    card.level !== undefined && levelWords(card.level),
    card.minutes !== undefined && words("minutes", { count: card.minutes }),
    card.budget && words(`budget.${card.budget}`),
    card.apart && words("apart"),
    card.accessible && words("accessible"),
  ].filter((fact) => typeof fact === "string");
  if (facts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {facts.map((fact) => (
        <li key={fact}>
          <Chip>{fact}</Chip>
        </li>
      ))}
    </ul>
  );
}
