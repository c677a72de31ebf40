import type { z } from "zod";
import type { deckName } from "./deck/schema";
import type { LocalizedText } from "./words";

export type DeckName = z.infer<typeof deckName>;

/** A card as a tool sees it; what a deck does not know of its cards is left out. */
export interface ToolCard {
  key: string;
  text: LocalizedText;
  /** Depth of a question, or how much an activity asks for: 1 to 3. */
  level?: 1 | 2 | 3;
  minutes?: number;
  budget?: "free" | "low" | "some";
  touch?: boolean;
  atHome?: boolean;
  /** Seated, step-free, with little strength. */
  accessible?: boolean;
  /** Works on a call, each at their own place. */
  apart?: boolean;
}

/** Fetches the cards of a deck, so that only pages that draw one carry it. */
export type CardLoader = (deck: DeckName) => Promise<readonly ToolCard[]>;
