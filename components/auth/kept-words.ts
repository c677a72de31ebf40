"use client";

let email = "";

/** Remembers the address that was typed, for the next form of this visit; it lies in no address and no storage. */
export function keepEmail(typed: string): void {
  email = typed;
}

/** The address that was typed on the page before. */
export const keptEmail = (): string => email;

const nextPlace = "sign-in-next";

/** Keeps where to go in this tab, over the way to another site and back. */
export function keepNext(next: string): void {
  window.sessionStorage.setItem(nextPlace, next);
}

/** Where to go, as this tab kept it; taken once. Judge it with `safeNext`. */
export function takeNext(): string | undefined {
  const next = window.sessionStorage.getItem(nextPlace) ?? undefined;
  window.sessionStorage.removeItem(nextPlace);
  return next;
}
