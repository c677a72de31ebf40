"use client";

import { createContext, useContext } from "react";
import type { BlockKind } from "@/blocks/registry";
import type { Fault, Place } from "@/content/own/faults";
import type { OwnStrategy } from "@/content/own/schema";
import type { ContentLocale } from "@/content/schema";

/** What every field of the composer needs. */
export interface Composing {
  draft: OwnStrategy;
  /** The language that is written now. */
  language: ContentLocale;
  change: (place: Place, value: unknown) => void;
  /** Takes one out of the list at a place, with a way back. */
  takeOut: (place: Place, index: number, said: string) => void;
  /** What is wrong at exactly this place, if anything is said of it. */
  faultAt: (place: Place) => Fault | undefined;
}

const ComposingContext = createContext<Composing | null>(null);
export const ComposingProvider = ComposingContext.Provider;

/** The draft that is being composed, and the ways to change it. */
export function useComposing(): Composing {
  const composing = useContext(ComposingContext);
  if (!composing) throw new Error("A field of the composer stands outside of it");
  return composing;
}

/** Which kind of block a place is in; null outside of blocks. */
export function kindAt(draft: OwnStrategy, place: Place): BlockKind | null {
  return place[0] === "blocks" && typeof place[1] === "number" ? (draft.blocks[place[1]]?.kind ?? null) : null;
}

/** The names on the way to a place within its block, or within the strategy: positions left out. */
export function namesAt(place: Place): string[] {
  const inner = place[0] === "blocks" ? place.slice(2) : place[0] === "text" ? place.slice(1) : place;
  return inner.filter((step) => typeof step === "string");
}
