"use client";

import { useTranslations } from "next-intl";
import { reading } from "../body";
import { EntryCard, useOldBelow } from "../parts/entry";
import { Frame } from "../parts/frame";
import { TakenBack, useTakeBack } from "../parts/take-back";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, useTool } from "../tool";
import { AnswerWords } from "./answer";
import { Responses } from "./respond";
import { prompt } from "./schema";
import { Compose, OwnAnswer } from "./share";

/** Short answers of both that gather over the whole homework: an agenda, a wall. The newest stands first. */
export function CollectForm({ definition }: { definition: BlockOf<"prompt"> }) {
  const words = useTranslations("blocks.prompt");
  const text = useText();
  const tool = useTool();
  const taking = useTakeBack();
  const oldBelow = useOldBelow();
  const all = entriesOf(tool, definition.id);
  const answers = reading(prompt.entries.answer.body, all, "answer").toReversed();
  return (
    <Frame title={text(definition.label)}>
      <Compose definition={definition} onDone={() => undefined} />
      <TakenBack taking={taking} />
      {answers.length === 0 && !oldBelow && <p className="text-16 text-ink-soft">{words("emptyList")}</p>}
      {answers.length > 0 && (
        <ul className="grid gap-3">
          {answers.map((answer) => (
            <li key={answer.entry.entryId}>
              {answer.entry.mine ? (
                <OwnAnswer definition={definition} answer={answer} taking={taking} />
              ) : (
                <EntryCard entry={answer.entry} reader="author">
                  <AnswerWords definition={definition} body={answer.body} />
                  <Responses definition={definition} entry={answer.entry} entries={all} />
                </EntryCard>
              )}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
