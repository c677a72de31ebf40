"use client";

import { useEffect, useRef } from "react";

/** How often to look when no stream tells: on networks that cut streams off. */
const pollMs = 15_000;

/**
 * Calls `look` whenever the server says that something changed for this person, when the page comes back into view or the
 * connection returns; without a stream every 15 seconds while the page is seen. Keeps no session alive.
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
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    return () => {
      source.close();
      window.clearInterval(poll);
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
    };
  }, [coupleId]);
}
