"use client";

import { createContext, useContext } from "react";
import type { CardLoader } from "./cards";
import { useToolIfAny } from "./tool";

/** What reading entries needs where no tool is around them. */
export interface Reading {
  /** The names of the two partners by position; null where they are not to be said. */
  names: Record<1 | 2, string | null>;
  timeZone: string;
  /** Where the cards of decks come from; without it a deck says that it could not be fetched. */
  cards?: CardLoader;
}

const ReadingContext = createContext<Reading | null>(null);

export const ReadingProvider = ReadingContext.Provider;

/** Names and zone: those given for reading, else the tool's. */
export function useReading(): Reading {
  const given = useContext(ReadingContext);
  const tool = useToolIfAny();
  if (given) return given;
  if (!tool) throw new Error("Entries are read outside of a tool and without a ReadingProvider");
  const other = tool.position === 1 ? 2 : 1;
  const names = { [tool.position]: null, [other]: tool.partnerName } as Reading["names"];
  return { names, timeZone: tool.timeZone, ...(tool.cards ? { cards: tool.cards } : {}) };
}
