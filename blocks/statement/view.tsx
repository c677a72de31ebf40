"use client";

import { useLocale } from "next-intl";
import type { ViewProps } from "../block-tool";
import { reading } from "../body";
import { EntryCard, NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { statement } from "./schema";
import { sentenceOf } from "./sentence";

/** The sentences that were kept. */
export function StatementView({ definition, entries, reader }: ViewProps<BlockOf<"statement">>) {
  const text = useText();
  const locale = useLocale();
  return (
    <Frame title={text(definition.label)}>
      {entries.length === 0 && <NothingYet />}
      {reading(statement.entries.sentence.body, entries, "sentence").map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <p className="text-17">{sentenceOf(definition, body, locale)}</p>
        </EntryCard>
      ))}
    </Frame>
  );
}
