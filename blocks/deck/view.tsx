"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import type { ToolCard } from "../cards";
import { NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { Matches } from "./matches";
import { Opened } from "./opened";
import { Picked } from "./picked";
import { openedCards } from "./state";
import { WithCards } from "./use-cards";

type DeckViewProps = ViewProps<BlockOf<"deck">>;

/** What came of a deck, to read only: picks, questions that have opened, matches. What did not open is not here. */
export function DeckView(props: DeckViewProps) {
  const text = useText();
  return (
    <Frame title={text(props.definition.label)}>
      <WithCards deck={props.definition.deck}>{(cards) => <Shown {...props} cards={cards} />}</WithCards>
    </Frame>
  );
}

function Shown({ definition, entries, reader, cards }: DeckViewProps & { cards: readonly ToolCard[] }) {
  const words = useTranslations("blocks.deck");
  const opened = openedCards(entries, "answer");
  const kept = entries.filter(({ kind, mine, slot }) => kind === "answer" && mine && !opened.includes(slot ?? ""));
  if (definition.play === "match") return <Matches deck={definition.deck} cards={cards} entries={entries} />;
  const picks = entries.filter(({ kind }) => kind === "pick");
  if (picks.length + opened.length + kept.length === 0) return <NothingYet />;
  return (
    <div className="grid gap-4">
      {picks.map((entry) => (
        <Picked key={entry.entryId} entry={entry} cards={cards} reader={reader} />
      ))}
      {opened.map((key) => (
        <Opened key={key} cardKey={key} cards={cards} entries={entries} reader={reader} />
      ))}
      {kept.map((entry) => (
        <div key={entry.entryId} className="grid gap-2">
          <Opened cardKey={entry.slot ?? ""} cards={cards} entries={[entry]} reader={reader} />
          <p className="text-16 text-ink-soft">{words("rests")}</p>
        </div>
      ))}
    </div>
  );
}
