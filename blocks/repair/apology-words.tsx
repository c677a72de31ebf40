"use client";

import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { ToolEntry } from "../tool";
import { apologyOf } from "./state";

/** The three parts of an apology, each under its heading. */
export function ApologyWords({ definition, entry }: { definition: BlockOf<"repair">; entry: ToolEntry }) {
  const text = useText();
  const apology = apologyOf(entry);
  if (!apology) return null;
  return (
    <dl className="grid gap-3">
      {definition.parts.map(({ key, label }) => (
        <div key={key}>
          <dt className="font-semibold text-16 text-ink-soft">{text(label)}</dt>
          <dd className="whitespace-pre-line break-words text-17">{apology[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
