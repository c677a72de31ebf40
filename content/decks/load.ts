import type { CardLoader } from "@/blocks/cards";

/** The cards of a deck of the library, fetched when a tool first draws from it. */
export const loadCards: CardLoader = async (deck) => {
  switch (deck) {
    case "questions":
      return (await import("@/content/decks/questions")).questions;
    case "gestures":
      return (await import("@/content/decks/gestures")).gestures;
    case "date-ideas":
      return (await import("@/content/decks/date-ideas")).dateIdeas;
    case "activities":
      return (await import("@/content/decks/activities")).activities;
  }
};
