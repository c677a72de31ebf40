import { gesturesWithTouch } from "@/content/decks/gestures-with-touch";
import { gesturesWithoutTouch } from "@/content/decks/gestures-without-touch";
import type { GestureCard } from "@/content/decks/schema";

/** Every small gesture of affection, those without touch first. */
export const gestures: readonly GestureCard[] = [...gesturesWithoutTouch, ...gesturesWithTouch];
