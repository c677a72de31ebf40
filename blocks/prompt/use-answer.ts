"use client";

import { useState } from "react";
import { z } from "zod";
import { checked } from "../body";
import { choicesOf, onlyChoice } from "../parts/readers-choice";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { useTool } from "../tool";
import type { AnswerBody } from "./answer";
import { prompt } from "./schema";

const shape = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  parts: z.record(z.string(), z.string()),
  tag: z.string().nullable(),
});
export type AnswerDraft = z.infer<typeof shape>;

/**
 * An answer that is being written: kept on this device, checked, stored. With `own` it changes that one, whose readers stay.
 * `send` answers with whether it is stored.
 */
export function useAnswer(definition: BlockOf<"prompt">, own?: { entry: ToolEntry; body: AnswerBody }) {
  const tool = useTool();
  const choices = choicesOf(tool, definition, "answer");
  const start = () => ({
    entryId: newEntryId(),
    readers: own?.entry.readers ?? onlyChoice(choices),
    parts: own?.body.parts ?? {},
    tag: own?.body.tag ?? null,
  });
  const key = own ? `${definition.id}.answer.${own.entry.entryId}` : `${definition.id}.answer`;
  const draft = useDraft<AnswerDraft>(key, shape, start);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { state, save, clear } = useSave();
  const kept = draft.value.readers;
  const readers = own?.entry.readers ?? (kept && choices.includes(kept) ? kept : onlyChoice(choices));

  const change = (next: Partial<AnswerDraft>) => {
    clear();
    setFaults({});
    draft.change({ ...draft.value, ...next });
  };
  /** The body as it would be stored, or null after saying what is missing. */
  const check = (): AnswerBody | null => {
    const parts = Object.fromEntries(Object.entries(draft.value.parts).filter(([, words]) => words.trim() !== ""));
    const body = checked(prompt.entries.answer.body, {
      ...{ v: 1, parts },
      ...(draft.value.tag === null ? {} : { tag: draft.value.tag }),
    });
    const missing: Record<string, string> = {};
    if (!readers) missing.readers = "chooseReaders";
    if (definition.tags && !draft.value.tag) missing.tag = "chooseOne";
    const all = { ...missing, ...body.faults };
    setFaults(all);
    return Object.keys(all).length > 0 ? null : body.data;
  };
  const send = async (): Promise<boolean> => {
    const body = check();
    if (!body || !readers) return false;
    const { entryId, version } = own?.entry ?? { entryId: draft.value.entryId, version: 0 };
    const stored = await save({ entryId, version, block: definition.id, kind: "answer", readers, body });
    // What was chosen about readers stays for the next short line; the words do not.
    if (stored) draft.reset(definition.collect && !own ? { ...start(), readers } : undefined);
    return stored !== null;
  };
  return {
    draft: draft.value,
    restored: draft.restored,
    readers,
    choices,
    faults,
    state,
    change,
    check,
    send,
    reset: draft.reset,
  };
}
