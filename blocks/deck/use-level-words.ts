"use client";

import { useTranslations } from "next-intl";
import type { DeckName } from "../cards";
import type { Level } from "./filters";

/** What a level of a deck's cards means, in words: the depth of a question, or how much a thing to do together asks for. */
export function useLevelWords(deck: DeckName): (level: Level) => string {
  const words = useTranslations("blocks.deck");
  return (level) => words(deck === "questions" ? `level.${level}` : `asks.${level}`);
}
