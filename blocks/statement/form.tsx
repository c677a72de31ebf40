"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type Read, reading } from "../body";
import { EntryCard } from "../parts/entry";
import { Frame } from "../parts/frame";
import { canTakeBack, TakeBackButton, TakenBack, useTakeBack } from "../parts/take-back";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { entriesOf, useTool } from "../tool";
import { ReadAloud } from "./aloud";
import { Compose } from "./compose";
import type { Parts } from "./flags";
import { statement } from "./schema";
import { sentenceOf } from "./sentence";

type Definition = BlockOf<"statement">;

/** A sentence built from its stems, to be said aloud. Nothing carries it to the partner. */
export function StatementForm({ definition }: { definition: Definition }) {
  const words = useTranslations("blocks.statement");
  const text = useText();
  const tool = useTool();
  const taking = useTakeBack();
  const all = entriesOf(tool, definition.id);
  const own = reading(statement.entries.sentence.body, all, "sentence").toReversed();
  return (
    <Frame title={text(definition.label)} text={words("saidAloud")}>
      <Compose definition={definition} onDone={() => undefined} />
      <TakenBack taking={taking} />
      {own.length > 0 && (
        <section className="mt-2 grid gap-3">
          <h3 className="font-semibold text-16 text-ink-soft">{words("yours")}</h3>
          {own.map((one) => (
            <OwnSentence key={one.entry.entryId} definition={definition} own={one} taking={taking} />
          ))}
        </section>
      )}
    </Frame>
  );
}

type OwnProps = { definition: Definition; own: Read<Parts>; taking: ReturnType<typeof useTakeBack> };

function OwnSentence({ definition, own, taking }: OwnProps) {
  const words = useTranslations("blocks.statement");
  const parts = useTranslations("blocks.parts");
  const tool = useTool();
  const [editing, setEditing] = useState(false);
  const sentence = sentenceOf(definition, own.body, tool.locale);
  if (editing) return <Compose definition={definition} own={own} onDone={() => setEditing(false)} />;
  return (
    <EntryCard
      entry={own.entry}
      reader="author"
      actions={
        <>
          <ReadAloud definition={definition} sentence={sentence}>
            <Button variant="quiet">
              <Volume2 aria-hidden size={17} />
              {words("readAloud")}
            </Button>
          </ReadAloud>
          <Button variant="quiet" onClick={() => setEditing(true)}>
            {parts("change")}
          </Button>
          {canTakeBack(tool, own.entry) && <TakeBackButton entry={own.entry} taking={taking} />}
        </>
      }
    >
      <p className="display text-20">{sentence}</p>
    </EntryCard>
  );
}
