"use client";

import { useMemo } from "react";
import { z } from "zod";
import type { Tool } from "@/blocks/tool";
import { SealedStore } from "../check-in/draft-store";

/** FNV-1a in 32 bits: the name of a block must not stand readable on a shared phone. */
function shortened(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** What is typed in the tools of one occurrence, sealed with the person's key until it is stored. */
export function useKept(draftKey: string, occurrenceId: string): Tool["drafts"] {
  return useMemo(() => {
    const stores = new Map<string, SealedStore<unknown>>();
    const storeOf = (key: string) => {
      const place = `${occurrenceId}.${shortened(draftKey + key)}`;
      const store = stores.get(place) ?? new SealedStore<unknown>(draftKey, place, z.unknown());
      stores.set(place, store);
      return store;
    };
    return {
      load: (key) => storeOf(key).load(),
      keep: (key, value) => storeOf(key).save(value),
      remove: (key) => storeOf(key).remove(),
    };
  }, [draftKey, occurrenceId]);
}
