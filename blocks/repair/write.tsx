"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { checked } from "../body";
import { OwnWords } from "../parts/own-words";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault, useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { excerpt, flagsIn } from "./flags";
import { repair } from "./schema";
import { apologyOf } from "./state";

const writing = z.object({ entryId: z.string(), did: z.string(), effect: z.string(), amends: z.string() });
type Writing = z.infer<typeof writing>;

type WriteProps = {
  definition: BlockOf<"repair">;
  /** The stored apology that is being changed; none for a new one. */
  entry?: ToolEntry;
  onDone?: () => void;
};

/** An apology in three parts, for the therapist first. */
export function WriteApology({ definition, entry, onDone }: WriteProps) {
  const words = useTranslations("blocks.repair");
  const parts = useTranslations("blocks.parts");
  const text = useText();
  const fault = useFault();
  const { draft, faults, submit, state } = useWriting(definition, entry, onDone);
  const { value, change } = draft;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      {draft.restored && <p className="text-16 text-ink-soft">{parts("restored")}</p>}
      {definition.parts.map(({ key, label, hint }) => (
        <div key={key} className="grid gap-2">
          <OwnWords
            label={text(label)}
            hint={text(hint)}
            value={value[key]}
            onChange={(next) => change({ ...value, [key]: next })}
            readers="THERAPIST"
            error={fault(faults[key])}
          />
          <GentleFlag definition={definition} text={value[key]} />
        </div>
      ))}
      <SaveButton state={state} saved={words("given")}>
        {words("give")}
      </SaveButton>
      {onDone && (
        <Button variant="quiet" size="large" wide onClick={onDone}>
          {parts("cancel")}
        </Button>
      )}
    </form>
  );
}

/** Shows a "but" or an "if" where it stands. It bars nothing. */
export function GentleFlag({ definition, text: written }: { definition: BlockOf<"repair">; text: string }) {
  const text = useText();
  const [first] = flagsIn(written);
  return (
    <div role="status">
      {first && (
        <div className="grid animate-rise gap-0.5 rounded-m bg-connection-wash px-4 py-3 text-16 text-connection-ink">
          <p>{text(definition.butFlag)}</p>
          <p className="break-words italic">{excerpt(written, first)}</p>
        </div>
      )}
    </div>
  );
}

function useWriting(definition: BlockOf<"repair">, entry: ToolEntry | undefined, onDone: (() => void) | undefined) {
  const { state, save } = useSave();
  const stored = entry && apologyOf(entry);
  const start = () => ({
    entryId: entry?.entryId ?? newEntryId(),
    did: stored?.did ?? "",
    effect: stored?.effect ?? "",
    amends: stored?.amends ?? "",
  });
  const draft = useDraft<Writing>(`${definition.id}.apology.${entry?.entryId ?? "new"}`, writing, start);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { entryId, ...parts } = draft.value;
    const read = checked(repair.entries.apology.body, { v: 1, ...parts, inTheRoom: false });
    setFaults(read.faults ?? {});
    if (read.faults) return;
    const about = { entryId, version: entry?.version ?? 0, block: definition.id, kind: "apology" };
    if (!(await save({ ...about, readers: "THERAPIST", body: read.data }))) return;
    draft.reset();
    onDone?.();
  };
  return { draft, faults, submit, state };
}
