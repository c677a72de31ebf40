import { oldOnes, reading } from "../body";
import type { BlockOf } from "../registry";
import { inOrder, oldLines, type Summary, summaryLine } from "../summary";
import { textFor } from "../words";
import { scale } from "./schema";

/** Each rating out of ten. */
export const scaleSummary: Summary<BlockOf<"scale">> = (definition, entries, locale) => {
  const label = textFor(definition.label, locale);
  const rated = reading(scale.entries.rating.body, entries, "rating").map(({ entry, body }) =>
    summaryLine(entry, label, `${body.value} / 10`),
  );
  return inOrder([...rated, ...oldLines(oldOnes(scale.entries, entries), label)]);
};
