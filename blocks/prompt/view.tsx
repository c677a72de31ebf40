"use client";

import { useTranslations } from "next-intl";
import type { ViewProps } from "../block-tool";
import { reading } from "../body";
import { EntryCard, NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { AnswerWords } from "./answer";
import { ResponseList } from "./respond";
import { prompt } from "./schema";

/** Answers with what was said back to them; an own pass for whoever passed. */
export function PromptView({ definition, entries, reader }: ViewProps<BlockOf<"prompt">>) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  const answers = reading(prompt.entries.answer.body, entries, "answer");
  const said = reading(prompt.entries.response.body, entries, "response").map(({ entry, body }) => ({
    response: entry,
    words: body.words,
  }));
  const to = (id: string) => said.filter(({ response }) => response.slot === id);
  const known = new Set(answers.map(({ entry }) => entry.entryId));
  const alone = said.filter(({ response }) => !response.slot || !known.has(response.slot));
  return (
    <Frame title={text(definition.label)}>
      {entries.length === 0 && <NothingYet />}
      {answers.map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <AnswerWords definition={definition} body={body} />
          <ResponseList said={to(entry.entryId)} reader={reader} />
        </EntryCard>
      ))}
      <ResponseList said={alone} reader={reader} />
      {reading(prompt.entries.pass.body, entries, "pass").map(({ entry }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <p className="text-16 text-ink-soft">{words("passed")}</p>
        </EntryCard>
      ))}
    </Frame>
  );
}
