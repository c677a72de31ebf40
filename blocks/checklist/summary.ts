import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { checklist } from "./schema";

/** What was ticked. A list without a tick says nothing. */
export const checklistSummary: Summary<BlockOf<"checklist">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const ticked = reading(checklist.entries.ticks.body, entries, "ticks").flatMap(({ entry, body }) => {
    const items = definition.items.filter((_item, index) => body.done.includes(index));
    const text = items.map((item) => textFor(item, locale)).join("\n");
    return text === "" ? [] : [summaryLine(entry, label, text)];
  });
  return inOrder([...ticked, ...oldLines(oldOnes(checklist.entries, entries), label)]);
};
