"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";

type FeelingsProps = { definition: BlockOf<"statement">; value: string; onChange: (value: string) => void };

/** How many stand there at first. */
const first = 16;

/** Words for feelings to pick from. A picked one joins what is written, or leaves it again. */
export function Feelings({ definition, value, onChange }: FeelingsProps) {
  const words = useTranslations("blocks.statement");
  const text = useText();
  const id = useId();
  const [all, setAll] = useState(false);
  const written = value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const feelings = [...new Set(definition.feelings.map(text))];
  const toggle = (feeling: string) => {
    const next = written.includes(feeling) ? written.filter((word) => word !== feeling) : [...written, feeling];
    onChange(next.join(", "));
  };
  return (
    <fieldset aria-labelledby={id} className="min-w-0">
      <p id={id} className="mb-2 text-15 text-ink-soft">
        {words("pick")}
      </p>
      <div className="flex flex-wrap gap-2">
        {(all ? feelings : feelings.slice(0, first)).map((feeling) => (
          <button
            key={feeling}
            type="button"
            aria-pressed={written.includes(feeling)}
            onClick={() => toggle(feeling)}
            className={clsx(
              "min-h-11 rounded-full border px-4 font-medium text-16 transition-colors",
              written.includes(feeling)
                ? "border-primary bg-primary-wash text-primary inset-ring-1 inset-ring-primary"
                : "border-line-control bg-surface hover:border-ink-faint",
            )}
          >
            {feeling}
          </button>
        ))}
        {!all && feelings.length > first && (
          <Button variant="quiet" size="large" onClick={() => setAll(true)}>
            {words("moreFeelings")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
