"use client";

import { Heart, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PointerEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { DeckName, ToolCard } from "../cards";
import { useText } from "../parts/use-words";
import { CardFacts } from "./card-facts";

type SwipeProps = { deck: DeckName; card: ToolCard; pending: boolean; onPick: (yes: boolean) => void };

/** Pixels to the side from which letting go means an answer. */
const threshold = 96;

/** One card to say yes or no to, with buttons or by swiping it to the right or the left. */
export function SwipeCard({ deck, card, pending, onPick }: SwipeProps) {
  const words = useTranslations("blocks.deck");
  const text = useText();
  const swipe = useSwipe((yes) => !pending && onPick(yes));
  return (
    <div aria-live="polite" className="grid gap-4">
      <div
        key={card.key}
        {...swipe}
        className="grid min-h-44 animate-rise touch-pan-y select-none content-between gap-5 rounded-[22px] border border-line bg-surface p-6 shadow-lift"
      >
        <p className="display text-24">{text(card.text)}</p>
        <CardFacts deck={deck} card={card} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Button
          variant="ghost"
          size="large"
          wide
          className="gap-1.5! px-2.5!"
          onClick={() => !pending && onPick(false)}
        >
          <X aria-hidden size={19} />
          {words("no")}
        </Button>
        <Button variant="ghost" size="large" wide className="gap-1.5! px-2.5!" onClick={() => !pending && onPick(true)}>
          <Heart aria-hidden size={18} />
          {words("yes")}
        </Button>
      </div>
    </div>
  );
}

/** Follows a finger sideways; without motion where less of it was asked for. A mouse uses the buttons. */
function useSwipe(onSwipe: (yes: boolean) => void) {
  const start = useRef<number | null>(null);
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const rest = (element: HTMLElement) => {
    start.current = null;
    element.style.transform = "";
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === "mouse" || !event.isPrimary) return;
      start.current = event.clientX;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current === null || still()) return;
      const by = event.clientX - start.current;
      event.currentTarget.style.transform = `translateX(${by}px) rotate(${by / 40}deg)`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (start.current === null) return;
      const by = event.clientX - start.current;
      rest(event.currentTarget);
      if (Math.abs(by) >= threshold) onSwipe(by > 0);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => rest(event.currentTarget),
  };
}
