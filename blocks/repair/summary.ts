import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { repair } from "./schema";

/** The parts of each apology, and the answers, in the words that the tool gives them. */
export const repairSummary: Summary<BlockOf<"repair">> = (definition, entries, locale) => {
  const parts = reading(repair.entries.apology.body, entries, "apology").flatMap(({ entry, body }) =>
    definition.parts.map(({ key, label }) => summaryLine(entry, textFor(label, locale), body[key])),
  );
  const answers = reading(repair.entries.answer.body, entries, "answer").map(({ entry, body }) => {
    const answer = textFor(definition.answers[body.answer], locale);
    return summaryLine(entry, answer, body.words || answer);
  });
  const old = oldLines(
    oldOnes(repair.entries, entries),
    definition.parts.map(({ label }) => textFor(label, locale)).join(", "),
  );
  return inOrder([...parts, ...answers, ...old]);
};
