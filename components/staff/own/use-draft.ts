"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { appError, trpc } from "@/components/trpc/client";
import type { Fault } from "@/content/own/faults";
import { faultsIn } from "@/content/own/faults";
import { draftSchema } from "@/content/own/lenient";
import type { OwnStrategy } from "@/content/own/schema";
import type { Work } from "@/server/features/strategies/schema";

/** What another window stored meanwhile. */
export interface Stored {
  draft: OwnStrategy;
  revision: number;
  updatedAt: Date;
}

/** How it stands with what was written. */
export type SaveState =
  | { kind: "saved"; at: Date }
  | { kind: "waiting" | "saving" }
  | { kind: "failed"; error: unknown }
  | { kind: "invalid"; faults: Fault[] }
  | { kind: "conflict"; stored: Stored };

/** How long the keys must rest before a draft is sent. */
const rest = 700;

export interface Drafting {
  draft: OwnStrategy;
  state: SaveState;
  /** The stored revision, once everything is saved. */
  revision: () => number;
  edit: (next: (draft: OwnStrategy) => OwnStrategy) => void;
  /** Sends what is not stored yet; true once nothing is left to send. */
  flush: () => Promise<boolean>;
  /** Ends a conflict: what is seen is stored over the other, or the other takes its place. */
  resolve: (keep: "mine" | "stored") => void;
  /** Takes over what the server has stored. */
  adopt: (stored: Stored) => void;
}

/** A draft that saves itself. Nothing typed is lost to an error, a conflict or a slow connection. */
export function useDraft(work: Work, practiceId: string): Drafting {
  const { strategyId } = work;
  const [draft, setDraft] = useState(work.draft);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: work.updatedAt });
  const { mutateAsync } = trpc.strategies.save.useMutation();
  const latest = useRef(draft);
  const revision = useRef(work.revision);
  const storedText = useRef(JSON.stringify(work.draft));
  const storedAt = useRef(work.updatedAt);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flight = useRef<Promise<boolean>>(undefined);

  const send = useCallback(
    async (sending: OwnStrategy, text: string): Promise<boolean> => {
      setState({ kind: "saving" });
      try {
        const saved = await mutateAsync({ practiceId, strategyId, revision: revision.current, draft: sending });
        revision.current = saved.revision;
        storedText.current = text;
        storedAt.current = saved.updatedAt;
        if (latest.current === sending) setState({ kind: "saved", at: saved.updatedAt });
        return true;
      } catch (error) {
        const { code, stored } = appError(error);
        if (code === "CHANGED_MEANWHILE") setState({ kind: "conflict", stored: stored as Stored });
        else setState({ kind: "failed", error });
        return false;
      }
    },
    [mutateAsync, practiceId, strategyId],
  );

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (flight.current && !(await flight.current)) return false;
    const sending = latest.current;
    const text = JSON.stringify(sending);
    if (text === storedText.current) {
      // What was changed meanwhile was changed back.
      setState({ kind: "saved", at: storedAt.current });
      return true;
    }
    const read = draftSchema.safeParse(sending, { reportInput: true });
    if (!read.success) {
      setState({ kind: "invalid", faults: faultsIn(read.error.issues) });
      return false;
    }
    flight.current = send(sending, text);
    const sent = await flight.current;
    flight.current = undefined;
    return sent && (latest.current === sending || flush());
  }, [send]);

  const become = (next: OwnStrategy) => {
    latest.current = next;
    setDraft(next);
  };
  const conflict = state.kind === "conflict" ? state.stored : null;
  const schedule = () => {
    if (conflict) return;
    setState((now) => (now.kind === "saving" ? now : { kind: "waiting" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, rest);
  };
  const adopt = (stored: Stored) => {
    become(stored.draft);
    revision.current = stored.revision;
    storedText.current = JSON.stringify(stored.draft);
    storedAt.current = stored.updatedAt;
    setState({ kind: "saved", at: stored.updatedAt });
  };
  useUnsaved(state.kind !== "saved", flush);
  return {
    draft,
    state,
    revision: () => revision.current,
    edit: (next) => {
      become(next(latest.current));
      schedule();
    },
    flush,
    resolve: (keep) => {
      if (!conflict) return;
      if (keep === "stored") return adopt(conflict);
      revision.current = conflict.revision;
      storedText.current = "";
      void flush();
    },
    adopt,
  };
}

/** Sends what is left when the page is put aside, and has the browser ask before it is closed on words that are not stored. */
function useUnsaved(unsaved: boolean, flush: () => Promise<boolean>): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const send = () => document.visibilityState === "hidden" && void flush();
    window.addEventListener("beforeunload", ask);
    document.addEventListener("visibilitychange", send);
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("visibilitychange", send);
    };
  }, [unsaved, flush]);
}
