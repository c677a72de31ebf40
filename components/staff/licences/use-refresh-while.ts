"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 2_500;
const atMost = 24;

/** Asks for the page again every few seconds while something is on its way, a minute at most. */
export function useRefreshWhile(waiting: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    let left = atMost;
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0) clearInterval(timer);
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [waiting, router]);
}
