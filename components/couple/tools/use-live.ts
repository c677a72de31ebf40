"use client";

import { useEffect, useRef } from "react";

/** How often to look when no stream tells: on networks that cut streams off. */
const pollMs = 15_000;
/** How often all the same: nobody is told when the hour comes for which a note was left. */
const hourMs = 5 * 60_000;

/**
 * Calls `look` whenever the server says that something changed for this person, when the page comes back into view or the
 * connection returns; every few minutes while the page is seen, and without a stream every 15 seconds. Keeps no session alive.
 */
export function useLive(coupleId: string, look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const source = new EventSource(`/api/live?couple=${coupleId}`);
    const again = () => {
      if (document.visibilityState === "visible") latest.current();
    };
    let lost = false;
    source.addEventListener("changed", () => latest.current());
    source.addEventListener("open", () => {
      if (lost) again(); // whatever was said meanwhile
      lost = false;
    });
    source.addEventListener("error", () => {
      lost = true;
    });
    const poll = window.setInterval(() => source.readyState !== EventSource.OPEN && again(), pollMs);
    const hour = window.setInterval(again, hourMs);
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    return () => {
      source.close();
      window.clearInterval(poll);
      window.clearInterval(hour);
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
    };
  }, [coupleId]);
}
