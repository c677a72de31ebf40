"use client";

import clsx from "clsx";
import { LockKeyhole, Moon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { bodyOf } from "../body";
import type { DeckName, ToolCard } from "../cards";
import { SaveStatus } from "../parts/save-button";
import { useFocusKept } from "../parts/use-focus-kept";
import { newEntryId, useSave } from "../parts/use-save";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { type ToolEntry, useTool } from "../tool";
import { AnswerQuestion } from "./answer-question";
import { Opened } from "./opened";
import { deck } from "./schema";
import { questionState } from "./state";
import { useLevelWords } from "./use-level-words";

type QuestionProps = { definition: BlockOf<"deck">; card: ToolCard; entries: readonly ToolEntry[] };

/** One question in whichever state it is. */
export function Question({ definition, card, entries: all }: QuestionProps) {
  const words = useTranslations("blocks.deck");
  const tool = useTool();
  const entries = all.filter(({ ordinal }) => ordinal === tool.ordinal);
  const state = questionState(entries, card.key, tool.writable && tool.delivers);
  const actions = usePassing(definition, card);
  if (state.kind === "revealed") return <Opened cardKey={card.key} cards={[card]} entries={entries} reader="author" />;
  return (
    <Sheet deck={definition.deck} card={card} state={state.kind}>
      {state.kind === "open" && <AnswerQuestion definition={definition} card={card} onPass={actions.pass} />}
      {state.kind === "kept" && (
        <>
          <OwnAnswer entry={state.own} />
          <p role="status" className="flex items-start gap-2.5 text-16">
            <LockKeyhole aria-hidden size={18} className="mt-0.5 shrink-0 text-primary" />
            {words("kept")}
          </p>
          <Quiet onClick={() => actions.withdraw(state.own)}>{words("withdraw")}</Quiet>
        </>
      )}
      {state.kind === "rests" && (
        <>
          <p role="status" className="flex items-center gap-2.5 text-16 text-ink-soft">
            <Moon aria-hidden size={18} className="shrink-0" />
            {words("rests")}
          </p>
          {tool.writable && tool.delivers && state.pass && (
            <Quiet onClick={() => state.pass && actions.unpass(state.pass)}>{words("answerAfterAll")}</Quiet>
          )}
        </>
      )}
      {actions.state.kind === "failed" && <SaveStatus state={actions.state} />}
    </Sheet>
  );
}

type SheetProps = { deck: DeckName; card: ToolCard; state: string; children: ReactNode };

function Sheet({ deck, card, state, children }: SheetProps) {
  const levelWords = useLevelWords(deck);
  const text = useText();
  const place = useFocusKept<HTMLHeadingElement>(state);
  return (
    <Card className="grid gap-4 p-5 sm:p-6">
      {card.level && (
        <Chip tone="primary" className="justify-self-start">
          {levelWords(card.level)}
        </Chip>
      )}
      <h3
        ref={place}
        tabIndex={-1}
        className={clsx("display outline-none", state === "rests" ? "text-20 text-ink-soft" : "text-24")}
      >
        {text(card.text)}
      </h3>
      {children}
    </Card>
  );
}

function OwnAnswer({ entry }: { entry: ToolEntry }) {
  const answer = bodyOf(deck.entries.answer.body, entry.body);
  return (
    answer && (
      <p className="whitespace-pre-line break-words border-line-strong border-l-2 pl-3.5 text-17">{answer.words}</p>
    )
  );
}

function Quiet({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button variant="quiet" className="-ml-3 min-h-11 justify-self-start" onClick={onClick}>
      {children}
    </Button>
  );
}

/** Letting a question rest, with or without an answer that was kept, and the way back. */
function usePassing(definition: BlockOf<"deck">, card: ToolCard) {
  const { state, save, takeBack } = useSave();
  const entryId = useRef<string | null>(null);
  const pass = async () => {
    entryId.current ??= newEntryId();
    const draft = { entryId: entryId.current, version: 0, block: definition.id, kind: "pass", slot: card.key };
    if (await save({ ...draft, readers: "PRIVATE", body: { v: 1 } })) entryId.current = null;
  };
  const withdraw = async (own: ToolEntry) => {
    if (await takeBack(own)) await pass();
  };
  return { state, pass, withdraw, unpass: (entry: ToolEntry) => void takeBack(entry) };
}
