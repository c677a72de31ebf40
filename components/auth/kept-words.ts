"use client";

let email = "";

/** Remembers the address that was typed, for the next form of this visit; it lies in no address and no storage. */
export function keepEmail(typed: string): void {
  email = typed;
}

/** The address that was typed on the page before. */
export const keptEmail = (): string => email;
