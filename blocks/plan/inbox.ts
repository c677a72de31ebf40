"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** Plans on the page that take an idea from elsewhere on it, the first one first. */
const takers: ((idea: string) => void)[] = [];
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

/** A plan says that it takes ideas, for as long as it can be written in. */
export function useIdeas(take: (idea: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const taker = (idea: string) => latest.current(idea);
    takers.push(taker);
    tell();
    return () => {
      takers.splice(takers.indexOf(taker), 1);
      tell();
    };
  }, []);
}

/** Hands an idea to the plan on this page; null where there is none. */
export function useHandOver(): ((idea: string) => void) | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => takers[0] ?? null,
    () => null,
  );
}
