import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { choice } from "./schema";

/** What each one chose; of an option that is gone, its key. */
export const choiceSummary: Summary<BlockOf<"choice">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const word = (value: string) => {
    const option = definition.options.find((one) => one.value === value);
    return option ? textFor(option.label, locale) : value;
  };
  const chosen = reading(choice.entries.chosen.body, entries, "chosen").map(({ entry, body }) =>
    summaryLine(entry, label, body.values.map(word).join("\n")),
  );
  return inOrder([...chosen, ...oldLines(oldOnes(choice.entries, entries), label)]);
};
