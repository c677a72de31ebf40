import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { tagOf, writtenParts } from "./parts";
import { prompt } from "./schema";

/** Answers with their tag and parts, and what was said back, under what it answers. A pass says nothing. */
export const promptSummary: Summary<BlockOf<"prompt">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const labels = new Map<string, string>();
  const answers = reading(prompt.entries.answer.body, entries, "answer").map(({ entry, body }) => {
    const tag = tagOf(definition, body);
    const about = tag ? `${label} (${textFor(tag, locale)})` : label;
    labels.set(entry.entryId, about);
    const words = writtenParts(definition, body).map((part) =>
      part.label ? `${textFor(part.label, locale)}: ${part.words}` : part.words,
    );
    return summaryLine(entry, about, words.join("\n"));
  });
  const responses = reading(prompt.entries.response.body, entries, "response").map(({ entry, body }) =>
    summaryLine(entry, labels.get(entry.slot ?? "") ?? label, body.words),
  );
  return inOrder([...answers, ...responses, ...oldLines(oldOnes(prompt.entries, entries), label)]);
};
