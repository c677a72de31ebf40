import { activities } from "@/content/decks/activities";
import { dateIdeas } from "@/content/decks/date-ideas";
import { gestures } from "@/content/decks/gestures";
import { questions } from "@/content/decks/questions";

/** The decks of the library, by the name a deck block gives. */
export const decks = { questions, gestures, "date-ideas": dateIdeas, activities } as const;
