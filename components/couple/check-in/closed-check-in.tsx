"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/session/error-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { DraftStore } from "./draft-store";
import type { FormValues } from "./values";

/** A window that has passed. Words that did not arrive in time stay to be copied, until the person removes them. */
export function ClosedCheckIn({
  mine,
  resting,
  store,
}: {
  mine: FormValues | null;
  resting: boolean;
  store: DraftStore;
}) {
  const words = useTranslations("couple.checkIn");
  const errorWords = useErrorWords();
  // The draft is found after the page has come alive: what is shown follows it.
  const [removed, setRemoved] = useState(false);
  const shown = removed ? null : mine;
  const calm = <Banner title={words("closedTitle")}>{words(resting ? "restingText" : "closedText")}</Banner>;
  if (!shown) return calm;
  const remove = () => {
    store.remove();
    setRemoved(true);
  };
  const { title, text } = errorWords("CLOSED");
  return (
    <div className="grid gap-4">
      {resting ? (
        calm
      ) : (
        <Banner tone="attention" live title={`${title}.`}>
          {text}
        </Banner>
      )}
      {shown.words && <KeptWords text={shown.words} onRemove={remove} />}
    </div>
  );
}

/** Words for homework that is not asked for any more, until their author removes them. */
export function OldWords({ mine, store }: { mine: FormValues; store: DraftStore }) {
  const [shown, setShown] = useState(true);
  const remove = () => {
    store.remove();
    setShown(false);
  };
  return shown && <KeptWords text={mine.words} onRemove={remove} />;
}

/** Words that could not be sent, to copy or to remove. */
function KeptWords({ text, onRemove }: { text: string; onRemove: () => void }) {
  const words = useTranslations("couple.failure");
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined, // refused: the text can still be selected by hand
    );
  };
  return (
    <div className="rounded-l border border-line bg-surface p-5 shadow-card">
      <h3 className="font-semibold text-16">{words("wordsTitle")}</h3>
      <p className="mt-2 select-text whitespace-pre-line text-17">{text}</p>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button variant="ghost" size="large" onClick={copy}>
          {words(copied ? "copied" : "copy")}
        </Button>
        <Button variant="quiet" size="large" onClick={onRemove}>
          {words("discard")}
        </Button>
      </div>
    </div>
  );
}
