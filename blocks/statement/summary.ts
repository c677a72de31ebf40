import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { statement } from "./schema";
import { sentenceOf } from "./sentence";

/** The sentences that were kept, whole. */
export const statementSummary: Summary<BlockOf<"statement">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const said = reading(statement.entries.sentence.body, entries, "sentence").flatMap(({ entry, body }) => {
    const sentence = sentenceOf(definition, body, locale);
    return sentence === "" ? [] : [summaryLine(entry, label, sentence)];
  });
  return inOrder([...said, ...oldLines(oldOnes(statement.entries, entries), label)]);
};
