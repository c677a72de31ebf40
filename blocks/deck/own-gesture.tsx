"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { checked } from "../body";
import { OwnWords } from "../parts/own-words";
import { useDraft } from "../parts/use-draft";
import { useFault } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { Readers } from "../spec";
import { deck } from "./schema";

type OwnProps = {
  definition: BlockOf<"deck">;
  readers: Readers | null;
  pending: boolean;
  onPick: (picked: { card: null; words: string }) => Promise<boolean>;
};

/** A gesture in one's own words. */
export function OwnGesture({ definition, readers, pending, onPick }: OwnProps) {
  const words = useTranslations("blocks.deck");
  const fault = useFault();
  const draft = useDraft(`${definition.id}.own`, z.string(), () => "");
  const [found, setFound] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { faults } = checked(deck.entries.pick.body, { v: 1, card: null, words: draft.value });
    setFound(faults?.words);
    if (faults) return;
    if (await onPick({ card: null, words: draft.value.trim() })) draft.reset();
  };
  if (!readers) return <p className="text-16 text-ink-soft">{words("chooseReaders")}</p>;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-3">
      <OwnWords
        label={words("ownLabel")}
        value={draft.value}
        onChange={draft.change}
        readers={readers}
        error={fault(found)}
        rows={2}
      />
      <Button type="submit" size="large" wide pending={pending}>
        {words("keepOwn")}
      </Button>
    </form>
  );
}
