"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EntryCard } from "../parts/entry";
import { SaveStatus } from "../parts/save-button";
import { usePartner } from "../parts/use-partner";
import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { AnswerForm, AnswerWords } from "./answer";
import { ApologyWords } from "./apology-words";
import { about } from "./state";

type OfferedProps = { definition: BlockOf<"repair">; offer: ToolEntry; entries: readonly ToolEntry[] };

/** What the partner would like to say: unread until one wants to hear it, then its words and room for an answer. */
export function OfferedApology({ definition, offer, entries }: OfferedProps) {
  const apologyId = offer.slot ?? "";
  const apology = entries.find((entry) => entry.entryId === apologyId && entry.kind === "apology");
  if (!apology) return <Invitation definition={definition} offer={offer} />;
  return (
    <div className="grid gap-5">
      <EntryCard entry={apology} reader="partner">
        <ApologyWords definition={definition} entry={apology} />
      </EntryCard>
      <Answer definition={definition} apologyId={apologyId} entries={entries} />
    </div>
  );
}

/** "Not now" is silent: it is remembered nowhere but on this page. */
function Invitation({ definition, offer }: { definition: BlockOf<"repair">; offer: ToolEntry }) {
  const words = useTranslations("blocks.repair");
  const partner = usePartner();
  const { state, save } = useSave();
  const [later, setLater] = useState(false);
  const entryId = useRef<string | null>(null);
  const read = async () => {
    entryId.current ??= newEntryId();
    const draft = { entryId: entryId.current, version: 0, block: definition.id, kind: "consent", slot: offer.entryId };
    if (await save({ ...draft, readers: "SHARED", body: { v: 1 } })) entryId.current = null;
  };
  return (
    <Card lift className="grid gap-4 p-5 sm:p-6">
      <p className="display text-24">{words("invitation", partner)}</p>
      <p role="status" className="text-16 text-ink-soft">
        {words(later ? "later" : "invitationText")}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        <Button
          variant={later ? "ghost" : "primary"}
          size="large"
          wide
          pending={state.kind === "pending"}
          onClick={read}
        >
          {words("read")}
        </Button>
        {!later && (
          <Button variant="ghost" size="large" wide onClick={() => setLater(true)}>
            {words("notNow")}
          </Button>
        )}
      </div>
      {state.kind === "failed" && <SaveStatus state={state} />}
    </Card>
  );
}

type AnswerProps = { definition: BlockOf<"repair">; apologyId: string; entries: readonly ToolEntry[] };

function Answer({ definition, apologyId, entries }: AnswerProps) {
  const parts = useTranslations("blocks.parts");
  const [changing, setChanging] = useState(false);
  const stored = about(entries, "answer", apologyId);
  if (!stored || changing) {
    const done = stored ? () => setChanging(false) : undefined;
    return <AnswerForm definition={definition} apologyId={apologyId} entry={stored} onDone={done} />;
  }
  const change = (
    <Button variant="quiet" className="-ml-3 min-h-11" onClick={() => setChanging(true)}>
      {parts("change")}
    </Button>
  );
  return (
    <EntryCard entry={stored} reader="author" actions={change}>
      <AnswerWords definition={definition} entry={stored} />
    </EntryCard>
  );
}
