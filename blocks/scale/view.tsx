"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { reading } from "../body";
import { EntryCard, NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { scale } from "./schema";

/** Ratings as they were given, each by itself. */
export function ScaleView({ definition, entries, reader }: ViewProps<BlockOf<"scale">>) {
  const words = useTranslations("blocks.scale");
  const text = useText();
  return (
    <Frame title={text(definition.label)}>
      {entries.length === 0 && <NothingYet />}
      {reading(scale.entries.rating.body, entries, "rating").map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <p className="figures font-medium text-17">{words("rated", { value: body.value })}</p>
          <p className="text-15 text-ink-soft">
            {words("ends", { low: text(definition.low), high: text(definition.high) })}
          </p>
        </EntryCard>
      ))}
    </Frame>
  );
}
