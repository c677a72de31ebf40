"use client";

import type { ViewProps } from "../block-tool";
import { reading } from "../body";
import { EntryCard, NothingYet } from "../parts/entry";
import { Frame } from "../parts/frame";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import { choice } from "./schema";

type Definition = BlockOf<"choice">;

/** What each one chose. */
export function ChoiceView({ definition, entries, reader }: ViewProps<Definition>) {
  const text = useText();
  return (
    <Frame title={text(definition.label)}>
      {entries.length === 0 && <NothingYet />}
      {reading(choice.entries.chosen.body, entries, "chosen").map(({ entry, body }) => (
        <EntryCard key={entry.entryId} entry={entry} reader={reader}>
          <Chosen definition={definition} values={body.values} />
        </EntryCard>
      ))}
    </Frame>
  );
}

/** The words of what was chosen; of an option that is gone, its key. */
export function Chosen({ definition, values }: { definition: Definition; values: string[] }) {
  const text = useText();
  return (
    <ul className="grid gap-1 font-medium text-17">
      {values.map((value) => {
        const option = definition.options.find((one) => one.value === value);
        return <li key={value}>{option ? text(option.label) : value}</li>;
      })}
    </ul>
  );
}
