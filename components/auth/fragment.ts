"use client";

import { useEffect, useState } from "react";

/**
 * What stood behind the # of the address. It leaves the address bar, and so the history, before anything else happens.
 * Null until the page has come alive, "" when there was nothing.
 */
export function useFragment(): string | null {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    const take = () => {
      const found = window.location.hash.slice(1);
      if (!found) return setFragment((known) => known ?? "");
      window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
      setFragment(found);
    };
    take();
    // A second link opened in the same tab changes no more than the fragment.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return fragment;
}
