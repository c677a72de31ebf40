"use client";

import { useEffect, useRef } from "react";

/**
 * Keeps a keyboard's place: when `step` changes and what was pressed has gone with it, the focus moves to the element with the
 * ref (give it tabIndex -1) instead of to the top of the page.
 */
export function useFocusKept<Kind extends HTMLElement>(step: string) {
  const place = useRef<Kind>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const { activeElement, body } = document;
    if (!activeElement || activeElement === body) place.current?.focus({ preventScroll: true });
  }, [step]);
  return place;
}
