"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { CardLoader, DeckName, ToolCard } from "../cards";
import { useReading } from "../reading";

type Cards = { kind: "loading" } | { kind: "failed" } | { kind: "here"; cards: readonly ToolCard[] };

const arrived = new WeakMap<CardLoader, Map<DeckName, readonly ToolCard[]>>();

/** The cards of a deck, once they are here. A deck that has come once is there at once. */
function useDeckCards(deck: DeckName): { state: Cards; again: () => void } {
  const { cards: load } = useReading();
  const [attempt, setAttempt] = useState(0);
  const known = load && arrived.get(load)?.get(deck);
  const [state, setState] = useState<Cards>(known ? { kind: "here", cards: known } : { kind: "loading" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another try at the same thing
  useEffect(() => {
    let here = true;
    const fetched = load?.(deck) ?? Promise.reject(new Error("There are no decks here"));
    fetched.then(
      (cards) => {
        if (load) arrived.set(load, (arrived.get(load) ?? new Map()).set(deck, cards));
        if (here) setState({ kind: "here", cards });
      },
      () => here && setState({ kind: "failed" }),
    );
    return () => {
      here = false;
    };
  }, [load, deck, attempt]);
  const again = () => {
    setState({ kind: "loading" });
    setAttempt((count) => count + 1);
  };
  return { state, again };
}

type WithCardsProps = { deck: DeckName; children: (cards: readonly ToolCard[]) => ReactNode };

/** Draws with the cards of a deck: its place while they come, a way to try again where they did not. */
export function WithCards({ deck, children }: WithCardsProps) {
  const words = useTranslations("blocks.deck");
  const { state, again } = useDeckCards(deck);
  if (state.kind === "here") return children(state.cards);
  if (state.kind === "failed") {
    return (
      <Banner
        tone="attention"
        live
        action={
          <Button variant="ghost" size="large" onClick={again}>
            <RotateCw aria-hidden size={17} />
            {words("again")}
          </Button>
        }
      >
        {words("failed")}
      </Banner>
    );
  }
  return (
    <div className="grid gap-3">
      <p role="status" className="sr-only">
        {words("loading")}
      </p>
      <Skeleton className="h-28 rounded-l" />
      <Skeleton className="h-28 rounded-l" />
    </div>
  );
}
