"use client";

import { DoorOpen, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Arrival } from "../parts/arrival";
import { EntryCard } from "../parts/entry";
import { SaveStatus } from "../parts/save-button";
import { canTakeBack } from "../parts/take-back";
import { usePartner } from "../parts/use-partner";
import { newEntryId, useSave } from "../parts/use-save";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { AnswerWords } from "./answer";
import { ApologyWords } from "./apology-words";
import { about, apologyOf, stateOf } from "./state";
import { WriteApology } from "./write";

type OwnProps = { definition: BlockOf<"repair">; entry: ToolEntry; entries: readonly ToolEntry[] };

/** An apology of one's own: its words, where it stands, and what its author can do next. */
export function OwnApology({ definition, entry, entries }: OwnProps) {
  const parts = useTranslations("blocks.parts");
  const [changing, setChanging] = useState(false);
  const state = stateOf(entries, entry);
  const answer = about(entries, "answer", entry.entryId);
  if (changing) {
    return (
      <Arrival>
        <WriteApology definition={definition} entry={entry} onDone={() => setChanging(false)} />
      </Arrival>
    );
  }
  const change = state === "draft" && (
    <Button variant="quiet" className="-ml-3 min-h-11" onClick={() => setChanging(true)}>
      {parts("change")}
    </Button>
  );
  return (
    <div className="grid gap-4">
      <EntryCard entry={entry} reader="author" actions={change}>
        <ApologyWords definition={definition} entry={entry} />
      </EntryCard>
      <NextStep definition={definition} entry={entry} entries={entries} />
      {answer && (
        <EntryCard entry={answer} reader="author">
          <AnswerWords definition={definition} entry={answer} />
        </EntryCard>
      )}
    </div>
  );
}

/** The sentence that says where it stands, and the buttons that belong to it. */
function NextStep({ definition, entry, entries }: OwnProps) {
  const words = useTranslations("blocks.repair");
  const partner = usePartner();
  const tool = useTool();
  const { state: saving, offer, inTheRoom, chooseAgain, withdraw } = useDelivery(definition, entry, entries);
  const state = stateOf(entries, entry);
  const pending = saving.kind === "pending";
  const mayOffer = tool.delivers && state === "cleared";
  return (
    <div className="grid gap-3">
      <p role="status" className="text-17">
        {words(state === "cleared" && !tool.delivers ? "state.cleared-alone" : `state.${state}`, partner)}
      </p>
      {mayOffer && (
        <Button variant="ghost" size="large" wide pending={pending} onClick={offer}>
          <Mail aria-hidden size={18} />
          {words("offer", partner)}
        </Button>
      )}
      {mayOffer && <p className="-mt-1 text-16 text-ink-soft">{words("offerText")}</p>}
      {state === "cleared" && (
        <Button variant="ghost" size="large" wide pending={pending} onClick={inTheRoom}>
          <DoorOpen aria-hidden size={18} />
          {words("inTheRoom")}
        </Button>
      )}
      {state === "in-the-room" && (
        <Button variant="quiet" className="-ml-3 min-h-11 justify-self-start" pending={pending} onClick={chooseAgain}>
          {words("chooseAgain")}
        </Button>
      )}
      {state === "offered" && canTakeBack(tool, entry, true) && (
        <Button variant="quiet" className="min-h-11 justify-self-start" pending={pending} onClick={withdraw}>
          {words("withdraw")}
        </Button>
      )}
      {saving.kind === "failed" && <SaveStatus state={saving} />}
    </div>
  );
}

/** Offering an apology, saying it in the room instead, and taking an offer back. Each can be tried again. */
function useDelivery(definition: BlockOf<"repair">, entry: ToolEntry, entries: readonly ToolEntry[]) {
  const { state, save, takeBack } = useSave();
  const offerId = useRef<string | null>(null);
  const { entryId, version, block } = entry;
  const apology = apologyOf(entry);
  const become = (readers: "THERAPIST" | "SHARED", inTheRoom: boolean) =>
    save({ entryId, version, block, kind: "apology", readers, body: { ...apology, inTheRoom } });
  const offer = async () => {
    const shared = entry.readers === "SHARED" ? entry : await become("SHARED", false);
    if (!shared) return;
    offerId.current ??= newEntryId();
    const draft = { entryId: offerId.current, version: 0, block: definition.id, kind: "offer", slot: entryId };
    if (await save({ ...draft, readers: "SHARED", body: { v: 1 } })) offerId.current = null;
  };
  const withdraw = async () => {
    const offered = about(entries, "offer", entryId);
    if (offered && !(await takeBack(offered))) return;
    await takeBack(entry);
  };
  return {
    state,
    offer,
    inTheRoom: () => become("THERAPIST", true),
    chooseAgain: () => become("THERAPIST", false),
    withdraw,
  };
}
