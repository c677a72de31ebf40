"use client";

import { createContext, type ReactNode, useContext } from "react";

const OwnedPractice = createContext<string | null>(null);

/** Around the staff's pages: the practice's id where whoever looks owns it, else null. */
export function OwnedPracticeProvider({ practiceId, children }: { practiceId: string | null; children: ReactNode }) {
  return <OwnedPractice value={practiceId}>{children}</OwnedPractice>;
}

/** The practice that whoever looks owns and works in now; null for everybody else, and outside of the staff's pages. */
export function useOwnedPractice(): string | null {
  return useContext(OwnedPractice);
}
