"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { checked } from "../body";
import type { ToolCard } from "../cards";
import { Arrival } from "../parts/arrival";
import { OwnWords } from "../parts/own-words";
import { SaveButton } from "../parts/save-button";
import { useDraft } from "../parts/use-draft";
import { newEntryId, useSave } from "../parts/use-save";
import { useFault } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { useTool } from "../tool";
import { deck } from "./schema";

type AnswerProps = { definition: BlockOf<"deck">; card: ToolCard; onPass: () => void };
type Step = "look" | "write" | "confirm";

/** Looking at a question, answering it when ready, and confirming; or passing, which needs no reason. */
export function AnswerQuestion({ definition, card, onPass }: AnswerProps) {
  const words = useTranslations("blocks.deck");
  const draft = useDraft(`${definition.id}.answer.${card.key}`, z.string(), () => "");
  const [step, setStep] = useState<Step>("look");
  if (step === "look") {
    return (
      <div className="grid gap-2 sm:grid-cols-2">
        <Button variant="ghost" size="large" wide onClick={() => setStep("write")}>
          {words(draft.value ? "goOn" : "answer")}
        </Button>
        <Button variant="quiet" size="large" wide onClick={onPass}>
          {words("pass")}
        </Button>
      </div>
    );
  }
  return (
    <Arrival key={step}>
      {step === "write" ? (
        <Write draft={draft} onNext={() => setStep("confirm")} onPass={onPass} />
      ) : (
        <Confirm definition={definition} card={card} draft={draft} onBack={() => setStep("write")} />
      )}
    </Arrival>
  );
}

type Draft = ReturnType<typeof useDraft<string>>;

function Write({ draft, onNext, onPass }: { draft: Draft; onNext: () => void; onPass: () => void }) {
  const words = useTranslations("blocks.deck");
  const fault = useFault();
  const [found, setFound] = useState<string>();
  const next = (event: FormEvent) => {
    event.preventDefault();
    const { faults } = checked(deck.entries.answer.body, { v: 1, words: draft.value });
    setFound(faults?.words);
    if (!faults) onNext();
  };
  return (
    <form method="post" noValidate onSubmit={next} className="grid gap-4">
      <OwnWords
        label={words("yourAnswer")}
        hint={words("whenReady")}
        value={draft.value}
        onChange={draft.change}
        readers="SHARED"
        error={fault(found)}
        rows={4}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        <Button type="submit" size="large" wide>
          {words("lookAgain")}
        </Button>
        <Button variant="quiet" size="large" wide onClick={onPass}>
          {words("pass")}
        </Button>
      </div>
    </form>
  );
}

type ConfirmProps = Pick<AnswerProps, "definition" | "card"> & { draft: Draft; onBack: () => void };

function Confirm({ definition, card, draft, onBack }: ConfirmProps) {
  const words = useTranslations("blocks.deck");
  const { partnerName } = useTool();
  const { state, save } = useSave();
  const entryId = useRef<string | null>(null);
  const confirm = async () => {
    entryId.current ??= newEntryId();
    const about = { entryId: entryId.current, version: 0, block: definition.id, kind: "answer", slot: card.key };
    if (await save({ ...about, readers: "SHARED", body: { v: 1, words: draft.value } })) draft.reset();
  };
  return (
    <div className="grid gap-4">
      <p className="whitespace-pre-line break-words border-primary border-l-2 pl-3.5 text-17">{draft.value.trim()}</p>
      <VisibilityLabel visibility="SHARED" partner={partnerName ?? undefined} />
      <p className="text-16 text-ink-soft">{words("confirmText")}</p>
      <SaveButton type="button" state={state} onClick={confirm}>
        {words("confirm")}
      </SaveButton>
      <Button variant="quiet" size="large" wide onClick={onBack}>
        {words("changeIt")}
      </Button>
    </div>
  );
}
