"use client";

import { useState } from "react";
import { z } from "zod";
import { checked, type Read } from "../body";
import { choicesOf } from "../parts/readers-choice";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import type { Parts } from "./flags";
import { statement } from "./schema";

const shape = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  feel: z.string(),
  when: z.string(),
  because: z.string(),
  like: z.string(),
});
type SentenceDraft = z.infer<typeof shape>;

/** A sentence that is being built; with `own` it changes that one. `send` answers with whether it is stored. */
export function useSentence(definition: BlockOf<"statement">, own?: Read<Parts>) {
  const tool = useTool();
  const key = own ? `${definition.id}.sentence.${own.entry.entryId}` : `${definition.id}.sentence`;
  const {
    value,
    change: keep,
    reset,
    restored,
  } = useDraft<SentenceDraft>(key, shape, () => ({
    entryId: newEntryId(),
    readers: null,
    feel: own?.body.feel ?? "",
    when: own?.body.when ?? "",
    because: own?.body.because ?? "",
    like: own?.body.like ?? "",
  }));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const { state, save, clear } = useSave();
  const { entryId, readers: chosen, ...parts } = value;
  const readers = own?.entry.readers ?? chosen;

  const change = (next: Partial<SentenceDraft>) => {
    clear();
    setFaults({});
    keep({ ...value, ...next });
  };
  const send = async (): Promise<boolean> => {
    const body = checked(statement.entries.sentence.body, { v: 1, ...parts });
    if (!readers) setFaults({ readers: "chooseReaders" });
    else if (body.faults) setFaults(body.faults);
    else {
      const target = own?.entry ?? { entryId, version: 0 };
      const draft = { entryId: target.entryId, version: target.version, block: definition.id, kind: "sentence" };
      if (!(await save({ ...draft, readers, body: body.data }))) return false;
      reset();
      return true;
    }
    return false;
  };
  const choices = choicesOf(tool, definition, "sentence");
  return { draft: value, parts, readers, choices, faults, state, change, send, reset, restored };
}
