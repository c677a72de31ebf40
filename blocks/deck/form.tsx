"use client";

import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, useTool } from "../tool";
import { Match } from "./match";
import { PickOne } from "./pick-one";
import { Questions } from "./questions";
import { WithCards } from "./use-cards";

const plays = { "pick-one": PickOne, "answer-mutual": Questions, match: Match };

/** A deck of cards, played as its definition says. */
export function DeckForm({ definition }: { definition: BlockOf<"deck"> }) {
  const text = useText();
  const entries = entriesOf(useTool(), definition.id);
  const Play = plays[definition.play];
  return (
    <Frame title={text(definition.label)}>
      <WithCards deck={definition.deck}>
        {(cards) => <Play definition={definition} cards={cards} entries={entries} />}
      </WithCards>
    </Frame>
  );
}
