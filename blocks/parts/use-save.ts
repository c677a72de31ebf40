"use client";

import { useCallback, useRef, useState } from "react";
import { type EntryDraft, type ToolEntry, useTool } from "../tool";

export type SaveState = { kind: "idle" } | { kind: "pending" } | { kind: "failed"; words: string } | { kind: "saved" };

/** An id for a new entry: made here, so that a second try stores nothing twice. */
export function newEntryId(): string {
  return crypto.randomUUID();
}

/** Stores entries one at a time and says how it went. `save` answers with what was stored, or null when it was not. */
export function useSave() {
  const tool = useTool();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const busy = useRef(false);
  const current = useRef(tool);
  current.current = tool;

  const attempt = useCallback(async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    if (busy.current) return null;
    busy.current = true;
    setState({ kind: "pending" });
    try {
      const result = await work();
      setState({ kind: "saved" });
      return result;
    } catch (error) {
      setState({ kind: "failed", words: current.current.failureWords(error) });
      return null;
    } finally {
      busy.current = false;
    }
  }, []);
  /** A draft, or the way to one where something has to be fetched first: whatever fails of that is said as well. */
  const save = useCallback(
    (draft: EntryDraft | (() => Promise<EntryDraft>)) =>
      attempt(async () => current.current.save(typeof draft === "function" ? await draft() : draft)),
    [attempt],
  );
  const takeBack = useCallback(
    (entry: ToolEntry) =>
      attempt(async () => {
        await current.current.takeBack(entry);
        return entry;
      }),
    [attempt],
  );
  const clear = useCallback(() => setState({ kind: "idle" }), []);
  return { state, save, takeBack, clear };
}
