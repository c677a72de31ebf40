"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { bodyOf, checked } from "../body";
import { EntryCard } from "../parts/entry";
import { Fold } from "../parts/fold";
import { OwnWords } from "../parts/own-words";
import { choicesOf, onlyChoice, ReadersChoice } from "../parts/readers-choice";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { plan } from "./schema";

const looking = z.object({
  entryId: z.string(),
  readers: z.enum(["PRIVATE", "THERAPIST", "SHARED"]).nullable(),
  words: z.string(),
});
type Looking = z.infer<typeof looking>;

/** The words about how it was, in today's shape, or null. */
export function afterwardsOf(entry: ToolEntry) {
  return bodyOf(plan.entries.afterwards.body, entry.body);
}

type AfterProps = { definition: BlockOf<"plan">; label: string; entries: readonly ToolEntry[] };

/** How it felt, once it has been; and what the other has shared of theirs. */
export function Afterwards({ definition, label, entries }: AfterProps) {
  const parts = useTranslations("blocks.parts");
  const words = useTranslations("blocks.plan");
  const tool = useTool();
  const said = entries.filter((entry) => entry.kind === "afterwards" && afterwardsOf(entry));
  const own = said.find(({ mine, ordinal }) => mine && ordinal === tool.ordinal);
  const [changing, setChanging] = useState(false);
  const change = (
    <Button variant="quiet" className="-ml-3 min-h-11" onClick={() => setChanging(true)}>
      {parts("change")}
    </Button>
  );
  const others = said.filter((entry) => entry !== own);
  const done = () => setChanging(false);
  const form = <AfterForm key="form" definition={definition} label={label} entry={own} onDone={done} />;
  return (
    <section aria-label={label} className="grid gap-4 border-line border-t pt-5">
      {said.length > 0 && <h3 className="font-semibold text-17">{label}</h3>}
      {others.map((entry) => (
        <AfterCard key={entry.entryId} entry={entry} />
      ))}
      {own && !changing && <AfterCard entry={own} actions={change} />}
      {own && changing && form}
      {!own && <Fold label={others.length > 0 ? words("yours") : label} items={[form]} />}
    </section>
  );
}

function AfterCard({ entry, actions }: { entry: ToolEntry; actions?: ReactNode }) {
  return (
    <EntryCard entry={entry} reader="author" actions={actions}>
      <p className="whitespace-pre-line break-words text-17">{afterwardsOf(entry)?.words}</p>
    </EntryCard>
  );
}

type FormProps = Pick<AfterProps, "definition" | "label"> & { entry: ToolEntry | undefined; onDone: () => void };

function AfterForm({ definition, label, entry, onDone }: FormProps) {
  const words = useTranslations("blocks.plan");
  const parts = useTranslations("blocks.parts");
  const fault = useFault();
  const tool = useTool();
  const start = (): Looking => ({
    entryId: entry?.entryId ?? newEntryId(),
    readers: entry?.readers ?? null,
    words: (entry && afterwardsOf(entry)?.words) ?? "",
  });
  const draft = useDraft<Looking>(`${definition.id}.afterwards.${tool.ordinal}`, looking, start);
  const { state, save } = useSave();
  const [faults, setFaults] = useState<{ readers?: boolean; words?: string | undefined }>({});
  const choices = choicesOf(tool, definition, "afterwards");
  const readers = onlyChoice(choices) ?? draft.value.readers;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = checked(plan.entries.afterwards.body, { v: 1, words: draft.value.words });
    setFaults({ readers: !readers, words: read.faults?.words });
    if (!readers || read.faults) return;
    const about = { entryId: draft.value.entryId, version: entry?.version ?? 0, block: definition.id };
    if (!(await save({ ...about, kind: "afterwards", readers, body: read.data }))) return;
    draft.reset();
    onDone();
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ReadersChoice
        name={`${definition.id}-afterwards-readers`}
        choices={choices}
        value={readers}
        onChange={(next) => draft.change({ ...draft.value, readers: next })}
        error={faults.readers ? parts("chooseReaders") : undefined}
      />
      {readers && (
        <OwnWords
          label={label}
          value={draft.value.words}
          onChange={(next) => draft.change({ ...draft.value, words: next })}
          readers={readers}
          error={fault(faults.words)}
          rows={2}
        />
      )}
      <SaveButton variant="ghost" state={state}>
        {words("keepWords")}
      </SaveButton>
    </form>
  );
}
