"use client";

import { Check, PenLine, Shuffle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { Arrival } from "../parts/arrival";
import { choicesOf, onlyChoice, ReadersChoice } from "../parts/readers-choice";
import { SaveStatus } from "../parts/save-button";
import { canTakeBack, TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { Readers } from "../spec";
import { useTool } from "../tool";
import { CardFacts } from "./card-facts";
import { handOf } from "./draw";
import { ofLevels } from "./filters";
import { OwnGesture } from "./own-gesture";
import { Picked } from "./picked";
import type { PlayProps } from "./play";
import { touchFilter } from "./state";

/** Draw a few cards, pick one or write one's own. Nobody but those whom one lets see learns which. */
export function PickOne({ definition, cards, entries }: PlayProps) {
  const words = useTranslations("blocks.deck");
  const tool = useTool();
  const picks = entries.filter(({ kind, mine, ordinal }) => kind === "pick" && mine && ordinal === tool.ordinal);
  const [choosing, setChoosing] = useState(false);
  const taking = useTakeBack();
  const hasTouch = cards.some(({ touch }) => touch);
  return (
    <div className="grid gap-5">
      {picks.map((entry) => (
        <Picked key={entry.entryId} entry={entry} cards={cards} reader="author">
          {canTakeBack(tool, entry) && <TakeBackButton entry={entry} taking={taking} />}
        </Picked>
      ))}
      <TakenBack taking={taking} />
      {picks.length === 0 || choosing ? (
        <Hand {...{ definition, cards, entries }} onPicked={() => setChoosing(false)} />
      ) : (
        <Button variant="ghost" size="large" className="justify-self-start" onClick={() => setChoosing(true)}>
          {words("another")}
        </Button>
      )}
      {hasTouch && <TouchSwitch definition={definition} entries={entries} />}
    </div>
  );
}

/** A few cards, those without touch first, the way to others and to one's own. */
function Hand({ definition, cards, entries, onPicked }: PlayProps & { onPicked: () => void }) {
  const words = useTranslations("blocks.deck");
  const text = useText();
  const tool = useTool();
  const [shuffles, setShuffles] = useState(0);
  const [readers, setReaders] = useState<Readers | null>(null);
  const choices = choicesOf(tool, definition, "pick");
  const chosen = onlyChoice(choices) ?? readers;
  const { state, missing, pick } = usePick(definition, chosen, onPicked);
  const { out } = touchFilter(entries);
  const within = ofLevels(cards, definition.levels).filter(({ touch }) => !(out && touch));
  const seed = `${tool.seed}:${definition.id}:${tool.position}:${tool.ordinal}`;
  const hand = handOf(within, { seed, ordinal: shuffles, count: definition.draw });
  const inOrder = [...hand].sort((one, other) => Number(one.touch ?? false) - Number(other.touch ?? false));
  return (
    <div className="grid gap-5">
      <ReadersChoice
        name={`${definition.id}-readers`}
        choices={choices}
        value={chosen}
        onChange={setReaders}
        error={missing ? words("chooseReaders") : undefined}
      />
      <ul className="grid gap-3">
        {inOrder.map((card) => (
          <li key={card.key}>
            <Card className="grid animate-rise gap-3 p-4.5">
              <p className="text-17">{text(card.text)}</p>
              <CardFacts deck={definition.deck} card={card} />
              <Button
                variant="ghost"
                className="min-h-11 justify-self-start"
                onClick={() => pick({ card: card.key, words: "" })}
              >
                <Check aria-hidden size={17} />
                {words("pick")}
                <span className="sr-only">: {text(card.text)}</span>
              </Button>
            </Card>
          </li>
        ))}
      </ul>
      {state.kind === "failed" && <SaveStatus state={state} />}
      <Button variant="ghost" size="large" wide onClick={() => setShuffles((count) => count + 1)}>
        <Shuffle aria-hidden size={18} />
        {words("shuffle", { count: hand.length })}
      </Button>
      <OwnWordsOffer>
        <OwnGesture definition={definition} readers={chosen} pending={state.kind === "pending"} onPick={pick} />
      </OwnWordsOffer>
    </div>
  );
}

function OwnWordsOffer({ children }: { children: ReactNode }) {
  const words = useTranslations("blocks.deck");
  const [open, setOpen] = useState(false);
  if (open) return <Arrival>{children}</Arrival>;
  return (
    <Button variant="quiet" size="large" wide onClick={() => setOpen(true)}>
      <PenLine aria-hidden size={18} />
      {words("own")}
    </Button>
  );
}

/** Stores a pick, once it is said who may know. */
function usePick(definition: PlayProps["definition"], readers: Readers | null, onPicked: () => void) {
  const { state, save } = useSave();
  const [missing, setMissing] = useState(false);
  const entryId = useRef<string | null>(null);
  const pick = async (picked: { card: string | null; words: string }) => {
    setMissing(!readers);
    if (!readers) {
      document.querySelector<HTMLInputElement>(`input[name="${definition.id}-readers"]`)?.focus();
      return false;
    }
    entryId.current ??= newEntryId();
    const draft = { entryId: entryId.current, version: 0, block: definition.id, kind: "pick" };
    if (!(await save({ ...draft, readers, body: { v: 1, ...picked } }))) return false;
    entryId.current = null;
    onPicked();
    return true;
  };
  return { state, missing: missing && !readers, pick };
}

/** "Touch: not now". Only its author ever knows. */
function TouchSwitch({ definition, entries }: Pick<PlayProps, "definition" | "entries">) {
  const words = useTranslations("blocks.deck");
  const { state, save } = useSave();
  const { out, entry } = touchFilter(entries);
  const first = useRef<string | null>(null);
  const change = (notNow: boolean) => {
    first.current ??= newEntryId();
    const about = { entryId: entry?.entryId ?? first.current, version: entry?.version ?? 0, block: definition.id };
    void save({ ...about, kind: "filter", readers: "PRIVATE", body: { v: 1, touch: !notNow } });
  };
  return (
    <div className="grid gap-1 border-line border-t pt-3">
      <Switch
        label={words("touch")}
        checked={out}
        disabled={state.kind === "pending"}
        onChange={(event) => change(event.target.checked)}
      />
      <VisibilityLabel visibility="PRIVATE" />
      {state.kind === "failed" && <SaveStatus state={state} />}
    </div>
  );
}
