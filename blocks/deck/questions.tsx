"use client";

import { useTranslations } from "next-intl";
import { Fold } from "../parts/fold";
import { usePartner } from "../parts/use-partner";
import { useTool } from "../tool";
import { risingHand } from "./draw";
import { Opened } from "./opened";
import type { PlayProps } from "./play";
import { Question } from "./question";
import { openedCards } from "./state";

/** Questions that both answer: each can be looked at first, and opens to both at once. */
export function Questions({ definition, cards, entries }: PlayProps) {
  const words = useTranslations("blocks.deck");
  const partner = usePartner();
  const tool = useTool();
  const seed = `${tool.seed}:${definition.id}`;
  const hand = risingHand(cards, {
    seed,
    ordinal: tool.ordinal,
    count: definition.draw,
    levels: definition.levels,
  });
  const now = new Set(hand.map(({ key }) => key));
  const earlier = openedCards(entries, "answer").filter((key) => !now.has(key));
  return (
    <div className="grid gap-5">
      <p className="text-16 text-ink-soft">{words("mutualText", partner)}</p>
      {hand.map((card) => (
        <Question key={card.key} definition={definition} card={card} entries={entries} />
      ))}
      <Fold
        label={words("openedBefore")}
        items={earlier.map((key) => <Opened key={key} cardKey={key} cards={cards} entries={entries} reader="author" />)}
      />
    </div>
  );
}
