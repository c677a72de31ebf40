"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * Something that appears because a person asked for it: the focus goes to its first field, or to itself where it has none, so
 * that a keyboard and a screen reader are where the person is.
 */
export function Arrival({ className, children }: { className?: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = place.current?.querySelector<HTMLElement>("textarea, input, select") ?? place.current;
    target?.focus({ preventScroll: target === place.current });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className={clsx("animate-rise outline-none", className)}>
      {children}
    </div>
  );
}
