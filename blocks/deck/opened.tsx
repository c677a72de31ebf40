"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Reader } from "../block-tool";
import { bodyOf } from "../body";
import type { ToolCard } from "../cards";
import { Whose } from "../parts/entry";
import { useText } from "../parts/use-words";
import type { ToolEntry } from "../tool";
import { deck } from "./schema";

type OpenedProps = {
  cardKey: string;
  cards: readonly ToolCard[];
  entries: readonly ToolEntry[];
  reader: Reader;
};

/** A question with the answers to it that the reader may read. */
export function Opened({ cardKey, cards, entries, reader }: OpenedProps) {
  const words = useTranslations("blocks.deck");
  const text = useText();
  const card = cards.find(({ key }) => key === cardKey);
  const answers = entries
    .filter(({ kind, slot }) => kind === "answer" && slot === cardKey)
    .sort((one, other) => one.position - other.position);
  return (
    <Card className="grid gap-4 p-4.5 sm:p-5">
      <h3 className="display text-20">{card ? text(card.text) : words("cardGone")}</h3>
      {answers.map((answer) => (
        <Answer key={answer.entryId} entry={answer} reader={reader} />
      ))}
    </Card>
  );
}

function Answer({ entry, reader }: { entry: ToolEntry; reader: Reader }) {
  const answer = bodyOf(deck.entries.answer.body, entry.body);
  if (!answer) return null;
  return (
    <div className="grid gap-1">
      <Whose entry={entry} reader={reader} />
      <p className="whitespace-pre-line break-words text-17">{answer.words}</p>
    </div>
  );
}
