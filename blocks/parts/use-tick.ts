"use client";

import { useEffect, useState } from "react";

/** Draws again every so many milliseconds, so that what depends on the clock stays true; never while `milliseconds` is null. */
export function useTick(milliseconds: number | null): void {
  const [, again] = useState(0);
  useEffect(() => {
    if (milliseconds === null) return;
    const ticking = setInterval(() => again((count) => count + 1), milliseconds);
    const back = () => again((count) => count + 1);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", back);
    };
  }, [milliseconds]);
}
