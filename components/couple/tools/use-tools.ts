"use client";

import { useLocale } from "next-intl";
import { useCallback, useMemo, useRef } from "react";
import type { EntryDraft, Tool, ToolEntry } from "@/blocks/tool";
import { useErrorWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { loadCards } from "@/content/decks/load";
import type { PartnerViewer } from "@/server/features/people/schema";
import type { StoredEntry, ToolState } from "@/server/features/tools/schema";
import { useKept } from "./use-kept";
import { useLive } from "./use-live";

type ToolsOptions = {
  viewer: PartnerViewer;
  occurrenceId: string;
  draftKey: string;
  /** The state that came with the page. */
  initial: ToolState;
};

/** The tools of one occurrence, kept in step with the server: what this person stores, and what reaches them meanwhile. */
export function useTools({ viewer, occurrenceId, draftKey, initial }: ToolsOptions): Tool {
  const which = useMemo(() => ({ coupleId: viewer.coupleId, occurrenceId }), [viewer.coupleId, occurrenceId]);
  const query = trpc.tools.open.useQuery(which, {
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
  });
  const state = query.data;
  const { refetch } = query;
  useLive(
    viewer.coupleId,
    useCallback(() => void refetch(), [refetch]),
  );
  const actions = useActions(which, refetch);
  const drafts = useKept(draftKey, occurrenceId);
  const now = useServerClock(state.at);
  const locale = useLocale() === "es" ? "es" : "en";
  const words = useErrorWords();
  const failureWords = (error: unknown) => {
    const { title, text } = words(appError(error).code);
    return `${title}. ${text}`;
  };
  const { partnerName, today, timeZone } = viewer;
  return { ...state, ...actions, locale, partnerName, today, timeZone, now, drafts, cards: loadCards, failureWords };
}

/** The server's clock: what it said, and what has passed here since. A wrong clock on the phone does no harm. */
function useServerClock(at: Date): () => number {
  const read = useRef({ at: 0, here: 0 });
  if (read.current.at !== at.getTime()) read.current = { at: at.getTime(), here: performance.now() };
  return useCallback(() => read.current.at + performance.now() - read.current.here, []);
}

const merged = (state: ToolState, entry: StoredEntry): ToolState => ({
  ...state,
  entries: [...state.entries.filter((one) => one.entryId !== entry.entryId), entry].sort(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime(),
  ),
});

function useActions(which: { coupleId: string; occurrenceId: string }, refetch: () => unknown) {
  const cache = trpc.useUtils().tools.open;
  const add = trpc.tools.add.useMutation({ networkMode: "always" }).mutateAsync;
  const change = trpc.tools.change.useMutation({ networkMode: "always" }).mutateAsync;
  const back = trpc.tools.takeBack.useMutation({ networkMode: "always" }).mutateAsync;
  /** What a draft was called here, and what it is called since it was stored. */
  const named = useRef(new Map<string, string>());
  const save = async ({ entryId, version, slot, ...fields }: EntryDraft): Promise<ToolEntry> => {
    // As it will be stored: a field that is not given is not there, rather than undefined.
    const body = JSON.parse(JSON.stringify(fields.body)) as Parameters<typeof add>[0]["body"];
    const input = { ...which, ...fields, body };
    const stored =
      version === 0
        ? await add({ ...input, clientId: entryId, ...(slot === undefined ? {} : { slot }) })
        : await change({ ...input, entryId: named.current.get(entryId) ?? entryId, version });
    named.current.set(entryId, stored.entryId);
    cache.setData(which, (state) => state && merged(state, stored));
    if (stored.revealedAt || stored.kind === "consent") refetch(); // the other's has opened with it
    return stored;
  };
  const takeBack = async ({ entryId, version }: ToolEntry): Promise<void> => {
    await back({ coupleId: which.coupleId, entryId, version });
    cache.setData(
      which,
      (state) => state && { ...state, entries: state.entries.filter((one) => one.entryId !== entryId) },
    );
  };
  return { save, takeBack };
}
