"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";
import { readers as readerWords, VisibilityIcon } from "@/components/ui/visibility-label";
import { type Block, entryRule } from "../registry";
import type { Readers } from "../spec";
import { type Tool, useTool } from "../tool";

/** Among whom the author of an entry chooses now. While nothing may reach the partner, sharing is not among them. */
export function choicesOf(tool: Pick<Tool, "delivers">, block: Block, kind: string): readonly Readers[] {
  const all = entryRule(block, kind)?.readers(block) ?? [];
  return all.length > 1 && !tool.delivers ? all.filter((one) => one !== "SHARED") : all;
}

/** The only readers there are, or null where the author has to choose. */
export function onlyChoice(choices: readonly Readers[]): Readers | null {
  return choices.length === 1 ? (choices[0] ?? null) : null;
}

type ChoiceProps = {
  /** Unique in the page. */
  name: string;
  choices: readonly Readers[];
  value: Readers | null;
  onChange: (value: Readers) => void;
  error?: string;
};

/** Who may read it, chosen before anything is written. Draws nothing where there is no choice. */
export function ReadersChoice({ name, choices, value, onChange, error }: ChoiceProps) {
  const words = useTranslations("blocks.parts");
  const names = useTranslations("common.readers");
  const { partnerName } = useTool();
  if (choices.length < 2) return null;
  return (
    <RadioCards
      name={name}
      legend={words("readers")}
      hint={words("readersHint")}
      value={value}
      onValueChange={onChange}
      error={error}
      options={choices.map((choice) => ({
        value: choice,
        label: readerWords(names, choice, partnerName ?? undefined),
        text: choice === value && choice === "PRIVATE" ? words("onlyYou") : undefined,
        icon: <VisibilityIcon visibility={choice} size={18} />,
      }))}
    />
  );
}
