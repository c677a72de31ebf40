"use client";

import { safeNext } from "./safe-next";

const place = "next";

/**
 * Keeps where one wanted to go, for a mail's link that opens in another tab of this browser. Storage may be shut off: then the
 * way leads home, as it does in every other browser.
 */
export function keepNext(next: string): void {
  try {
    if (next === "/home") window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, next);
  } catch {
    // nothing is kept
  }
}

/** Where whoever asked in this browser wanted to go, judged as an address is; `/home` where nothing was kept. */
export function keptNext(): string {
  try {
    return safeNext(window.localStorage.getItem(place) ?? undefined);
  } catch {
    return safeNext(undefined);
  }
}

/** Forgets it: somebody arrived, signed out, or left. */
export const forgetNext = (): void => keepNext("/home");
